"""Time limits as a person reads them: due today, so many working days left, late by so many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from lingwu.workdays import Calendar
from lingwu_office.foundation.days import works

SOON = 2
"""Working days before a limit from which one is reminded of it."""

FAR = 10
"""Years ahead whose holidays nobody knows: only Saturdays and Sundays are left out beyond."""


@dataclass(frozen=True)
class Due:
    """A limit seen from now: a few Chinese words, and ``late``, ``today``, ``soon`` or ``later``."""

    said: str
    level: str

    @property
    def tag(self) -> str:
        """The class of the tag that shows it."""
        return {"late": "error", "today": "doubt", "soon": "doubt"}.get(self.level, "")


def due(at: datetime, now: datetime | None = None) -> Due:
    """How the limit ``at`` stands ``now``."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    day, today = at.date(), now.date()
    if now > at:
        return Due(f"已超期{counted(day, today)}" if day < today else f"今天{at:%H:%M}已到期", "late")
    if day == today:
        return Due(f"今天{at:%H:%M}到期", "today")
    left = workdays(today, day)
    if left == 0:
        return Due("下一工作日前到期", "soon")
    return Due(f"还有{counted(today, day)}", "soon" if left <= SOON else "later")


def counted(after: date, until: date) -> str:
    """The days after ``after`` to ``until``: ``2个工作日``, or ``2天`` where none of them is worked."""
    working = workdays(after, until)
    return f"{working}个工作日" if working else f"{(until - after).days}天"


def workdays(after: date, until: date) -> int:
    """The working days after ``after`` to ``until``; Monday to Friday in a year whose holidays are not known yet."""
    if after >= until:
        return 0
    far = date(min(after.year + FAR, date.max.year), 12, 31)
    if until > far:
        return workdays(after, far) + _weekdays(far, until)
    whole = sum(_worked(year)[-1] for year in range(after.year, until.year))
    return whole + _worked(until.year)[_place(until)] - _worked(after.year)[_place(after)]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The holidays that come with Lingwu and those in ``holidays/`` of the office's home (``2027.tsv``)."""
    return Calendar.load(*sorted(Path(settings.HOME, "holidays").glob("*.tsv")))


@lru_cache(maxsize=64)
def _worked(year: int) -> tuple[int, ...]:
    """For each day of a year how many days were worked from its beginning to that day."""
    first, days = date(year, 1, 1), date(year, 12, 31).timetuple().tm_yday
    return tuple(accumulate(works(calendar(), first + timedelta(at)) for at in range(days)))


def _weekdays(after: date, until: date) -> int:
    """Mondays to Fridays after ``after`` to ``until``, whatever the holidays."""
    weeks, rest = divmod((until - after).days, 7)
    return 5 * weeks + sum((after.weekday() + day) % 7 < 5 for day in range(1, rest + 1))


def _place(day: date) -> int:
    return day.timetuple().tm_yday - 1
