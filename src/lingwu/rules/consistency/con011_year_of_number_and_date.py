"""发文字号的年份与成文日期的年份应当一致。

跨年时常见：字号还是〔2024〕，成文日期已是2025年。确属上年编号、下年签发的可以不改，所以只提示核对；早于2012年的旧文件不看。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import main_blocks


def _find(doc: Document) -> Iterator[Hit]:
    number = _first(doc, Role.DOCUMENT_NUMBER, r"[〔\[［【(（﹝](20\d\d)[〕\]］】)）﹞]")
    dated = _first(doc, Role.DATE, r"(20\d\d)年")
    if number and dated and number[0] != dated[0]:
        yield Hit(number[1], says={"dated": dated[0]})


def _first(doc: Document, role: Role, form: str) -> tuple[str, Span] | None:
    for block in main_blocks(doc):
        match = re.search(form, block.span.of(doc.text)) if block.role is role else None
        if match:
            return match[1], Span(block.span.start + match.start(1), block.span.start + match.end(1))
    return None


rule = Rule(
    code="CON011",
    title="发文字号与成文日期的年份不一",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "发文字号按成文的年份编"),
    message="发文字号的年份是{old}，成文日期是{dated}年，请核对。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "示政发〔⟦2024⟧〕3号\n关于甲的通知\n各科室：\n请执行。\n示范局\n2025年1月6日": None,
        "关于甲的通知\n示政发〔⟦2025⟧〕3号\n各科室：\n请执行。\n示范局\n2024年12月6日": None,
    },
    good=[
        "示政发〔2024〕3号\n关于甲的通知\n各科室：\n请执行。\n示范局\n2024年1月6日",
        "关于甲的通知\n各科室：\n按示政发〔2023〕3号执行。\n示范局\n2024年1月6日",
        "示政发〔2024〕3号\n关于甲的通知\n各科室：\n请执行。",
    ],
)
