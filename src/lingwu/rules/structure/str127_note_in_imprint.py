"""附注标在成文日期下一行，不标在版记里。

“（此件公开发布）”写到了“抄送”下面，应移到成文日期之下、版记之上。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, whole
from lingwu.text.regexes import compiled

NOTE = r"[ 　\t]*(?P<x>[（(]此件[^（）()\r\n]{2,40}[）)])[ 　\t]*$"
IMPRINT = frozenset({Role.COPY_TO, Role.PRINTING})


def _find(doc: Document) -> Iterator[Hit]:
    if "此件" not in doc.text:
        return
    passed = False
    for block in doc.lines():
        match = compiled(NOTE).match(block.span.of(doc.text)) if passed and len(block.span) < 60 else None
        if match:
            yield Hit(Span(block.span.start + match.start("x"), block.span.start + match.end("x")))
            return
        passed = block.role in IMPRINT


rule = Rule(
    code="STR127",
    title="附注标在版记里",
    basis=Basis("GB/T 9704—2012", "7.3.6"),
    message="附注“{old}”应标在成文日期下一行，不标在版记里。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "各科室：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n⟦（此件公开发布）⟧\n示范局办公室　2024年3月9日印发": None,
        "各科室：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n⟦（此件发至县级）⟧": None,
    },
    good=[
        "各科室：\n请执行。\n示范局\n2024年3月8日\n（此件公开发布）\n抄送：市委办公室。\n示范局办公室　2024年3月9日印发",
        "各科室：\n请执行。\n示范局\n2024年3月8日\n抄送：市委办公室（此件不附送）。",
        "（此件公开发布）\n各科室：\n请执行。\n示范局\n2024年3月8日",
    ],
)
