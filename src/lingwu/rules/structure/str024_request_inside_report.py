"""不得在报告等非请示性公文中夹带请示事项。

标题是“报告”，结尾却写“妥否，请批示”“请批复”，应改用请示，或者改为“特此报告”。向人民代表大会作的工作报告、“请予审议”不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Span, whole
from lingwu.structure.elements import kind, main_blocks, title

CLOSING = r"(?:妥否|当否|可否|是否妥当|如无不妥)，[恳敬]?请(?:予以|予)?(?:批示|批复|审批|批准|指示)"


def _find(doc: Document) -> Iterator[Hit]:
    if kind(doc) != "报告" or "请示" in title(doc).text:
        return
    for block in main_blocks(doc):
        if block.role is Role.BODY and "请" in doc.text[block.span.start : block.span.end]:
            for match in re.compile(CLOSING).finditer(doc.text, block.span.start, block.span.end):
                yield Hit(Span(*match.span()))


rule = Rule(
    code="STR024",
    title="报告夹带请示",
    basis=Basis("党政机关公文处理工作条例", "第十五条（四）"),
    message="报告不得夹带请示事项，“{old}”是请示的结尾，应改用请示，或改为“特此报告”。",
    find=whole(_find),
    bad={
        "关于防汛工作的报告\n市政府：\n情况如下。\n⟦妥否，请批示⟧。": None,
        "示范局关于追加经费的报告\n市政府：\n需要追加。以上报告⟦当否，请予批复⟧。": None,
    },
    good=[
        "关于追加经费的请示\n市政府：\n妥否，请批示。",
        "关于防汛工作的报告\n市政府：\n特此报告。",
        "关于追加经费的请示报告\n市政府：\n妥否，请批示。",
        "政府工作报告\n各位代表：\n现在请予审议。",
    ],
)
