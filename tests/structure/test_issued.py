"""When a document was issued, and which year a date without one lies in."""

from __future__ import annotations

import pytest

from lingwu.document import Document
from lingwu.structure.issued import document_year, issue_date, year_of
from lingwu.text.dates import dates

NOTICE = "关于报送材料的通知\n各镇人民政府：\n{body}\n某某市教育局\n{date}"


def notice(body: str, date: str = "2025年3月10日") -> Document:
    return Document(NOTICE.format(body=body, date=date))


def test_the_date_under_the_signature_is_the_issue_date() -> None:
    issued = issue_date(notice("请按要求办理。"))
    assert issued is not None
    assert (issued.year, issued.month, issued.day) == (2025, 3, 10)


@pytest.mark.parametrize(
    "doc",
    [
        Document("请于2025年3月10日前报送。"),
        Document("2025年3月10日\n某某市教育局\n一、总体情况。\n二、存在问题。\n三、下步打算。"),
        Document("协议\n甲方。\n乙方。\n丙方。\n某某局\n2025年3月10日\n某某委\n2025年3月11日"),
        Document(""),
    ],
)
def test_without_certainty_there_is_none(doc: Document) -> None:
    assert issue_date(doc) is None


def test_the_date_in_brackets_under_the_title_gives_the_year() -> None:
    assert document_year(Document("在全市会议上的讲话\n（2025年3月10日）\n同志们：\n今天开会。")) == 2025


@pytest.mark.parametrize(
    ("body", "date", "year"),
    [
        ("会议定于3月15日召开。", "2025年3月10日", 2025),
        ("会议定于1月5日召开。", "2025年12月20日", 2026),
        ("检查于2024年12月1日开始，12月5日结束。", "2025年3月10日", 2024),
        ("2024年工作已完成，2月5日验收。", "2025年3月10日", None),
        ("上年9月5日已经验收。", "2025年3月10日", 2025),
        ("今年10月5日验收。", "2025年1月10日", None),
    ],
)
def test_a_year_is_only_given_where_it_is_sure(body: str, date: str, year: int | None) -> None:
    doc = notice(body, date)
    inside = [found for found in dates(doc.text) if found.start < doc.text.index("某某市")]
    assert year_of(doc, inside[-1]) == year
