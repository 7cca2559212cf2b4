"""Dates, weekdays and times of a cell or a line, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lingwu.crossrule import Quote
from lingwu.document import Span
from lingwu.text.dates import DAY, JOINS, Date, Time, dates, times
from lingwu.text.regexes import compiled

HALF_DAY = 12 * 60
MINUTES = r"(?:约|共|用时|时长)?\s*(?P<n>\d{1,3})\s*(?:分钟|min|')"
WEEKDAY = r"(?:星期|周|礼拜)([一二三四五六日天])"


@dataclass(frozen=True, slots=True)
class When:
    """A date: ``day`` to ``last``, ``weekday`` as stated (1 to 7), ``at`` the date with its weekday."""

    at: Quote
    day: date | None
    last: date | None
    month: int
    day_of_month: int
    weekday: int | None
    year: int | None = None

    @property
    def said(self) -> str:
        """The date as it stands."""
        return self.at.text


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or from when to when: minutes since midnight."""

    at: Quote
    start: int
    end: int | None


def dates_in(quote: Quote, year: int | None = None) -> list[When]:
    """The dates of ``quote`` that name a day; a range is one with its ``last`` day. ``year`` fills what is left out."""
    text, stop = quote.doc.text, quote.span.end
    found = [one for one in dates(text, quote.span.start, stop) if not one.lunar and one.day is not None]
    made: list[When] = []
    behind = 0
    for one in found:
        if one.start < behind:
            continue
        end = _end(text, one, stop)
        last, behind = _last(text, one, end, found, stop)
        day = last.on(one.year or year) if last else None
        at = Quote(quote.doc, Span(one.start, max(end, behind)))
        made.append(When(at, one.on(year), day, one.month, one.day or 0, one.weekday, one.year))
    return made


def _end(text: str, date: Date, stop: int) -> int:
    """Where a date ends, its weekday and the bracket around that included."""
    end = max(date.end, date.weekday_at[1])
    opened = any(mark in text[date.end : end] for mark in "（(")
    return end + (opened and end < stop and text[end] in "）)")


def _last(text: str, first: Date, end: int, found: Sequence[Date], stop: int) -> tuple[Date | None, int]:
    """The date that a range beginning with ``first`` ends with, and where it ends; None and 0 where there is none."""
    joint = compiled(JOINS).match(text, end, stop)
    if not joint:
        return None, 0
    following = next((one for one in found if one.start == joint.end()), None)
    if following:
        return replace(following, year=following.year or first.year), _end(text, following, stop)
    day = compiled(DAY).match(text, joint.end(), stop)
    return (replace(first, day=int(day["day"])), day.end()) if day else (None, 0)


def clocks_in(quote: Quote) -> list[Clock]:
    """The times of ``quote``; two joined by a line or 至 are one with its end."""
    text = quote.doc.text
    found = list(times(text, quote.span.start, quote.span.end))
    made: list[Clock] = []
    skip = False
    for at, one in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        joined = following is not None and compiled(JOINS).fullmatch(text, one.end, following.start)
        if following and joined:
            made.append(_clock(quote, one, following))
            skip = True
        else:
            made.append(_clock(quote, one, None))
    return made


def minutes_in(quote: Quote) -> tuple[int, Quote] | None:
    """A stated length in minutes, with where it stands."""
    match = compiled(MINUTES).search(quote.doc.text, quote.span.start, quote.span.end)
    return (int(match["n"]), Quote(quote.doc, Span(*match.span()))) if match else None


def weekday_in(said: str) -> int | None:
    """A weekday that stands by itself: 星期四 is 4."""
    match = re.search(WEEKDAY, said)
    return "一二三四五六日".index(match[1].replace("天", "日")) + 1 if match else None


def _clock(quote: Quote, one: Time, other: Time | None) -> Clock:
    start = one.minutes
    end = other.minutes if other else None
    if end is not None and end <= start and one.part and not (other and other.part) and end + HALF_DAY > start:
        end += HALF_DAY  # 下午2:30—4:00
    stop = other.end if other else one.end
    return Clock(Quote(quote.doc, Span(one.start, stop)), start, end)
