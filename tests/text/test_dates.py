"""Dates and times: every usual spelling is found, what is missing is told, and the calendar is kept."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.text.dates import WEEKDAYS, Date, dates, ranges, times
from lingwu.text.numerals import to_chinese, to_digits

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


def only(text: str) -> Date:
    found = list(dates(text))
    assert len(found) == 1, found
    return found[0]


@given(DAYS)
def test_every_spelling_round_trips(day: datetime.date) -> None:
    han = f"{to_digits(day.year)}年{to_chinese(day.month)}月{to_chinese(day.day)}日"
    for said in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day:%Y.%m.%d}", f"{day:%Y/%m/%d}", han):
        date = only(f"自{said}起施行。")
        assert date.on() == day
        assert (date.start, date.end) == (1, 1 + len(said))


@given(DAYS)
def test_weekdays_are_read(day: datetime.date) -> None:
    for name, close in (("（星期", "）"), ("（周", "）"), ("周", "上午")):
        date = only(f"{day.year}年{day.month}月{day.day}日{name}{WEEKDAYS[day.weekday()]}{close}")
        assert date.weekday == day.isoweekday()


def test_what_is_missing_is_told() -> None:
    assert only("3月5日").missing == ("年", "星期")
    assert only("2024年3月").missing == ("日", "星期")
    assert only("2024年3月5日（星期二）").missing == ()


@pytest.mark.parametrize("said", ["2月30日", "2023年2月29日", "4月31日", "2024年13月", "6月0日"])
def test_days_that_do_not_exist(said: str) -> None:
    assert not only(said).exists()
    assert only(said).on(2023) is None


@pytest.mark.parametrize("said", ["2024年2月29日", "2月29日", "农历二月三十日", "光绪24年2月30日"])
def test_days_that_exist_or_are_not_for_the_calendar(said: str) -> None:
    assert only(said).exists()


@pytest.mark.parametrize("text", ["3个月5日", "每月5日", "2024年月饼", "版本2024.3.5.1", "12-2024-3-5", "正月十五"])
def test_what_is_no_date(text: str) -> None:
    assert not list(dates(text))


def test_forms_are_told() -> None:
    said = ["2024年3月5日", "二〇二四年三月五日", "二〇二四年3月5日", "2024-3-5", "2024.3.5", "24年3月5日"]
    assert [only(text).form for text in said] == ["阿", "汉", "混", "-", ".", "阿"]
    assert (only("24年3月5日").year, only("24年3月5日").short) == (None, 24)


def test_a_surname_is_no_weekday() -> None:
    assert only("2025年3月8日周五桥到场").weekday is None


def test_ranges_fill_in_what_the_second_date_leaves_out() -> None:
    text = "会期为2024年3月5日至8日，9月至11月。"
    found = [(text[r.start : r.end], r.last.year, r.last.month, r.last.day) for r in ranges(text, list(dates(text)))]
    assert found == [("2024年3月5日至8日", 2024, 3, 8), ("9月至11月", None, 11, None)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("上午9:30", 570), ("9时30分", 570), ("下午3时", 900), ("晚上8点半", 1230), ("时间：15:00", 900), ("14时", 840)],
)
def test_times_are_read(text: str, minutes: int) -> None:
    assert [moment.minutes for moment in times(text)] == [minutes]


@pytest.mark.parametrize("text", ["3点建议", "5时期", "12:5", "1:2:3"])
def test_what_is_no_time(text: str) -> None:
    assert not list(times(text))


def test_times_that_do_not_exist() -> None:
    assert [moment.exists for moment in times("25:10，14时65分，24:00，24:30")] == [False, False, True, False]


@pytest.mark.parametrize("piece", ["1", "一", "1年", "5月", "一月", "1:", "周一"])
def test_long_runs_take_linear_time(piece: str) -> None:
    began = time.perf_counter()
    found = list(dates(piece * 50_000))
    assert len(list(ranges(piece * 50_000, found))) <= len(found)
    assert all(moment.end > moment.start for moment in times(piece * 50_000))
    assert time.perf_counter() - began < 10


@given(st.text(alphabet="0123456789年月日号-./:：时点分上午一二十〇初农历周星期（） \n至", max_size=60))
def test_nothing_raises(text: str) -> None:
    found = list(dates(text))
    for date in found:
        assert text[date.start : date.end]
        assert date.on(2024) is None or date.exists(2024)
    assert all(r.first in found for r in ranges(text, found))
    assert all(moment.minutes >= 0 for moment in times(text))
