"""Whether a day is worked, also in a year whose holidays are not announced yet. No Django: the duties' domains ask."""

from __future__ import annotations

from datetime import date

from lingwu.errors import ConfigError
from lingwu.workdays import Calendar


def works(calendar: Calendar, day: date) -> bool:
    """Whether ``day`` is worked; Monday to Friday for a year whose holidays are not announced yet.

    A law's time limit may not be guessed so; a step of the office's own flow may, and its end can be moved.
    """
    try:
        return calendar.is_working(day)
    except ConfigError:
        return day.weekday() < 5
