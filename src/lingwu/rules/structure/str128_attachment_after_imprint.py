"""附件与正文一起装订时，排在版记之前。

附件说明列了附件，附件却排在“抄送”“印发”之后，应移到成文日期之下、版记之上。正文前后没有附件说明的不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole
from lingwu.structure.elements import attached, named


def _find(doc: Document) -> Iterator[Hit]:
    printed = [block.span.end for block in doc.blocks if block.role is Role.PRINTING]
    if len(printed) != 1 or not named(doc):
        return
    present = attached(doc)
    if present and present[0].span.start > printed[0]:
        yield Hit(present[0].span)


END = "\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年3月9日印发"

rule = Rule(
    code="STR128",
    title="附件排在版记之后",
    basis=Basis("GB/T 9704—2012", "7.3.7", note="附件编排在版记之前"),
    message="“{old}”排在版记之后，与正文一起装订的附件应排在版记之前。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "各科室：\n请执行。\n附件：任务表" + END + "\n⟦附件⟧\n任务表\n治水，治气。": None,
        "各科室：\n请执行。\n附件：1.任务表\n2.联系表" + END + "\n⟦附件1⟧\n任务表\n治水。\n附件2\n联系表\n电话。": None,
    },
    good=[
        "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日\n附件\n任务表\n治水。\n抄送：市委办公室。\n示范局办公室　2024年3月9日印发",
        "各科室：\n请执行。" + END + "\n附件\n任务表\n治水。",
        "各科室：\n请执行。\n附件：任务表" + END,
    ],
)
