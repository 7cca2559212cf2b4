"""Time limits by name, as laws and regulations set them: 信访·办结, 政府信息公开·答复 …"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lingwu.errors import ConfigError
from lingwu.finding import Basis, Strength
from lingwu.workdays._rows import rows

TABLE = Path(__file__).parent / "limits.tsv"


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKING_DAY = "工作日"
    DAY = "日"
    MONTH = "月"
    YEAR = "年"
    HOUR = "小时"

    def said(self, n: int) -> str:
        """``n`` of this unit: 5 个工作日, 15 日."""
        between = "" if self in (Unit.DAY, Unit.YEAR) else "个"
        return f"{n} {between}{self.value}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: ``n`` of ``unit``, on whose basis, and from when it runs (``note``)."""

    name: str
    n: int
    unit: Unit
    basis: Basis
    note: str = ""

    def __str__(self) -> str:
        return self.unit.said(self.n)


@lru_cache(maxsize=1)
def limits() -> tuple[Limit, ...]:
    """All limits that come with Lingwu, in the order of the table."""
    return tuple(
        Limit(
            row["name"],
            int(row["n"]),
            Unit(row["unit"]),
            Basis(row["law"], row["clause"], Strength(row["strength"])),
            row["note"],
        )
        for _, row in rows(TABLE)
    )


def named(name: str) -> Limit:
    """The limit ``name``, or the only one whose name holds it.

    Raises:
        ConfigError: there is none, or more than one.
    """
    found = [limit for limit in limits() if limit.name == name] or [limit for limit in limits() if name in limit.name]
    if len(found) == 1:
        return found[0]
    if found:
        raise ConfigError(f"“{name}”不止一种，请写全：{_listed(limit.name for limit in found)}。")
    near = difflib.get_close_matches(name, [limit.name for limit in limits()], 4, 0.4)
    hint = f"是否想写 {_listed(near)}？" if near else "lingwu workdays limit 列出全部时限。"
    raise ConfigError(f"没有名为“{name}”的时限。{hint}")


def _listed(names: Iterable[str]) -> str:
    return "、".join(names)
