"""Counting a time limit, day by day, so that anybody can follow it.

民法典第二百条至第二百零四条: the day it begins on is not counted (201); months and years end on the day of the same
number, or on the last day of the month where there is none (202); where the last day is a day off, the end is the
first working day after it (203). Working days are counted one by one and so always end on one.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lingwu.errors import ConfigError
from lingwu.workdays.calendar import Calendar, Day
from lingwu.workdays.limits import Unit

LONGEST = 3660
"""No limit is longer than ten years of days."""
CIVIL = "民法典第二百零一条、第二百零三条"
CIVIL_MONTHS = "民法典第二百零一条至第二百零三条"


@dataclass(frozen=True, slots=True)
class Step:
    """One day, or a run of days that are alike: what it counts as (第3个工作日, 不计)."""

    first: Day
    last: Day
    said: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A limit that began on ``start`` ends at the close of ``due``; ``steps`` tell how, ``rules`` by which law.

    ``remarks`` are sentences on what may still change.
    """

    start: Day
    due: date
    steps: tuple[Step, ...]
    rules: str
    remarks: tuple[str, ...] = ()


def reckon(start: date, n: int, unit: Unit, calendar: Calendar, *, shift: bool = True) -> Reckoning:
    """The end of a limit of ``n`` ``unit`` that begins on ``start`` (the day of receipt, of assignment …).

    ``n`` below zero counts working days backward: the latest day that leaves so many before ``start``. ``shift`` says
    whether a last day that is off moves the end behind it.

    Raises:
        ConfigError: the holidays of a year it runs through are not known, or ``n`` is out of range.
    """
    if n == 0 or abs(n) > LONGEST or (n < 0 and unit is not Unit.WORKING_DAY) or unit is Unit.HOUR:
        raise ConfigError(f"不能这样算：{unit.said(n)}。数目应在 1 到 {LONGEST} 之间，只有工作日可以往前数（写负数）。")
    if unit is Unit.WORKING_DAY:
        return _working(start, n, calendar)
    return _natural(start, n, unit, calendar, shift)


def _working(start: date, n: int, calendar: Calendar) -> Reckoning:
    step = 1 if n > 0 else -1
    on, counted = start, 0
    told = [(calendar.day(start), "起算当天，不计")]
    while counted < abs(n):
        on += timedelta(step)
        day = calendar.day(on)
        counted += day.working
        told.append((day, f"{'' if n > 0 else '往前'}第 {counted} 个工作日" if day.working else "不计"))
    return Reckoning(
        told[0][0],
        on,
        tuple(_merged(told)),
        f"自{'次日起' if n > 0 else '前一日起往前'}逐个数工作日",
        _remarks(calendar, start, on),
    )


def _natural(start: date, n: int, unit: Unit, calendar: Calendar, shift: bool) -> Reckoning:
    end = start + timedelta(n) if unit is Unit.DAY else _corresponding(start, n * (12 if unit is Unit.YEAR else 1))
    told = [(calendar.day(start), "起算当天，不计")]
    if unit is Unit.DAY:
        between = [(day, f"第 {at} 日") for at, day in enumerate(calendar.days(start + timedelta(1), end), 1)]
        told += [between[0], *([between[-1]] if n > 1 else [])]
    else:
        same = end.day == start.day
        told.append((calendar.day(end), f"满 {unit.said(n)}" + ("的对应日" if same else "，没有对应日，取月末")))
    due = end
    while shift and not calendar.day(due).working:
        due += timedelta(1)
        told.append((calendar.day(due), "顺延到此日" if calendar.day(due).working else "休息日，顺延"))
    rules = CIVIL if unit is Unit.DAY else CIVIL_MONTHS
    return Reckoning(told[0][0], due, tuple(_merged(told)), rules, _remarks(calendar, start, due))


def _corresponding(start: date, months_later: int) -> date:
    """The day of the same number so many months later, or the last of that month (民法典 202)."""
    year, month = divmod(start.month - 1 + months_later, 12)
    year += start.year
    if year > 9999:
        raise ConfigError("期限太长，超出公历能写的年份。")
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _merged(told: list[tuple[Day, str]]) -> Iterator[Step]:
    """Neighbouring days off of the same reason become one step."""
    run: list[Step] = []
    for day, said in told:
        before = run[-1] if run else None
        near = before is not None and abs((day.date - before.last.date).days) == 1
        if before and near and not day.working and before.said == said and before.last.why == day.why:
            run[-1] = Step(before.first, day, said)
        else:
            run.append(Step(day, day, said))
    return iter(run)


def _remarks(calendar: Calendar, first: date, last: date) -> tuple[str, ...]:
    low, high = min(first, last), max(first, last)
    touched = any(calendar.is_open(low + timedelta(at)) for at in range((high - low).days + 1))
    said = f"{high.year + 1} 年元旦的放假安排还没有收录，{high.year} 年 12 月末的几天以国务院办公厅的通知为准。"
    return (said,) if touched else ()
