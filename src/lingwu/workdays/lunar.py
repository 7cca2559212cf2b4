"""Dates of the lunar calendar (农历, GB/T 33661—2017) and its festivals, from a table of the years 2000 to 2050."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from lingwu.errors import ConfigError
from lingwu.workdays._rows import rows

TABLE = Path(__file__).parent / "lunar.tsv"
MONTHS = "正二三四五六七八九十冬腊"
DAYS = "一二三四五六七八九十"
FESTIVALS = {
    (1, 1): "春节", (1, 15): "元宵节", (5, 5): "端午节", (7, 7): "七夕节", (8, 15): "中秋节", (9, 9): "重阳节",
    (12, 8): "腊八节",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lunar:
    """A lunar date: ``year`` is that in which its 正月初一 falls, ``leap`` says that the month is a 闰月."""

    year: int
    month: int
    day: int
    leap: bool = False
    festival: str = ""

    def __str__(self) -> str:
        return f"{'闰' if self.leap else ''}{MONTHS[self.month - 1]}月{_day(self.day)}"


@dataclass(frozen=True, slots=True)
class _Year:
    first: date
    leap: int
    months: tuple[int, ...]
    qingming: date

    def length(self) -> int:
        return sum(self.months)

    def month(self, at: int) -> tuple[int, bool]:
        """The number of the month that is the ``at``-th of the year, and whether it is a 闰月."""
        if not self.leap or at < self.leap:
            return at + 1, False
        return at, at == self.leap


def lunar(on: date) -> Lunar:
    """The lunar date of ``on``, with its festival (清明节 and 除夕 among them).

    Raises:
        ConfigError: the table does not reach so far.
    """
    years = _years()
    number = on.year if on.year in years and on >= years[on.year].first else on.year - 1
    year = years.get(number)
    if year is None or on >= year.first + timedelta(year.length()):
        raise ConfigError(f"农历年表只到 {min(years)}—{max(years)} 年，查不到 {on.isoformat()} 的农历日期。")
    left = (on - year.first).days
    for at, length in enumerate(year.months):
        if left < length:
            month, leap = year.month(at)
            return Lunar(number, month, left + 1, leap, _festival(on, year, month, left + 1, leap))
        left -= length
    raise AssertionError(f"{on} lies within no month")


def solar(year: int, month: int, day: int, leap: bool = False) -> date:
    """The day on which a lunar date falls.

    Raises:
        ConfigError: the table does not hold the year, or the year has no such day.
    """
    found = _years().get(year)
    at = next((at for at in range(len(found.months)) if found.month(at) == (month, leap)), None) if found else None
    if found is None or at is None or not 1 <= day <= found.months[at]:
        raise ConfigError(f"农历年表里没有 {year} 年{'闰' if leap else ''}{month}月第 {day} 天。")
    return found.first + timedelta(sum(found.months[:at]) + day - 1)


def _festival(on: date, year: _Year, month: int, day: int, leap: bool) -> str:
    if on + timedelta(1) == year.first + timedelta(year.length()):
        return "除夕"
    if on == _years()[on.year].qingming:
        return "清明节"
    return "" if leap else FESTIVALS.get((month, day), "")


def _day(day: int) -> str:
    if day in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[day]
    return "初十廿"[(day - 1) // 10] + DAYS[(day - 1) % 10]


@lru_cache(maxsize=1)
def _years() -> dict[int, _Year]:
    return {
        int(row["year"]): _Year(
            date.fromisoformat(row["first"]),
            int(row["leap"]),
            tuple(30 if size == "大" else 29 for size in row["months"]),
            date.fromisoformat(row["qingming"]),
        )
        for _, row in rows(TABLE)
    }
