"""Dates in the texts of the demo, reckoned from the day on which it is made: ``{+12w}`` → 12月11日（星期五）."""

from __future__ import annotations

import re
from datetime import date, timedelta

MARK = re.compile(r"\{(?:(?P<days>[+-]\d+)(?P<form>[wy]?)|年)\}")
WEEKDAYS = "一二三四五六日"
SATURDAY = 5


def dated(text: str, today: date) -> str:
    """``text`` with its marks replaced: days from ``today``, moved on from a weekend; ``{年}`` is the year."""

    def said(match: re.Match[str]) -> str:
        return _said(weekday_after(today, int(match["days"])), match["form"]) if match["days"] else str(today.year)

    return MARK.sub(said, text)


def weekday_after(today: date, days: int) -> date:
    """``days`` after ``today``, or the Monday after where that is a weekend (before: the Friday, where it is past)."""
    day = today + timedelta(days)
    while day.weekday() >= SATURDAY:
        day += timedelta(1 if days >= 0 else -1)
    return day


def _said(day: date, form: str) -> str:
    plain = f"{day.month}月{day.day}日"
    if form == "w":
        return f"{plain}（星期{WEEKDAYS[day.weekday()]}）"
    return f"{day.year}年{plain}" if form == "y" else plain
