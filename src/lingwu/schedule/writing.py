"""A schedule as iCalendar, for the calendars of telephones and office programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from lingwu.schedule.ics import OFFICE, PEOPLE
from lingwu.schedule.model import Event, Schedule

PRODUCT = "-//Lingwu//lingwu 0.1//ZH-CN"


def to_ics(schedule: Schedule, made: datetime | None = None) -> bytes:
    """The events whose day is known as an .ics (RFC 5545), times in Asia/Shanghai. ``made`` is its DTSTAMP (now)."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    stamp = (made or datetime.now(UTC)).astimezone(UTC)
    for at, event in enumerate(schedule.events):
        if event.day:
            calendar.add_component(_component(event, at, stamp))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def left_out(events: Iterable[Event]) -> list[Event]:
    """The events that :func:`to_ics` cannot write, as their day is not known."""
    return [event for event in events if event.day is None]


def _component(event: Event, at: int, stamp: datetime):  # type: ignore[no-untyped-def] # icalendar's own class
    from icalendar import Event as Component

    made = Component()
    assert event.day is not None  # noqa: S101 - left_out has the others
    uid = hashlib.sha256(f"{at}\0{event.title.text}\0{event.day}".encode()).hexdigest()[:20]
    made.add("uid", f"{uid}@lingwu")
    made.add("dtstamp", stamp)
    made.add("summary", event.title.text)
    if event.start is None:
        made.add("dtstart", event.day)
        made.add("dtend", (event.last or event.day) + timedelta(1))
    else:
        made.add("dtstart", _moment(event.day, event.start))
        if event.end is not None and event.end > event.start:
            made.add("dtend", _moment(event.last or event.day, event.end))
    if event.place:
        made.add("location", event.place.text)
    if event.people:  # no ATTENDEE: that would need addresses, and some calendars send invitations to them
        made.add("description", PEOPLE + "、".join(person.text for person in event.people))
    return made


def _moment(day: date, minutes: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=OFFICE) + timedelta(minutes=minutes)
