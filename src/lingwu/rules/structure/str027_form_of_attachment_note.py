"""附件说明写作“附件：1.名称”：“附件”后标全角冒号，多件的用阿拉伯数字编号，名称后面不加标点。

“附：名称”“附件1：名称”“名称；”都不合这个写法。只看正文之后的附件说明。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Role, Rule, Span, whole

LABEL = r"附\s*件\s*(\d{1,2})\s*[：:、.．]\s*|附\s*[：:]\s*"


def _find(doc: Document) -> Iterator[Hit]:
    previous = None
    for block in doc.blocks:
        if block.role is Role.ATTACHMENT_NOTE:
            yield from _line(doc.text, block.span, previous is not Role.ATTACHMENT_NOTE)
        if block.span:
            previous = block.role


def _line(text: str, span: Span, first: bool) -> Iterator[Hit]:
    start = span.end - len(text[span.start : span.end].lstrip())
    end = start + len(text[start : span.end].rstrip())
    edits = []
    label = re.compile(LABEL).match(text, start, end)
    if label and (first or not label[1]):
        number = f"{label[1]}." if label[1] else ""
        edits.append(Edit(Span(*label.span()), f"附件：{number}"))
    tail = re.compile(r"[。；;，,]$").search(text, max(start, end - 1), end)
    if tail:
        edits.append(Edit(Span(*tail.span()), ""))
    if edits:
        yield Hit(Span(edits[0].span.start, edits[-1].span.end), edits=tuple(edits))


rule = Rule(
    code="STR027",
    title="附件说明的写法",
    basis=Basis("GB/T 9704—2012", "7.3.4"),
    message="附件说明应写作“附件：1.名称”，名称后不加标点；“{old}”处不合。",
    find=whole(_find),
    bad={
        "各科室：\n请执行。\n附件1：任务表\n示范局\n2024年3月8日": "各科室：\n请执行。\n附件：1.任务表\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n附：任务表\n示范局\n2024年3月8日": "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n附件：任务表；\n示范局\n2024年3月8日": "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日",
    },
    good=[
        "各科室：\n请执行。\n附件：1.任务表\n2.联系表\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n附件：任务表（试行）\n示范局\n2024年3月8日",
        "各科室：\n任务见附件1：任务表。",
    ],
)
