"""中文里的单引号用‘ ’，不用直单引号；引号里面再用引号时，外面用双引号，里面用单引号。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, Strength, whole

PAIR = re.compile(r"['＇]([^'＇\r\n]{1,40})['＇]")


def find(doc: Document) -> Iterator[Hit]:
    if "'" not in doc.text and "＇" not in doc.text:
        return
    for match in PAIR.finditer(doc.text):
        start, end = match.span()
        if any("\u4e00" <= char <= "\u9fff" for char in match[1]) and not doc.text[start - 1 : start].isdigit():
            edits = (Edit(Span(start, start + 1), "‘"), Edit(Span(end - 1, end), "’"))
            yield Hit(Span(start, end), f"‘{match[1]}’", edits=edits)


rule = Rule(
    code="PUN010",
    title="直单引号",
    basis=Basis("GB/T 15834—2011", "4.8", Strength.RECOMMENDED),
    message="中文里的单引号应用‘ ’，不用直单引号。",
    find=whole(find),
    bad={
        "“要防止'灯下黑'问题。”": "“要防止‘灯下黑’问题。”",
        "他说：“这叫'一把尺子量到底'。”": "他说：“这叫‘一把尺子量到底’。”",
    },
    good=["“要防止‘灯下黑’问题。”", "It's a pen. 这是钢笔。", "东经116°23'，北纬39°54'"],
)
