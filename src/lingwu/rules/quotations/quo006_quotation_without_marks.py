"""“有云”“曾说”“指出”之后直接引用名句原文，却没有加引号。

名句库里有这句话，且前有“……说：”“……指出，”等引出，可知是直接引用；直接引用的话应当用引号标出。
只转述大意的不必加引号，所以只作建议；“他指出，……”这样逗号引出的多是转述，不提示。引文后面还有话、看不出到哪里为止的，只提示，不代改。
"""

import re

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span
from lingwu.structure.misquotations import introduced
from lingwu.structure.quotations import Quotation, Quotes

LEADS = r"[：:]\s*$|(?:有云|曰|云|古人说|古语说|俗话说|常言道|名句)[，,]\s*$"


def _judge(doc: Document, quotation: Quotation) -> Hit | None:
    q = quotation
    start, end = q.span.start, q.span.end
    if q.quote or not q.whole or q.alignment.matched < 8 or sum(d.size for d in q.differences) > 2 or not introduced(q):
        return None
    if not re.search(LEADS, doc.text[max(0, start - 8) : start]):
        return None
    says = {"source": q.saying.source}
    mark = doc.text[end : end + 1]
    if mark and mark in "。！？" and doc.text[end + 1 : end + 2] not in ("”", "’"):
        edits = (Edit(Span(start, start), "“"), Edit(Span(end + 1, end + 1), "”"))
        return Hit(Span(start, end + 1), edits=edits, says=says)
    return Hit(Span(start, end), says=says)


rule = Rule(
    code="QUO006",
    title="直接引用名句未加引号",
    basis=Basis("GB/T 15834—2011", "4.8"),
    message="“{old}”是{source}的原话，直接引用宜加引号。",
    find=Quotes(_judge),
    severity=Severity.ADVICE,
    bad={
        "《孙子兵法》有云：多算胜，少算不胜，而况于无算乎！谋划要深。": "《孙子兵法》有云：“多算胜，少算不胜，而况于无算乎！”谋划要深。",
        "他说：小智治事，中智治人，大智立法。治理要立规矩。": "他说：“小智治事，中智治人，大智立法。”治理要立规矩。",
        "古语云：⟦少壮不努力，老大徒伤悲⟧，青年人要惜时。": None,
    },
    good=[
        "古语云：“少壮不努力，老大徒伤悲。”青年人要惜时。",
        "少壮不努力，老大徒伤悲。",
        "他指出，海纳百川、有容乃大。各国应当互学互鉴。",
        "他指出，要有先天下之忧而忧的情怀。",
    ],
)
