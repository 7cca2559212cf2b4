"""Time limits in working days, and days as Chinese writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lingwu.workdays import Calendar
from lingwu_office.foundation.due import counted, due, workdays
from lingwu_office.site.templatetags import office as tags

ZONE = ZoneInfo("Asia/Shanghai")


def at(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("limit", "now", "said", "level"),
    [
        ("2026-03-09 17:30", "2026-03-09 09:00", "今天17:30到期", "today"),
        ("2026-03-09 17:30", "2026-03-09 18:00", "今天17:30已到期", "late"),
        ("2026-03-10 17:30", "2026-03-09 09:00", "还有1个工作日", "soon"),
        ("2026-03-13 17:30", "2026-03-09 09:00", "还有4个工作日", "later"),
        ("2026-03-09 17:30", "2026-03-11 09:00", "已超期2个工作日", "late"),
        ("2026-03-06 17:30", "2026-03-08 09:00", "已超期2天", "late"),  # Friday, seen on Sunday
        ("2026-03-08 17:30", "2026-03-06 09:00", "下一工作日前到期", "soon"),  # Sunday, seen on Friday
        ("2026-03-09 17:30", "2026-03-06 09:00", "还有1个工作日", "soon"),  # over a weekend
        ("2026-10-09 17:30", "2026-09-30 09:00", "还有2个工作日", "soon"),  # over 国庆节: only the 8th and the 9th
        ("2027-01-05 17:30", "2026-12-31 09:00", "还有3个工作日", "later"),  # 2027 is not known: Monday to Friday
    ],
)
def test_due(limit: str, now: str, said: str, level: str) -> None:
    found = due(at(limit), at(now))
    assert (found.said, found.level) == (said, level)
    assert found.tag == {"late": "error", "today": "doubt", "soon": "doubt", "later": ""}[level]


def test_other_zones_are_seen_from_here() -> None:
    assert due(datetime.fromisoformat("2026-03-09T09:30:00+00:00"), at("2026-03-09 09:00")).said == "今天17:30到期"


def test_counting_leaves_out_the_first_day() -> None:
    assert workdays(date(2026, 3, 9), date(2026, 3, 9)) == workdays(date(2026, 3, 9), date(2026, 3, 2)) == 0
    assert counted(date(2026, 3, 6), date(2026, 3, 7)) == "1天"


SPANS = [
    (date(2024, 1, 31), date(2026, 11, 27)),
    (date(2025, 12, 31), date(2026, 1, 9)),
    (date(2026, 2, 10), date(2026, 3, 1)),
]


@pytest.mark.parametrize(("after", "until"), SPANS)
def test_counting_over_years_is_counting_day_by_day(after: date, until: date) -> None:
    assert workdays(after, until) == Calendar.load().between(after + timedelta(1), until)


def test_days_as_chinese_writes_them() -> None:
    moment = datetime.fromisoformat("2026-03-09T07:04:00+00:00")
    assert tags.day(date(2026, 3, 9)) == tags.day(moment) == "2026年3月9日"
    assert tags.moment(moment) == "2026年3月9日 15:04"
    assert tags.short_day(date(1999, 3, 9)) == "1999年3月9日"
    assert tags.day(None) == tags.moment(None) == tags.due(None) == tags.clock(None) == ""
    assert tags.due(datetime(2020, 1, 2, 9, 30, tzinfo=ZONE)).startswith(
        '<span class="tag error" title="时限2020年1月2日'
    )
