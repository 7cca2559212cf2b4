"""Printed numbers contradict each other only where no values behind them could agree."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lingwu.text.rounded import Rounded, amount_as, growth, rounded, share, show


def test_the_step_comes_from_the_digits_shown() -> None:
    assert rounded("3.50", "亿") == Rounded(Decimal(350_000_000), Decimal(1_000_000))
    assert rounded("1,234") == Rounded(Decimal(1234), Decimal(1))
    assert rounded("9" * 5000) == Rounded(Decimal(0), Decimal(1))


def test_amounts_are_read_with_scale_and_unit() -> None:
    match = re.fullmatch(amount_as("a"), "1,234.5万平方米")
    assert match
    assert (match["a"], match["as"], match["au"]) == ("1,234.5", "万", "平方米")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_true_share_is_never_contradicted(part: int, whole: int, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    said = Rounded((Decimal(part) / whole * 100).quantize(step), step)
    assert said.meets(*share(Rounded(Decimal(part), Decimal(1)), Rounded(Decimal(whole), Decimal(1))))


@given(st.decimals("1", "100000", places=4), st.decimals("1", "100000", places=4))
def test_true_growth_of_rounded_values_is_never_contradicted(first: Decimal, last: Decimal) -> None:
    step = Decimal("0.1")
    said = Rounded(((last / first - 1) * 100).quantize(step), step)
    assert said.meets(*growth(Rounded(first.quantize(step), step), Rounded(last.quantize(step), step)))


def test_plain_contradictions_are_seen() -> None:
    low, high = growth(rounded("100"), rounded("150"))
    assert not rounded("40").meets(low, high)
    assert rounded("50").meets(low, high)


def test_values_are_shown_without_needless_zeros() -> None:
    assert show(Decimal("12.500"), Decimal("0.01")) == "12.5"
    assert show(Decimal("33.333"), Decimal(1)) == "33"
