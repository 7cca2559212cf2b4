"""Numbers and time limits."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu_office.documents.domain import limits, numbering
from lingwu_office.documents.domain.numbering import Book

SHANGHAI = ZoneInfo("Asia/Shanghai")


@given(st.lists(st.one_of(st.just("give"), st.integers(0, 30)), max_size=60))
def test_no_gap_no_double_and_voided_numbers_stay(events: list[str | int]) -> None:
    book, given_out, voided = Book("滨政办发", 2026), [], set()
    for event in events:
        if event == "give":
            book, number = numbering.give(book)
            given_out.append(number)
            continue
        number = int(event)
        if number in given_out and number not in voided:
            book = numbering.void(book, number)
            voided.add(number)
        else:
            with pytest.raises(ValueError, match="没有发出过"):
                numbering.void(book, number)
    assert given_out == list(range(1, len(given_out) + 1))
    assert book.voided == voided


def test_how_numbers_are_written() -> None:
    assert numbering.written("滨政办发", 2026, 5) == "滨政办发〔2026〕5号"
    assert numbering.archived(2026, "定期30年", 5) == "2026-D30-0005"
    assert numbering.retention_of("30年") == numbering.retention_of("定期30年") == "定期30年"
    with pytest.raises(ValueError, match="保管期限应是"):
        numbering.retention_of("20年")


@pytest.mark.parametrize(
    ("code", "said"), [("", "还没有填"), ("BZ", "应全是汉字"), ("收", "应全是汉字"), ("滨政办发", "")]
)
def test_codes(code: str, said: str) -> None:
    told = numbering.fault_of_code(code)
    assert (said in told) if said else told == ""


def at(day: int, hour: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=SHANGHAI)


def test_due_counts_working_days() -> None:
    assert limits.due(at(5, 10), 0) == datetime(2026, 3, 5, 17, 30, tzinfo=SHANGHAI)
    assert limits.due(at(5, 18), 0).day == 6, "after hours counts as the next day"
    assert limits.due(at(6, 10), 1).day == 9, "a weekend lies between"
    assert limits.due(at(7, 10), 1).day == 10, "what comes on a Saturday counts from Monday"
    assert limits.due(datetime(2026, 9, 30, 10, tzinfo=SHANGHAI), 1).month == 10
    assert limits.due(datetime(2026, 9, 30, 10, tzinfo=SHANGHAI), 1).day == 8, "国庆节"


def test_a_year_without_its_notice_counts_mondays_to_fridays() -> None:
    assert limits.due(datetime(2031, 1, 3, 10, tzinfo=SHANGHAI), 1).day == 6
