"""Working days and holidays of known years, and the refusal to guess those of others."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.errors import ConfigError
from lingwu.workdays import Calendar
from lingwu.workdays.calendar import YEARS

CALENDAR = Calendar.load()
KNOWN = st.dates(date(2015, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "working", "why"),
    [
        ("2026-02-14", True, "春节调休上班"),
        ("2026-02-15", False, "春节放假"),
        ("2026-03-01", False, "周末"),
        ("2026-03-02", True, "工作日"),
        ("2026-10-08", True, "工作日"),
        ("2018-12-29", True, "元旦调休上班"),
        ("2022-12-31", False, "元旦放假"),
        ("2015-09-03", False, "抗日战争暨世界反法西斯战争胜利70周年纪念日放假"),
    ],
)
def test_days(day: str, working: bool, why: str) -> None:
    found = CALENDAR.day(date.fromisoformat(day))
    assert (found.working, found.why) == (working, why)


def test_a_year_from_2025_has_248_working_days() -> None:
    """365 − 104 − 13, where no holiday that all have falls on a weekend for good."""
    assert [CALENDAR.between(date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2026)] == [248, 248]


def test_a_year_without_its_notice_is_an_error_that_says_so() -> None:
    with pytest.raises(ConfigError, match=r"没有 2027 年的放假安排.*不能推算"):
        CALENDAR.day(date(2027, 1, 4))
    assert CALENDAR.is_open(date(2026, 12, 31))
    assert not CALENDAR.is_open(date(2025, 12, 31))


def test_an_office_adds_a_year(tmp_path: Path) -> None:
    path = tmp_path / "2027.tsv"
    path.write_text("# source: 通知\nfirst\tlast\tkind\tname\n2027-01-01\t2027-01-03\t放假\t元旦\n", encoding="utf-8")
    calendar = Calendar.load(path)
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2027, 1, 4))
    assert calendar.sources[2027] == "通知"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("明年.tsv", "", "应是年份"),
        ("2027.tsv", "", "没有内容"),
        ("2027.tsv", "first\tlast\tkind\tname\n2027-01-01\t放假", "第 2 行只有 2 列"),
        ("2027.tsv", "first\tlast\tkind\tname\n1月1日\t2027-01-03\t放假\t元旦", "第 2 行写法不对"),
        ("2027.tsv", "first\tlast\tkind\tname\n2027-01-03\t2027-01-01\t放假\t元旦", "last 不早于 first"),
    ],
)
def test_a_bad_file_is_told_by_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        Calendar.load(tmp_path / name)


@given(KNOWN, st.integers(0, 40), st.integers(0, 40))
def test_counts_add_up(first: date, length: int, more: int) -> None:
    middle = min(first + timedelta(length), date(2026, 12, 30))
    last = min(middle + timedelta(1 + more), date(2026, 12, 31))
    whole = CALENDAR.between(first, last)
    assert whole == CALENDAR.between(first, middle) + CALENDAR.between(middle + timedelta(1), last)


def test_every_year_names_its_source_and_its_days_make_sense() -> None:
    assert len(list(YEARS.glob("*.tsv"))) == len(CALENDAR.years) == 12
    for year in CALENDAR.years:
        assert "gov.cn" in CALENDAR.sources[year]
        for spell in CALENDAR.spells[year]:
            assert spell.off or all((spell.first + timedelta(at)).weekday() >= 5 for at in range(spell.days))
