"""请示、批复、函应当写明主送机关，顶格写在标题之下。

请示送哪个上级、批复给哪个下级、函致哪个机关，都要写明；标题之下直接就是正文的，是漏了主送机关。只看署名、成文日期齐全的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import main_blocks, title
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee, dated, signed

KINDS = frozenset({DocumentKind.REQUEST, DocumentKind.REPLY, DocumentKind.LETTER})
SHORTEST = 16


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc)
    if kind not in KINDS or addressee(doc) or not signed(doc) or dated(doc) is None or "主送" in doc.text:
        return
    after_title = False
    for block in main_blocks(doc):
        line = block.span.of(doc.text).strip()
        if block.role is Role.TITLE:
            after_title = True
        elif after_title and line and block.role is not Role.DOCUMENT_NUMBER:
            if block.role in (Role.BODY, Role.HEADING) and len(line) >= SHORTEST and line[-1] in "。；：":
                name = title(doc)
                yield Hit(name.span(0, len(name.text)), says={"kind": kind or ""})
            return


rule = Rule(
    code="STR076",
    title="缺主送机关",
    basis=Basis("党政机关公文处理工作条例", "第九条（八）", Strength.GENERAL, "主送机关是公文的主要受理机关"),
    message="{kind}的标题之下没有主送机关，请补写。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "⟦关于追加经费的请示⟧\n为做好今年防汛工作，拟追加经费50万元。\n妥否，请批示。\n示范局\n2024年3月8日": None,
        "⟦关于提供防汛数据的函⟧\n因编制防汛预案需要，商请提供近五年的水文数据。\n特此函达。\n示范局\n2024年3月8日": None,
    },
    good=[
        "关于追加经费的请示\n市人民政府：\n为做好今年防汛工作，拟追加经费50万元。\n妥否，请批示。\n示范局\n2024年3月8日",
        "关于追加经费的请示\n为做好今年防汛工作，拟追加经费50万元。",
        "关于停水的通告\n因管道检修，我市部分地区停水一天。\n示范局\n2024年3月8日",
    ],
)
