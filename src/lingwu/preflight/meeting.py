"""One meeting as its files tell it: claims, each with the paper and the place it stands at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lingwu.crossrule import Quote
from lingwu.preflight.names import Who
from lingwu.preflight.papers import Paper, PaperKind
from lingwu.schedule.clock import When
from lingwu.schedule.model import Part, Schedule
from lingwu.seating.people import Person

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """What a paper says of the meeting: ``value``, standing at ``at``."""

    paper: Paper
    at: Quote
    value: V


@dataclass(frozen=True, slots=True)
class Invited:
    """A person of a list; ``unit`` and ``post`` are the cells, None where they are blank."""

    paper: Paper
    person: Person
    name: Quote
    unit: Quote | None = None
    post: Quote | None = None
    state: Quote | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A name on a seat plan or on a card; ``unit`` and ``post`` as for ``Invited``, ``seat`` the number of the seat."""

    paper: Paper
    name: str
    at: Quote
    post: Quote | None = None
    unit: Quote | None = None
    seat: Quote | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One part of the agenda, with who speaks in it (None: nobody, or nobody by name)."""

    paper: Paper
    part: Part
    who: Who | None


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech: whose it is, and how many characters it has."""

    paper: Paper
    who: Who | None
    length: int


@dataclass(frozen=True, slots=True)
class Named:
    """A person named somewhere, with the post said there: ``where`` is what the paper does with the name."""

    paper: Paper
    who: Who


@dataclass(frozen=True, eq=False)
class Meeting:
    """All claims of all papers. Lists are in the order of ``papers``, the notice first."""

    papers: tuple[Paper, ...]
    titles: Sequence[Claim[str]] = ()
    days: Sequence[Claim[When]] = ()
    starts: Sequence[Claim[int]] = ()
    ends: Sequence[Claim[int]] = ()
    places: Sequence[Claim[str]] = ()
    hosts: Sequence[Claim[Who]] = ()
    counts: Sequence[Claim[int]] = ()
    invited: Sequence[Invited] = ()
    own_counts: Sequence[Claim[int]] = ()
    seats: Sequence[Placed] = ()
    cards: Sequence[Placed] = ()
    turns: Sequence[Turn] = ()
    speeches: Sequence[Speech] = ()
    called: Sequence[Named] = ()
    listed: Sequence[Named] = ()
    spoken_days: Sequence[Claim[When]] = ()
    attachments: Sequence[Claim[str]] = ()
    deadlines: Sequence[Claim[When]] = ()
    issued: Sequence[Claim[When]] = ()
    schedules: Sequence[Schedule] = ()
    notes: Sequence[str] = ()
    year: int | None = None
    known: frozenset[str] = field(default=frozenset())

    def of(self, *kinds: PaperKind) -> tuple[Paper, ...]:
        """The papers of these kinds."""
        return tuple(paper for paper in self.papers if paper.kind in kinds)

    @property
    def coming(self) -> tuple[Invited, ...]:
        """Those of the lists who are to have a seat."""
        return tuple(one for one in self.invited if one.person.comes)

    def person(self, name: str) -> Invited | None:
        """The one of the lists with this name; None where there is none, or more than one."""
        found = [one for one in self.invited if one.person.name == name]
        return found[0] if len(found) == 1 or (len({one.person.unit for one in found}) == 1 and found) else None

    def whole_plan(self) -> bool:
        """Whether the seat plan is one of all who come, and not of the rostrum alone."""
        seated = {one.name for one in self.seats}
        rostrum = any("主席台" in paper.stem + paper.title() for paper in self.of(PaperKind.SEATS))
        return bool(seated) and not rostrum and len(seated) >= 0.6 * len(self.coming)


def odd_ones(claims: Sequence[Claim[V]], same: Callable[[V, V], bool]) -> Iterator[tuple[Claim[V], Claim[V]]]:
    """The claims that differ from what most papers say, each with one that says it.

    What one paper says twice is told once. Where as many papers say one thing as another, the first paper (the notice)
    counts.
    """
    if len(claims) < 2:
        return
    support = [len({other.paper.path for other in claims if same(claim.value, other.value)}) for claim in claims]
    usual = claims[support.index(max(support))]
    told: list[Claim[V]] = []
    for claim in claims:
        again = any(other.paper is claim.paper and same(other.value, claim.value) for other in told)
        if not again and not same(claim.value, usual.value):
            told.append(claim)
            yield claim, usual


def first(claims: Iterable[Claim[V]]) -> Claim[V] | None:
    """The first claim, or None."""
    return next(iter(claims), None)
