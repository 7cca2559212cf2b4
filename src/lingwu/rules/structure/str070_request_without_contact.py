"""请示宜在附注处注明联系人和电话，便于上级机关询问。

写在成文日期下一行，左空二字，加圆括号，如“（联系人：张三，电话：××××××××）”。只看署名、成文日期齐全的请示；全文没有联系人、电话字样的才
提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import line_of
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.routing import addressee, dated, signed

WORDS = ("联系人", "联系电话", "电话", "联系方式", "联 系 人")


def _find(doc: Document) -> Iterator[Hit]:
    if kind_of(doc) is not DocumentKind.REQUEST or addressee(doc) is None or not signed(doc):
        return
    date = dated(doc)
    if date and not any(word in doc.text for word in WORDS):
        line = line_of(doc, date)
        yield Hit(line.span(0, len(line.text)))


rule = Rule(
    code="STR070",
    title="请示缺联系人",
    basis=Basis("GB/T 9704—2012", "7.3.6", Strength.CUSTOM, "请示在附注处注明联系人和电话"),
    message="请示一般在成文日期“{old}”下一行加圆括号注明联系人和电话。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "关于追加经费的请示\n市人民政府：\n妥否，请批示。\n示范局\n⟦2024年3月8日⟧": None,
        "关于购置设备的请示\n市财政局：\n拟购置设备。\n妥否，请批复。\n示范局\n⟦2024年5月6日⟧\n抄送：市审计局。": None,
    },
    good=[
        "关于追加经费的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日\n（联系人：张三，电话：12345678）",
        "关于追加经费的请示\n市人民政府：\n妥否，请批示。",
        "关于追加经费的通知\n市财政局：\n请执行。\n示范局\n2024年3月8日",
    ],
)
