"""The schedules of a meeting: those of its files, and the meeting itself as its notice and its agenda have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from lingwu.preflight.agendas import before_the_meeting
from lingwu.preflight.meeting import Claim, Meeting, first
from lingwu.preflight.papers import Paper, PaperKind
from lingwu.schedule.model import DAY, HOURS, Event, Schedule
from lingwu.workdays import Calendar

V = TypeVar("V")
ALL_DAY = (0, DAY)


def slots(meeting: Meeting) -> Iterator[Schedule]:
    """Schedules whose events the cross rules of schedules look at."""
    yield from meeting.schedules
    calendar = meeting.schedules[0].calendar if meeting.schedules else Calendar.load()
    hours = HOURS
    for paper in meeting.of(PaperKind.NOTICE, PaperKind.AGENDA):
        event = _event(meeting, paper)
        if event:
            yield Schedule(paper.doc, (event,), hours=hours, calendar=calendar)
            hours = ALL_DAY  # the second paper need not say again that the meeting is late


def _event(meeting: Meeting, paper: Paper) -> Event | None:
    """The meeting as ``paper`` has it; an agenda that does not say from when to when it lasts takes no other's word."""
    day = first(_own(meeting.days, paper))
    start, end = first(_own(meeting.starts, paper)), _stated_end(meeting, paper)
    turns = [turn for turn in meeting.turns if turn.paper is paper and not before_the_meeting(turn)]
    if not (day or turns):
        return None
    at = day.at if day else turns[0].part.at
    title = first(_own(meeting.titles, paper))
    return Event(
        title=title.at if title else paper.whole(),
        when=at,
        clock=start.at if start else at,
        day=day.value.day if day else None,
        last=day.value.last if day else None,
        weekday=day.value.weekday if day else None,
        start=start.value if start else None,
        end=end.value if end else None,
        parts=tuple(turn.part for turn in turns),
    )


def _own(claims: Sequence[Claim[V]], paper: Paper) -> list[Claim[V]]:
    return [claim for claim in claims if claim.paper is paper]


def _stated_end(meeting: Meeting, paper: Paper) -> Claim[int] | None:
    """The end that the head of a paper states, not that of its last part."""
    parts = {id(turn.part.at.doc): {turn.part.at.span for turn in meeting.turns} for turn in meeting.turns}
    own = _own(meeting.ends, paper)
    return first(claim for claim in own if claim.at.span not in parts.get(id(claim.at.doc), set()))
