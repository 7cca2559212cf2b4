"""Numerals: read what is written, write what is read, and stay calm on hostile text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.text.numerals import (
    numbers,
    parse,
    parse_chinese,
    to_arabic,
    to_chinese,
    to_digits,
)


@given(st.integers(0, 10**16 - 1))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert parse_chinese(to_chinese(value)) == value


@given(st.integers(1000, 9999))
def test_years_round_trip(year: int) -> None:
    assert parse_chinese(to_digits(year)) == year


@given(st.integers(0, 10**15), st.integers(0, 4))
def test_arabic_numerals_round_trip(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    assert parse(to_arabic(value)) == value


@given(st.integers(0, 10**12))
def test_thousands_commas_are_read(value: int) -> None:
    assert parse(f"{value:,}") == value


@pytest.mark.parametrize(
    ("said", "value"),
    [("三百零五", 305), ("十二", 12), ("两千", 2000), ("一万五千", 15000), ("叁佰万", 3000000), ("二〇二四", 2024),
     ("一百二十亿", 12 * 10**9), ("三千零五万", 30050000), ("零", 0)],
)  # fmt: skip
def test_chinese_numerals_are_read(said: str, value: int) -> None:
    assert parse_chinese(said) == value


@pytest.mark.parametrize("said", ["", "三百五", "三五十", "百", "一千零", "十十", "万", "二百零百", "人", "一" * 5000])
def test_what_is_no_numeral_reads_as_none(said: str) -> None:
    assert parse_chinese(said) is None


@pytest.mark.parametrize(
    ("said", "value"),
    [("3.5万", "35000"), ("1,234", "1234"), ("3亿4500万", "345000000"), ("三点五", "3.5"), ("１２．５", "12.5")],
)
def test_numerals_of_either_script_are_read(said: str, value: str) -> None:
    assert parse(said) == Decimal(value)


@pytest.mark.parametrize("said", ["", "1,23", "3.", "三点", "1.2.3", "9" * 5000, "abc"])
def test_broken_numerals_read_as_none(said: str) -> None:
    assert parse(said) is None


def test_to_chinese_refuses_what_it_cannot_say() -> None:
    with pytest.raises(ValueError, match="out of range"):
        to_chinese(-1)
    with pytest.raises(ValueError, match="out of range"):
        to_chinese(10**16)


def test_numbers_are_found_with_their_steps() -> None:
    text = "共12人，投资3.5万元，约三五个，十几户，三百零五人，3亿4500万元。"
    found = [(text[n.start : n.end], n.value, n.step, n.chinese) for n in numbers(text)]
    assert found == [
        ("12", Decimal(12), Decimal(1), False),
        ("3.5万", Decimal(35000), Decimal(1000), False),
        ("三百零五", Decimal(305), Decimal(1), True),
        ("3亿4500万", Decimal(345000000), Decimal(10000), False),
    ]


@pytest.mark.parametrize("piece", ["1", "一", "1,111", "十万", "3.", "亿"])
def test_long_runs_take_linear_time(piece: str) -> None:
    began = time.perf_counter()
    assert all(number.end > number.start for number in numbers(piece * 200_000))
    assert time.perf_counter() - began < 10


@given(st.text(alphabet="0123456789,.一二三十百千万亿零〇点第几 \n", max_size=60))
def test_nothing_raises(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end]
    parse(text)
    parse_chinese(text)
