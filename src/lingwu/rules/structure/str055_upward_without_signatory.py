"""请示、报告等上行文应当在版头标注签发人姓名。

只看版头齐全的上行文：文首有发文机关标志和发文字号，却没有“签发人”。没有版头的草稿、从网页复制的正文不提示。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, whole
from lingwu.structure.kinds import Direction, direction_of
from lingwu.structure.routing import head_has


def _find(doc: Document) -> Iterator[Hit]:
    if direction_of(doc) is not Direction.UP or not head_has(doc, Role.ISSUER_MARK):
        return
    if re.search(r"签\s*发\s*人", doc.text):
        return
    number = next((block for block in doc.blocks[:16] if block.role is Role.DOCUMENT_NUMBER), None)
    if number is not None and "函" not in number.span.of(doc.text):
        yield Hit(number.span)


rule = Rule(
    code="STR055",
    title="上行文缺签发人",
    basis=Basis("党政机关公文处理工作条例", "第九条（六）", note="GB/T 9704—2012 7.2.6 同"),
    message="上行文应当标注签发人姓名，发文字号“{old}”同一行右侧没有找到“签发人：”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局文件\n⟦示发〔2024〕8号⟧\n关于防汛的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日": None,
        "000012\n示范市财政局文件\n⟦示财〔2024〕8号⟧\n关于预算的报告\n市人民政府：\n特此报告。\n示范市财政局\n2024年3月8日": None,
    },
    good=[
        "示范局文件\n示发〔2024〕8号　签发人：张三\n关于防汛的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日",
        "示范局文件\n示发〔2024〕8号\n关于防汛的通知\n各科室：\n请执行。\n示范局\n2024年3月8日",
        "关于防汛的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日",
        "示范局文件\n签 发 人：张三\n示发〔2024〕8号\n关于防汛的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日",
    ],
)
