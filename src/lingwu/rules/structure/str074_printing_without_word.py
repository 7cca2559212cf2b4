"""印发日期后加“印发”二字。

版记最后一行左边是印发机关，右边是印发日期，如“示范局办公室　2024年3月9日印发”。只看抄送之后、由办公室（厅）和日期组成的一行。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole

LINE = r"\S{2,24}(?:办公[室厅]|秘书处|秘书科|综合[科处]|[局部委]|政府)[ 　\t]+(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)\s*$"


def _find(doc: Document) -> Iterator[Hit]:
    if "抄送" not in doc.text:
        return
    lines = [block for block in doc.blocks if block.span]
    for before, block in pairwise(lines):
        if before.role is Role.COPY_TO and block.role is not Role.COPY_TO and len(block.span) < 80:
            match = re.match(LINE, block.span.of(doc.text).lstrip())
            if match:
                start = block.span.end - len(block.span.of(doc.text).lstrip()) + match.start("day")
                yield Hit(Span(start, start + len(match["day"])), match["day"] + "印发")


rule = Rule(
    code="STR074",
    title="印发日期缺“印发”",
    basis=Basis("GB/T 9704—2012", "7.4.3"),
    message="版记中的印发日期后应加“印发”二字，写作“{new}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "请执行。\n抄送：市委办公室。\n示范局办公室　　2024年3月9日": "请执行。\n抄送：市委办公室。\n示范局办公室　　2024年3月9日印发",
        "请执行。\n抄送：市审计局，市统计局。\n示范市人民政府办公室 2024年12月1日": (
            "请执行。\n抄送：市审计局，市统计局。\n示范市人民政府办公室 2024年12月1日印发"
        ),
    },
    good=[
        "请执行。\n抄送：市委办公室。\n示范局办公室　　2024年3月9日印发",
        "请执行。\n示范局办公室　2024年3月9日",
        "请执行。\n抄送：市委办公室，\n市审计局。\n示范局办公室　2024年3月9日印发",
    ],
)
