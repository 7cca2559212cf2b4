"""Time limits: the worked cases of the calendar of 2026, the articles of the Civil Code, and properties."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.errors import ConfigError
from lingwu.workdays import Calendar, Unit, limits, named, reckon

CALENDAR = Calendar.load()


@pytest.mark.parametrize(
    ("start", "n", "unit", "due"),
    [
        ("2026-02-13", 5, Unit.WORKING_DAY, "2026-02-27"),
        ("2026-09-29", 3, Unit.WORKING_DAY, "2026-10-09"),
        ("2026-03-12", -2, Unit.WORKING_DAY, "2026-03-10"),
        ("2026-01-31", 1, Unit.MONTH, "2026-02-28"),
        ("2026-02-02", 15, Unit.DAY, "2026-02-24"),
        ("2026-03-02", 60, Unit.DAY, "2026-05-06"),
        ("2024-02-29", 1, Unit.YEAR, "2025-02-28"),
        ("2026-03-31", 3, Unit.MONTH, "2026-06-30"),
    ],
)
def test_worked_cases(start: str, n: int, unit: Unit, due: str) -> None:
    assert reckon(date.fromisoformat(start), n, unit, CALENDAR).due.isoformat() == due


def test_without_shift_the_last_day_stands() -> None:
    assert reckon(date(2026, 2, 2), 15, Unit.DAY, CALENDAR, shift=False).due == date(2026, 2, 17)


def test_it_is_told_day_by_day() -> None:
    steps = reckon(date(2026, 2, 13), 5, Unit.WORKING_DAY, CALENDAR).steps
    assert [step.said for step in steps[:4]] == ["起算当天，不计", "第 1 个工作日", "不计", "第 2 个工作日"]
    assert (steps[2].first.date, steps[2].last.date) == (date(2026, 2, 15), date(2026, 2, 23))


def test_the_end_of_the_last_known_year_is_open() -> None:
    assert "2027 年元旦" in reckon(date(2026, 12, 24), 3, Unit.WORKING_DAY, CALENDAR).remarks[0]
    assert not reckon(date(2026, 12, 1), 3, Unit.WORKING_DAY, CALENDAR).remarks
    with pytest.raises(ConfigError, match="2027"):
        reckon(date(2026, 12, 24), 10, Unit.WORKING_DAY, CALENDAR)


@pytest.mark.parametrize(("n", "unit"), [(0, Unit.DAY), (-1, Unit.DAY), (9999, Unit.DAY), (3, Unit.HOUR)])
def test_what_cannot_be_counted(n: int, unit: Unit) -> None:
    with pytest.raises(ConfigError, match="不能这样算"):
        reckon(date(2026, 3, 2), n, unit, CALENDAR)


@given(st.dates(date(2015, 1, 1), date(2026, 10, 1)), st.integers(1, 40))
def test_the_nth_working_day_has_n_behind_the_start(start: date, n: int) -> None:
    due = reckon(start, n, Unit.WORKING_DAY, CALENDAR).due
    assert CALENDAR.between(start + timedelta(1), due) == n
    assert CALENDAR.is_working(due)


@given(st.dates(date(2015, 1, 1), date(2026, 9, 1)), st.integers(1, 60))
def test_days_end_on_a_working_day_and_never_early(start: date, n: int) -> None:
    due = reckon(start, n, Unit.DAY, CALENDAR).due
    assert CALENDAR.is_working(due)
    assert due >= start + timedelta(n)
    assert not any(CALENDAR.is_working(start + timedelta(at)) for at in range(n, (due - start).days))


def test_limits_by_name() -> None:
    assert str(named("信访·办结")) == "60 日"
    assert str(named("许可·决定")) == "20 个工作日"
    assert len({limit.name for limit in limits()}) == len(limits())
    with pytest.raises(ConfigError, match="不止一种"):
        named("行政复议")
    with pytest.raises(ConfigError, match="没有名为“信仿·办结”的时限。是否想写 信访·办结"):
        named("信仿·办结")


@pytest.mark.parametrize(("n", "how"), [(2, "自次日起逐个数工作日"), (-2, "自前一日起往前逐个数工作日")])
def test_the_way_of_counting_is_told_for_both_directions(n: int, how: str) -> None:
    assert reckon(date(2026, 3, 12), n, Unit.WORKING_DAY, CALENDAR).rules == how
