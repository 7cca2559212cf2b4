"""What a schedule says: events, the parts of their agendas, rooms and ways; each value with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import combinations

from lingwu.crossrule import Quote
from lingwu.document import Document
from lingwu.workdays import Calendar

DAY = 24 * 60
BUFFER = 10
"""Minutes between two places of which no table says how far they are apart."""
HOURS = (8 * 60, 18 * 60)
"""Office hours in minutes since midnight, where the schedule does not say others."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an agenda. ``start`` and ``end`` are minutes since midnight, ``minutes`` its stated length.

    ``at`` is where its time stands (the whole line where no time is stated).
    """

    title: Quote
    at: Quote
    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    speaker: Quote | None = None

    @property
    def length(self) -> int | None:
        """Its length in minutes, stated or between start and end."""
        if self.minutes is not None:
            return self.minutes
        return self.end - self.start if self.start is not None and self.end is not None else None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``day`` to ``last`` are its days; ``start`` and ``end`` are minutes since midnight; None: not stated.

    ``weekday`` is the stated one, 1 (Monday) to 7. ``when`` is where the date stands, ``clock`` where the time does,
    ``week`` where the weekday stands by itself.
    """

    title: Quote
    when: Quote
    clock: Quote
    day: date | None = None
    last: date | None = None
    weekday: int | None = None
    start: int | None = None
    end: int | None = None
    place: Quote | None = None
    people: tuple[Quote, ...] = ()
    count: int | None = None
    parts: tuple[Part, ...] = ()
    week: Quote | None = None

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when to when it lasts; None where its day, start or end is not stated."""
        if self.day is None or self.start is None or self.end is None or self.end <= self.start:
            return None
        last = self.last or self.day
        return _moment(self.day, self.start), _moment(last, self.end)

    def said(self) -> str:
        """Its title and time in a few words."""
        known = self.start is not None and self.end is not None
        time = f"{clock(self.start or 0)}—{clock(self.end or 0)}" if known else self.clock.text
        return f"“{self.title.text}”（{time}）"


@dataclass(frozen=True, slots=True)
class Room:
    """A place and how many it seats."""

    name: str
    capacity: int
    at: Quote


@dataclass(frozen=True, slots=True)
class Travel:
    """How many minutes it takes between two places, either way."""

    ends: frozenset[str]
    minutes: int


@dataclass(frozen=True, eq=False)
class Schedule:
    """All events of one file, in its order."""

    doc: Document
    events: tuple[Event, ...]
    rooms: Sequence[Room] = ()
    travels: Sequence[Travel] = ()
    buffer: int = BUFFER
    hours: tuple[int, int] = HOURS
    calendar: Calendar = field(default_factory=Calendar.load)

    def overlaps(self) -> Iterator[tuple[Event, Event]]:
        """The pairs of events that share some time, the earlier one first."""
        timed = sorted(((event.span, event) for event in self.events if event.span), key=lambda one: one[0])
        for (one, first), (other, second) in combinations(timed, 2):
            if (other[0] < one[1] and one != other) or one == other:
                yield first, second

    def follows(self) -> Iterator[tuple[Event, Event, int]]:
        """The pairs of events of one day of which one ends before the other begins, with the minutes between."""
        timed = sorted(((event.span, event) for event in self.events if event.span), key=lambda one: one[0])
        for (one, first), (other, second) in combinations(timed, 2):
            if one[1] <= other[0] and one[1].date() == other[0].date():
                yield first, second, int((other[0] - one[1]).total_seconds()) // 60

    def travel(self, one: str, other: str) -> int | None:
        """The minutes that the table gives for the way between two places."""
        return next((way.minutes for way in self.travels if _joins(way, one, other)), None)

    def room(self, place: str) -> Room | None:
        """What is known of a place."""
        return next((room for room in self.rooms if same_place(room.name, place)), None)


def same_place(one: str, other: str) -> bool:
    """Whether two names mean one place: 区政府第一会议室 is 第一会议室, but 第一会议室 is not 第二会议室."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long or (len(short) >= 4 and long.endswith(short))


def clock(minutes: int) -> str:
    """Minutes since midnight as 9:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _bare(place: str) -> str:
    return "".join(place.replace("（", "(").partition("(")[0].split())


def _joins(way: Travel, one: str, other: str) -> bool:
    first, *rest = way.ends
    second = rest[0] if rest else first
    straight = same_place(first, one) and same_place(second, other)
    return straight or (same_place(first, other) and same_place(second, one))


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
