"""成文日期写明年、月、日：2025年3月8日，不写“2025.3.8”“2025/3/8”“2025-03-08”。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.issued import issue_date


def _find(doc: Document) -> Iterator[Hit]:
    date = issue_date(doc)
    if date and date.form in "-./":
        yield Hit(Span(date.start, date.end), f"{date.year}年{date.month}月{date.day}日")


rule = Rule(
    code="DAT013",
    title="成文日期未写年月日",
    basis=Basis("GB/T 9704—2012", "7.3.5.4"),
    message="成文日期应标全年、月、日，“{old}”应写作“{new}”。",
    find=whole(_find),
    bad={
        "特此通知。\n某某县水利局\n2025.3.8": "特此通知。\n某某县水利局\n2025年3月8日",
        "特此函复。\n某某市财政局\n2024-12-05": "特此函复。\n某某市财政局\n2024年12月5日",
    },
    good=["特此通知。\n某某县水利局\n2025年3月8日", "版本号\n2025.3.8.1", "编制时间：2025.3.8"],
)
