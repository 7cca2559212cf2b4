"""When a step is due: working days from the calendar of Lingwu, ends of office hours."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from lingwu.workdays import Calendar
from lingwu_office.foundation.days import works

CLOSE = time(17, 30)
"""The end of office hours, when what is due on a day is due."""


def due(start: datetime, days: int, calendar: Calendar | None = None) -> datetime:
    """The end of the ``days``-th working day after ``start`` (aware, in the office's zone); 0 is the same day.

    What comes in after hours or on a day off counts as come in on the next working day.
    """
    calendar = calendar or Calendar.load()
    day = start.date()
    while not works(calendar, day) or (day == start.date() and start.time() >= CLOSE):
        day += timedelta(1)
    for _ in range(days):
        day += timedelta(1)
        while not works(calendar, day):
            day += timedelta(1)
    return datetime.combine(day, CLOSE, start.tzinfo)
