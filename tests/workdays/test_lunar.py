"""Lunar dates: festivals fall where the notices of the State Council put them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.errors import ConfigError
from lingwu.workdays import Calendar, lunar
from lingwu.workdays.lunar import solar


@given(st.dates(date(2000, 2, 5), date(2050, 12, 31)))
def test_there_and_back(day: date) -> None:
    old = lunar(day)
    assert solar(old.year, old.month, old.day, old.leap) == day


def test_festivals_are_days_off_in_every_known_year() -> None:
    calendar = Calendar.load()
    for year in range(2015, 2027):
        for month, day in ((1, 1), (5, 5), (8, 15)):
            assert not calendar.is_working(solar(year, month, day))
    assert lunar(date(2026, 4, 5)).festival == "清明节"
    assert lunar(date(2026, 2, 16)).festival == "除夕"


def test_as_said() -> None:
    assert str(lunar(date(2025, 8, 1))) == "闰六月初八"
    assert str(lunar(date(2026, 2, 16))) == "腊月廿九"
    assert str(lunar(date(2026, 3, 18))) == "正月三十"


def test_beyond_the_table() -> None:
    with pytest.raises(ConfigError, match="2000—2050"):
        lunar(date(1999, 1, 1))
    with pytest.raises(ConfigError, match="没有 2026 年闰6月"):
        solar(2026, 6, 1, True)
