"""The calendar of a year or a month as lines for a terminal: what is off, what is worked, and the lunar days."""

from __future__ import annotations

import calendar as grid
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lingwu.reporters._columns import columns

if TYPE_CHECKING:
    from lingwu.workdays import Calendar, Day

CELL = 10
HEADS = tuple("一二三四五六日")


def year_lines(year: int, calendar: Calendar) -> Iterator[str]:
    """The holidays of a year with the days worked for them, and its working days by month."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    working = calendar.between(first, last)
    yield f"{year}年：工作日 {working} 天，休息日 {(last - first).days + 1 - working} 天。"
    yield ""
    for spell in (spell for spell in calendar.spells[year] if spell.off):
        made_up = [one for one in calendar.spells[year] if not one.off and one.name == spell.name]
        worked = "、".join(f"{one.first.month}月{one.first.day}日" for one in made_up)
        yield _row((spell.name, _range(spell.first, spell.last), f"{spell.days} 天", f"调休上班：{worked or '无'}"))
    yield ""
    for month in range(1, 13):
        end = date(year, month, grid.monthrange(year, month)[1])
        yield f"  {month:>2}月  工作日 {calendar.between(date(year, month, 1), end)} 天"
    yield ""
    yield f"来源：{calendar.sources[year]}"


def month_lines(year: int, month: int, calendar: Calendar) -> Iterator[str]:
    """A month as a calendar sheet: two lines a week, the days with 休 or 班 and what they are."""
    days = list(calendar.days(date(year, month, 1), date(year, month, grid.monthrange(year, month)[1])))
    working = sum(day.working for day in days)
    made_up = sum(day.working and bool(day.holiday) for day in days)
    more = f"（含调休上班 {made_up} 天）" if made_up else ""
    yield f"{year}年{month}月：工作日 {working} 天{more}，休息日 {len(days) - working} 天。"
    yield ""
    yield "".join(_padded(f"周{head}") for head in HEADS).rstrip()
    cells: list[Day | None] = [*[None] * days[0].date.weekday(), *days]
    for week in (cells[at : at + 7] for at in range(0, len(cells), 7)):
        yield "".join(_padded(_number(day)) for day in week).rstrip()
        yield "".join(_padded(_below(day)) for day in week).rstrip()
    yield ""
    yield "休：放假；班：周末调休上班；不标的周六、周日照常休息。"


def _number(day: Day | None) -> str:
    if day is None:
        return ""
    mark = "" if not day.holiday else " 班" if day.working else " 休"
    return f"{day.date.day}{mark}"


def _below(day: Day | None) -> str:
    from lingwu.workdays import lunar

    if day is None:
        return ""
    old = lunar(day.date)
    return old.festival or str(old)[-2:] if old.day > 1 else old.festival or str(old)[: -len("初一")]


def _range(first: date, last: date) -> str:
    start = f"{first.month}月{first.day}日"
    return start if first == last else f"{start}至{last.month}月{last.day}日"


def _row(cells: Sequence[str]) -> str:
    widths = (20, 22, 8, 0)
    cut = "".join(cell + " " * max(1, room - columns(cell)) for cell, room in zip(cells, widths, strict=True))
    return "  " + cut.rstrip()


def _padded(said: str) -> str:
    return said + " " * max(1, CELL - columns(said))
