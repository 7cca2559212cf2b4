"""Which days are working days: weekends, the statutory holidays of each year and the days worked to make up for them.

依据：全国年节及纪念日放假办法；国务院关于职工工作时间的规定第七条（周六、周日休息）；每年国务院办公厅关于部分节假日安排的
通知。调休 cannot be computed, so a year without its notice is an error, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from lingwu.errors import ConfigError
from lingwu.workdays._rows import about, rows

YEARS = Path(__file__).parent / "years"
WEEKDAYS = "一二三四五六日"
OFF, WORK = "放假", "上班"


@dataclass(frozen=True, slots=True)
class Day:
    """One day: whether it is worked, and why (工作日, 周末, 春节放假, 春节调休上班)."""

    date: date
    working: bool
    why: str
    holiday: str = ""

    @property
    def weekday(self) -> str:
        """星期一 to 星期日."""
        return f"星期{WEEKDAYS[self.date.weekday()]}"


@dataclass(frozen=True, slots=True)
class Spell:
    """A run of days that the notice of a year names: ``first`` to ``last``, both included, off or worked."""

    first: date
    last: date
    off: bool
    name: str

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


class Calendar:
    """The days of all years whose notice is known.

    ``spells`` maps a year to what its notice names, ``sources`` to where that is from.
    """

    def __init__(self, spells: Mapping[int, Sequence[Spell]], sources: Mapping[int, str]) -> None:
        self.spells = {year: tuple(found) for year, found in spells.items()}
        self.sources = dict(sources)
        self._named = {
            spell.first + timedelta(at): spell
            for year in sorted(self.spells)
            for spell in self.spells[year]
            for at in range(spell.days)
        }

    @classmethod
    def load(cls, *more: Path) -> Calendar:
        """The years that come with Lingwu, and those of the files ``more`` (named 2027.tsv, in the same form).

        Raises:
            ConfigError: a file cannot be read or is not in that form.
        """
        return _shipped() if not more else cls(*_read((*sorted(YEARS.glob("*.tsv")), *more)))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are known, in order."""
        return tuple(sorted(self.spells))

    def day(self, on: date) -> Day:
        """What ``on`` is.

        Raises:
            ConfigError: the notice of its year is not known.
        """
        if on.year not in self.spells:
            raise self._unknown(on.year)
        spell = self._named.get(on)
        if spell:
            made_up = f"{spell.name}{OFF}" if spell.off else f"{spell.name}调休{WORK}"
            return Day(on, not spell.off, made_up, spell.name)
        weekend = on.weekday() >= 5
        return Day(on, not weekend, "周末" if weekend else "工作日")

    def is_working(self, on: date) -> bool:
        """Whether ``on`` is worked. Raises as ``day``."""
        return self.day(on).working

    def between(self, first: date, last: date) -> int:
        """How many working days there are from ``first`` to ``last``, both included."""
        return sum(day.working for day in self.days(first, last))

    def days(self, first: date, last: date) -> Iterator[Day]:
        """All days from ``first`` to ``last``, both included."""
        return (self.day(first + timedelta(at)) for at in range((last - first).days + 1))

    def is_open(self, on: date) -> bool:
        """Whether the notice of the next year, still unknown, may change ``on``: the last days of December."""
        return on.month == 12 and on.day >= 24 and on.year + 1 not in self.spells

    def _unknown(self, year: int) -> ConfigError:
        known = f"{self.years[0]}—{self.years[-1]}" if self.years else "无"
        return ConfigError(
            f"没有 {year} 年的放假安排（已有 {known} 年），不能推算。国务院办公厅印发该年的通知后，"
            f"照 {YEARS.name} 文件夹里的样子写成 {year}.tsv，用 --calendar {year}.tsv 指明。"
        )


@lru_cache(maxsize=1)
def _shipped() -> Calendar:
    return Calendar(*_read(tuple(sorted(YEARS.glob("*.tsv")))))


def _read(paths: Sequence[Path]) -> tuple[dict[int, list[Spell]], dict[int, str]]:
    spells: dict[int, list[Spell]] = {}
    sources: dict[int, str] = {}
    for path in paths:
        if not path.stem.isdecimal() or len(path.stem) != 4:
            raise ConfigError(f"放假安排的文件名应是年份，如 2027.tsv；{path.name} 不是。")
        year = int(path.stem)
        spells[year] = [_spell(path, at, row) for at, row in rows(path)]
        said = about(path)
        sources[year] = " ".join([*said.get("source", ()), *said.get("url", ())])
    return spells, sources


def _spell(path: Path, at: int, row: Mapping[str, str]) -> Spell:
    try:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        kind, name = row["kind"], row["name"]
    except (KeyError, ValueError) as error:
        raise ConfigError(
            f"数据文件 {path} 第 {at} 行写法不对，应有 first、last（如 2027-02-05）、kind、name。"
        ) from error
    if kind not in (OFF, WORK) or last < first or (last - first).days > 31:
        raise ConfigError(f"数据文件 {path} 第 {at} 行不对：kind 应是“{OFF}”或“{WORK}”，last 不早于 first。")
    return Spell(first, last, kind == OFF, name)
