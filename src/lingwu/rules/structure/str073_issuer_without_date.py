"""公文应有成文日期：署名的下一行写年、月、日。

正文之后有发文机关署名，却没有日期，多是漏写。只看标题里写明发文机关、文末单独一行又正是这个机关的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import line_of, main_blocks, title
from lingwu.structure.kinds import kind_of
from lingwu.structure.routing import addressee

AFTER = frozenset({Role.COPY_TO, Role.PRINTING, Role.NOTE})
SHORTEST = 3


def _find(doc: Document) -> Iterator[Hit]:
    kind = kind_of(doc)
    if kind is None or not kind.statutory or addressee(doc) is None:
        return
    lines = [block for block in main_blocks(doc) if block.span.of(doc.text).strip() and block.role not in AFTER]
    if any(block.role is Role.DATE for block in lines) or len(lines) < 3 or lines[-1].role is not Role.BODY:
        return
    if len(lines[-1].span) > 40:
        return
    issuer = line_of(doc, lines[-1])
    if len(issuer.text) >= SHORTEST and title(doc).text.startswith(f"{issuer.text}关于"):
        yield Hit(issuer.span(0, len(issuer.text)))


rule = Rule(
    code="STR073",
    title="缺成文日期",
    basis=Basis("党政机关公文处理工作条例", "第九条（十二）", Strength.GENERAL),
    message="署名“{old}”之下没有成文日期，请补写。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范市水利局关于防汛的通知\n各县区：\n请抓好落实。\n⟦示范市水利局⟧": None,
        "示范局关于追加经费的请示\n市人民政府：\n妥否，请批示。\n⟦示范局⟧\n抄送：市财政局。": None,
    },
    good=[
        "示范市水利局关于防汛的通知\n各县区：\n请抓好落实。\n示范市水利局\n2024年3月8日",
        "示范市水利局关于防汛的通知\n各县区：\n请抓好落实。",
        "示范局关于防汛的通知\n各县区：\n报送单位：\n示范局\n落实责任，抓好防汛。",
    ],
)
