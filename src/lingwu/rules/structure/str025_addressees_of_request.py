"""请示原则上主送一个上级机关，需要同时报送别的机关的，用抄送。

标题是“请示”而主送写了两个以上机关。“市委、市政府”联称、党政同报的也应分主次，故一并提示，由人判断。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import kind


def _find(doc: Document) -> Iterator[Hit]:
    if kind(doc) != "请示":
        return
    for block in doc.blocks[:12]:
        if block.role is Role.ADDRESSEE:
            line = re.sub(r"[（(][^（）()]*[）)]", "", block.span.of(doc.text))
            if re.search("[、，,]", line.strip().rstrip("：:，,")):
                yield Hit(block.span)
            return


rule = Rule(
    code="STR025",
    title="请示多头主送",
    basis=Basis("党政机关公文处理工作条例", "第十五条（一）", Strength.GENERAL),
    message="请示原则上主送一个上级机关，“{old}”不止一个，其余可用抄送。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于追加经费的请示\n⟦市政府、市财政局：⟧\n妥否，请批示。": None,
        "关于调整编制的请示\n⟦市委编办，市人力资源社会保障局：⟧\n妥否，请批示。": None,
    },
    good=[
        "关于追加经费的请示\n市政府：\n妥否，请批示。",
        "关于追加经费的通知\n市财政局、市审计局：\n请执行。",
        "关于追加经费的请示\n市政府（办公室、财政处）：\n妥否，请批示。",
    ],
)
