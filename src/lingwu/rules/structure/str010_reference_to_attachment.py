"""正文提到的附件应当在附件说明或文后找得到。

正文写“见附件3”，附件说明只列了两件。没有附件说明、文后也没有附件的片段不提示；提到别的文件的附件（书名号或文号后面的
“附件3”）不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import attached, main_blocks, named


def _find(doc: Document) -> Iterator[Hit]:
    entries = [*named(doc), *attached(doc)]
    if not entries or "附件" not in doc.text:
        return
    most = max(max((entry.number for entry in entries), default=0), len(named(doc)), 1)
    for block in main_blocks(doc):
        if block.role is Role.BODY:
            yield from _in_block(doc.text, block.span, most)


def _in_block(text: str, span: Span, most: int) -> Iterator[Hit]:
    at = text.find("附件", span.start, span.end)
    while at >= 0:
        end = at + 2
        while end < span.end and text[end] in "0123456789" and end < at + 5:
            end += 1
        digits = text[at + 2 : end]
        if digits and int(digits) > most and text[at - 1 : at] not in ("》", "号", "）", "的", "件"):
            yield Hit(Span(at, end), says={"most": str(most)})
        at = text.find("附件", end, span.end)


rule = Rule(
    code="STR010",
    title="提到的附件找不到",
    basis=Basis("GB/T 9704—2012", "7.3.7", Strength.CUSTOM, "正文提到的附件应当附上"),
    message="正文提到“{old}”，而本文只有{most}件附件，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "各科室：\n任务分工见⟦附件3⟧。\n附件：1.任务表\n2.联系表\n示范局\n2024年3月8日": None,
        "各科室：\n请填写报名表（⟦附件2⟧）。\n附件：任务表\n示范局\n2024年3月8日": None,
    },
    good=[
        "各科室：\n任务分工见附件2。\n附件：1.任务表\n2.联系表\n示范局\n2024年3月8日",
        "各科室：\n请填写报名表（附件2）。",
        "各科室：\n按《示范办法》附件3的要求填写。\n附件：任务表\n示范局\n2024年3月8日",
    ],
)
