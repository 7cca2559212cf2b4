"""成文日期写到日，末尾要有“日”字：“2026年2月12”漏了“日”，写“12号”也不合规范。只看单独成行的日期。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Kind, Rule, Span, whole
from lingwu.text.regexes import compiled

LINE = r"[\s\u3000]*(?P<date>(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月(?:[12]\d|3[01]|0?[1-9]))(?P<hao>号)?[\s\u3000]*$"
LONGEST = 80


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.kind is not Kind.PARAGRAPH or len(block.span) > LONGEST or "月" not in block.span.of(doc.text):
            continue
        match = compiled(LINE).match(block.span.of(doc.text))
        if match:
            start = block.span.start + match.start("date")
            yield Hit(
                Span(start, block.span.start + (match.end("hao") if match["hao"] else match.end("date"))),
                match["date"] + "日",
            )


rule = Rule(
    code="DAT041",
    title="成文日期缺“日”字",
    basis=Basis("GB/T 9704—2012", "7.3.5.4"),
    message="成文日期应标全年、月、日，“{old}”应写作“{new}”。",
    find=whole(_find),
    bad={
        "特此通知。\n某某县水利局\n2025年3月8": "特此通知。\n某某县水利局\n2025年3月8日",
        "特此函复。\n某某市财政局\n　　　　2024年12月5号": "特此函复。\n某某市财政局\n　　　　2024年12月5日",
    },
    good=["特此通知。\n某某县水利局\n2025年3月8日", "2025年3月", "会议于2025年3月8\n召开。", "2025年3月80"],
)
