"""简称要先定后用：前面已经用了《办法》，后面才写“（以下简称《办法》）”，定义应移到第一次出现的地方。

标题里用简称的不提示；只看带书名号的简称。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.shortened import shortened


def _find(doc: Document) -> Iterator[Hit]:
    done: set[str] = set()
    for each in shortened(doc):
        name = f"《{each.short}》"
        if not each.titled or name in done:
            continue
        done.add(name)
        at = doc.text.find(name, 0, each.span.start - 1)
        block = doc.block_at(at) if at >= 0 else None
        if block and block.role is Role.BODY and each.full != each.short:
            yield Hit(Span(at, at + len(name)))


rule = Rule(
    code="CON020",
    title="简称用在定义之前",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "简称先注明后使用"),
    message="简称“{old}”在后面才注明“以下简称”，宜移到这里，或此处用全称。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "各单位要学习⟦《办法》⟧，落实《示范市档案管理办法》（以下简称《办法》）的要求，把《办法》用好。": None,
        "按照⟦《条例》⟧办理。\n《示范条例》（以下简称《条例》）已经公布，请执行《条例》。": None,
    },
    good=[
        "学习《示范市档案管理办法》（以下简称《办法》），落实《办法》。",
        "按照《其他条例》办理。《示范条例》（以下简称《条例》）已经公布。",
        "示范市公司（以下简称“公司”）成立，其他公司参照。",
    ],
)
