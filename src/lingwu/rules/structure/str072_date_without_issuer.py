"""公文应有发文机关署名：成文日期的上一行写发文机关全称或者规范化简称。

正文结束，下一行就是成文日期，中间没有署名，多是漏写。标题下写发文机关和日期的文种（决议、公报、纪要等），讲话稿和法规，署名与日期写在同一行的，
都不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.elements import line_of, main_blocks
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee, dated

KINDS = frozenset(
    {DocumentKind.NOTICE, DocumentKind.CIRCULAR, DocumentKind.REPORT, DocumentKind.REQUEST, DocumentKind.REPLY,
     DocumentKind.LETTER}
)  # fmt: skip


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) not in KINDS or addressee(doc) is None:
        return
    date = dated(doc)
    before = None
    for block in main_blocks(doc):
        if block is date:
            break
        before = block if block.span.of(doc.text).strip() else before
    if date is None or before is None or before.role not in (Role.BODY, Role.ATTACHMENT_NOTE):
        return
    line = before.span.of(doc.text).rstrip()
    if before.role is Role.ATTACHMENT_NOTE or (line[-1] in "。！" and len(line) > 4):
        day = line_of(doc, date)
        yield Hit(day.span(0, len(day.text)))


rule = Rule(
    code="STR072",
    title="缺发文机关署名",
    basis=Basis("党政机关公文处理工作条例", "第九条（十一）", Strength.GENERAL),
    message="成文日期“{old}”之上没有发文机关署名，请补写。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "关于防汛的通知\n各县区：\n请抓好落实。\n⟦2024年3月8日⟧": None,
        "关于追加经费的请示\n市人民政府：\n妥否，请批示。\n附件：测算表\n⟦2024年3月8日⟧": None,
    },
    good=[
        "关于防汛的通知\n各县区：\n请抓好落实。\n示范局\n2024年3月8日",
        "关于防汛的通知\n各县区：\n请抓好落实。\n示范局（盖章）\n2024年3月8日",
        "关于防汛的讲话\n同志们：\n要抓好落实。\n2024年3月8日",
        "关于防汛的通知\n各县区：\n请于下列日期前报送：\n2024年3月8日",
    ],
)
