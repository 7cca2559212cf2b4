"""一份文件的正文里，日期的写法应前后一致：要么“2025年3月8日”，要么“2025-03-08”。表格里可以另用一种。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Kind, Place, Rule, Severity, Span, whole
from lingwu.structure.issued import issue_date
from lingwu.text.dates import Date, dates_of


def _in_text(doc: Document, date: Date) -> bool:
    block = doc.block_at(date.start)
    return block is not None and block.kind is Kind.PARAGRAPH and len(block.span) > 15


def _find(doc: Document) -> Iterator[Hit]:
    if "-" not in doc.text or "月" not in doc.text:
        return
    issued = issue_date(doc)
    found = [date for date in doc.derive(dates_of) if date.year and date.day and date.exists() and _in_text(doc, date)]
    lined = [date for date in found if date.form == "-" and not (issued and issued.start == date.start)]
    written = [date for date in found if date.form == "阿"]
    if len(written) >= len(lined):
        for date in lined:
            if written:
                yield Hit(Span(date.start, date.end), f"{date.year}年{date.month}月{date.day}日")


rule = Rule(
    code="DAT017",
    title="日期写法前后不一",
    basis=Basis("GB/T 15835—2011", "4.3"),
    message="本文的日期多用年月日，“{old}”宜统一写作“{new}”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    skip=[Place.NAME],
    bad={
        "工程于2024年3月1日开工，计划于2025-06-30竣工。": "工程于2024年3月1日开工，计划于2025年6月30日竣工。",
        "自2025年1月1日起受理，至2025-3-1截止，逾期不予受理。": "自2025年1月1日起受理，至2025年3月1日截止，逾期不予受理。",
    },
    good=[
        "工程于2024-03-01开工，计划于2025-06-30竣工。",
        "工程于2024年3月1日开工，编号为2025-06-30-1的批次",
        "2025-06-30",
    ],
)
