"""成文日期的月、日不编虚位，1不写成01：2025年3月8日，不写2025年03月08日。正文、表格里的日期不在此列。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.issued import issue_date


def _find(doc: Document) -> Iterator[Hit]:
    date = issue_date(doc)
    if date and date.form == "阿" and date.year:
        said = doc.text[date.start : date.end].replace(" ", "")
        right = f"{date.year}年{date.month}月{date.day}日"
        if "0" in (said[5:6], said[said.find("月") + 1 : said.find("月") + 2]):
            yield Hit(Span(date.start, date.end), right)


rule = Rule(
    code="DAT011",
    title="成文日期编了虚位",
    basis=Basis("GB/T 9704—2012", "7.3.5.4"),
    message="成文日期的月、日不编虚位，“{old}”应写作“{new}”。",
    find=whole(_find),
    bad={
        "特此通知。\n某某县水利局\n2025年03月08日": "特此通知。\n某某县水利局\n2025年3月8日",
        "特此函复。\n某某市财政局办公室\n2025年12月05日": "特此函复。\n某某市财政局办公室\n2025年12月5日",
    },
    good=[
        "特此通知。\n某某县水利局\n2025年3月8日",
        "特此通知。\n某某县水利局\n2025年10月20日",
        "开工日期：2025年03月08日。",
        "一、情况\n自2025年03月08日起施行，特此通知。",
    ],
)
