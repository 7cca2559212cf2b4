"""成文日期用阿拉伯数字：2025年3月8日。用汉字（二〇二五年三月八日）是2012年7月以前的旧格式。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.issued import issue_date

SINCE = 2013
"""Documents before the standard's first full year keep their old form."""


def _find(doc: Document) -> Iterator[Hit]:
    date = issue_date(doc)
    if date and date.form == "汉" and date.year and date.year >= SINCE and not date.lunar:
        yield Hit(Span(date.start, date.end), f"{date.year}年{date.month}月{date.day}日")


rule = Rule(
    code="DAT012",
    title="成文日期用了汉字数字",
    basis=Basis("GB/T 9704—2012", "7.3.5.4"),
    message="成文日期应用阿拉伯数字，“{old}”应写作“{new}”。",
    find=whole(_find),
    bad={
        "特此通知。\n某某县水利局\n二〇二五年三月八日": "特此通知。\n某某县水利局\n2025年3月8日",
        "特此函复。\n某某市财政局\n二○二四年十二月三十一日": "特此函复。\n某某市财政局\n2024年12月31日",
    },
    good=[
        "特此通知。\n某某县水利局\n2025年3月8日",
        "特此通知。\n某某县水利局\n二〇〇八年三月八日",
        "二〇二五年三月八日，我局召开会议。",
    ],
)
