"""Numbers as they are printed: rounded, so that each stands for all values that round to it.

Two printed numbers contradict each other only where no values behind them could agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lingwu.text.numerals import LONGEST, SCALES

UNIT = (
    r"(?:人次|平方公里|平方米|立方米|千瓦时|公里|公斤|千克|公顷|美元|人|名|户|家|个|元|吨|亩|件|台|辆|所|项|起|次|套|座|处|"
    r"条|份|场|岁|米|天|期|批|张|头|只|株|棵|村)"
)
"""The units that sums are checked in, as a regex."""

PARTS = rf"(?P<{{0}}>\d[\d,]{{{{0,14}}}}(?:\.\d{{{{1,4}}}})?)(?P<{{0}}s>万亿|万|亿)?(?P<{{0}}u>{UNIT})"


def amount_as(name: str) -> str:
    """A regex for an amount: groups ``name`` (digits), ``name`` + s (scale word), ``name`` + u (unit)."""
    return PARTS.format(name)


@dataclass(frozen=True, slots=True)
class Rounded:
    """A printed number: ``value``, known to half a ``step`` either way."""

    value: Decimal
    step: Decimal

    @property
    def low(self) -> Decimal:
        """The least value that could be behind it."""
        return self.value - self.step / 2

    @property
    def high(self) -> Decimal:
        """The greatest value that could be behind it; a little less, strictly."""
        return self.value + self.step / 2

    def meets(self, low: Decimal, high: Decimal) -> bool:
        """Whether some value behind it lies between ``low`` and ``high``."""
        return self.low <= high and low <= self.high


def rounded(digits: str, scale: str | None = "") -> Rounded:
    """The number printed as ``digits`` (commas allowed) with a scale word; more than ``LONGEST`` digits read as 0."""
    plain = digits.replace(",", "")
    if len(plain) > LONGEST:
        return Rounded(Decimal(0), Decimal(1))
    size = Decimal(SCALES[scale or ""])
    return Rounded(Decimal(plain) * size, size.scaleb(-len(plain.partition(".")[2])))


def share(part: Rounded, whole: Rounded) -> tuple[Decimal, Decimal]:
    """The least and the greatest percentage that ``part`` can be of ``whole`` (above 0)."""
    least, most = max(whole.low, Decimal(1) / 10**6), max(whole.high, Decimal(1) / 10**6)
    return part.low / most * 100, part.high / least * 100


def growth(first: Rounded, last: Rounded) -> tuple[Decimal, Decimal]:
    """The least and the greatest growth in per cent from ``first`` to ``last``."""
    low, high = share(last, first)
    return low - 100, high - 100


def show(value: Decimal, step: Decimal) -> str:
    """``value`` printed to ``step`` at most, without needless zeros."""
    said = f"{value.quantize(step) if step <= 1 else value:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
