"""Sets of fixed members enumerated in a text: out of order, with a wrong member, with one twice or left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lingwu.structure.facts import table
from lingwu.text.near_names import one_apart

SEPARATORS = "、，,"
JOINS = frozenset((*SEPARATORS, "和", "与", "及", "以及"))
QUOTES = "“”‘’\"'"
FOREIGN = 14
"""A word of another set between two members is at most this long."""
NAMED = 14
"""The name of a set stands at most this far before its members."""


@dataclass(frozen=True, slots=True)
class FixedSet:
    """A set with its usual name and its members in their fixed order."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """``text[start:end]`` should read ``new``; ``what`` says in Chinese what is wrong with the set ``name``."""

    start: int
    end: int
    new: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A member (its index; -1: some other word) at a place."""

    index: int
    start: int
    end: int


@dataclass(frozen=True)
class Sets:
    """The sets of the table ``name``."""

    name: str

    @cached_property
    def sets(self) -> tuple[FixedSet, ...]:
        """All sets, read when first needed."""
        return tuple(FixedSet(row["name"], tuple(row["members"].split("|"))) for row in table(self.name))

    @cached_property
    def words(self) -> dict[str, list[tuple[int, int]]]:
        """For each member: the sets that it belongs to, and its index there."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, fixed in enumerate(self.sets):
            for index, member in enumerate(fixed.members):
                found[member].append((number, index))
        return found

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """What is looked for: members with a separator beside them, so that common words cost nothing."""
        return tuple(f for member in self.words for f in (member + "、", "、" + member, member + "，", "，" + member))

    def slips(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Slip]:
        """The slips among the members that stand, with a separator, at ``spans``; no two overlap."""
        places: dict[int, set[tuple[int, int, int]]] = defaultdict(set)
        for left, right_end in spans:
            start, end = left + (text[left] in SEPARATORS), right_end - (text[right_end - 1] in SEPARATORS)
            for number, index in self.words.get(text[start:end], ()):
                places[number].add((start, end, index))
        found: list[Slip] = []
        right: list[tuple[int, int]] = []
        for number, members in places.items():
            fixed = self.sets[number]
            if len(members) >= max(2, len(fixed.members) - 1):
                for run in _runs(text, sorted(members), fixed):
                    _judge(text, fixed, run, found, right)
        last = -1
        for slip in sorted(found, key=lambda slip: (slip.start, -slip.end)):
            if slip.start >= last and not any(start < slip.end and slip.start < end for start, end in right):
                last = slip.end
                yield slip


def _runs(text: str, places: Sequence[tuple[int, int, int]], fixed: FixedSet) -> Iterator[list[_Found]]:
    """Members joined by separators alone, or with one other word between two of them."""
    run: list[_Found] = []
    for start, end, index in places:
        if run and start < run[-1].end:
            if end - start > run[-1].end - run[-1].start:
                run[-1] = _Found(index, start, end)
            continue
        foreign = _between(text, run[-1].end, start) if run else None
        if run and foreign is None:
            yield run
            run = []
        if foreign and foreign[0] < foreign[1]:
            run.append(_Found(-1, *foreign))
        run.append(_Found(index, start, end))
    if run:
        yield run


def _between(text: str, end: int, start: int) -> tuple[int, int] | None:
    """The one word between two members (empty: nothing but a separator); None where more stands there."""
    gap = text[end:start]
    bare = gap.strip(QUOTES)
    if bare in JOINS:
        return end, end
    if not 2 < len(gap) <= FOREIGN + 2 or gap[0] not in SEPARATORS or gap[-1] not in SEPARATORS:
        return None
    word = gap[1:-1]
    return (end + 1, start - 1) if word and not any(char in "、，。；：,;\n\r \t“”" for char in word) else None


def _judge(text: str, fixed: FixedSet, run: list[_Found], found: list[Slip], right: list[tuple[int, int]]) -> None:
    size = len(fixed.members)
    order = [place.index for place in run]
    if order == list(range(size)):
        right.append((run[0].start, run[-1].end))
        return
    known = [index for index in order if index >= 0]
    if len(order) == size and sorted(known) == list(range(size)):
        found.append(_whole(text, fixed, run, f"次序应为“{'、'.join(fixed.members)}”"))
    elif len(order) == size and len(set(known)) == size - 1:
        found.extend(_one_wrong(text, fixed, run))
    elif len(order) == size - 1 == len(set(known)):
        found.extend(_at_an_end(text, fixed, run) or _missing(text, fixed, run))


def _whole(text: str, fixed: FixedSet, run: list[_Found], what: str) -> Slip:
    """The whole run with its members put in order, the marks between them left as they are."""
    new = fixed.members[0]
    for before, place, member in zip(run, run[1:], fixed.members[1:], strict=False):
        new += text[before.end : place.start] + member
    return Slip(run[0].start, run[-1].end, new, fixed.name, what)


def _one_wrong(text: str, fixed: FixedSet, run: list[_Found]) -> Iterator[Slip]:
    """One word of another set, or one member twice, the others in their places."""
    wrong = [place for position, place in enumerate(run) if place.index != position]
    if len(wrong) != 1:
        return
    place = wrong[0]
    member = fixed.members[run.index(place)]
    said = text[place.start : place.end]
    if said.replace("与", "和") == member:
        return
    if place.index >= 0 or one_apart(said, member) or (len(run) > 3 and _akin(said, member)):
        what = f"“{said}”不是其中一项，这里应为“{member}”" if place.index < 0 else f"“{said}”重复，这里应为“{member}”"
        yield Slip(place.start, place.end, member, fixed.name, what)


def _akin(said: str, member: str) -> bool:
    """Whether a word is built like the member it stands for."""
    return len(said) == len(member) > 2 and (said[-2:] == member[-2:] or said[:2] == member[:2])


def _at_an_end(text: str, fixed: FixedSet, run: list[_Found]) -> list[Slip]:
    """The first or the last member written almost right."""
    order = [place.index for place in run]
    if order == list(range(len(fixed.members) - 1)) and text[run[-1].end : run[-1].end + 1] == "、":
        member, at = fixed.members[-1], run[-1].end + 1
        span = (at, at + len(member))
    elif order == list(range(1, len(fixed.members))) and text[run[0].start - 1 : run[0].start] == "、":
        member, at = fixed.members[0], run[0].start - 1
        span = (max(0, at - len(member)), at)
    else:
        return []
    said, several = text[slice(*span)], len(fixed.members) > 3
    if len(member) == 2 and (not several or _goes_on(text, span, at_end=span[0] > run[0].start)):
        return []
    close = (
        said.isalpha()
        and said.replace("与", "和") != member
        and (one_apart(said, member) or (several and _akin(said, member)))
    )
    return [Slip(*span, member, fixed.name, f"“{said}”应为“{member}”")] if close else []


def _goes_on(text: str, span: tuple[int, int], *, at_end: bool) -> bool:
    """Whether the word at ``span`` is plainly part of a longer one: a member of two characters tells too little."""
    beside = text[span[1] : span[1] + 1] if at_end else text[span[0] - 1 : span[0]]
    return beside.isalpha() and beside not in "的等和"


def _missing(text: str, fixed: FixedSet, run: list[_Found]) -> list[Slip]:
    """One member left out where the set is called by its name right before."""
    order = [place.index for place in run]
    before = text[max(0, run[0].start - NAMED) : run[0].start]
    if (
        len(fixed.members) < 4
        or order != sorted(order)
        or fixed.name not in before
        or text[run[0].start - 1] not in "（(：:—“即是"
    ):
        return []
    left = next(index for index in range(len(fixed.members)) if index not in order)
    joined = text[run[0].end : run[1].start]
    return [
        Slip(run[0].start, run[-1].end, joined.join(fixed.members), fixed.name, f"少了“{fixed.members[left]}”"),
    ]
