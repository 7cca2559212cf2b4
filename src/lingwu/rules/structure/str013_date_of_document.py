"""成文日期用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位（1不编为01）。

“二〇二四年三月八日”“2024.3.8”“2024年03月08日”都应写作“2024年3月8日”。2012年7月以前的公文按当时的规定用汉字，不提示；只看单独成行、
在正文之后的日期。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Safety, Span, whole
from lingwu.structure.ordinals import VALUES, number_of

FORM = r"([\d〇○零一二三四五六七八九]{4})\s*[年./．-]\s*([\d一二三四五六七八九十]{1,3})\s*[月./．-]\s*([\d一二三四五六七八九十]{1,3})\s*[日号]?"
FIRST_YEAR = 2013


def _find(doc: Document) -> Iterator[Hit]:
    for block in doc.blocks:
        if block.role is Role.DATE:
            match = re.search(FORM, block.span.of(doc.text))
            due = _due(match) if match else None
            if match and due and match[0] != due and not _in_brackets(match):
                yield Hit(Span(block.span.start + match.start(), block.span.start + match.end()), due)


def _in_brackets(match: re.Match[str]) -> bool:
    return match.string[match.start() - 1 : match.start()] in ("（", "(")


def _due(match: re.Match[str]) -> str | None:
    year = int("".join(str(VALUES.get("〇" if c == "○" else c, c)) for c in match[1]))
    month, day = number_of(match[2].lstrip("0")) or 0, number_of(match[3].lstrip("0")) or 0
    if year < FIRST_YEAR or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return f"{year}年{month}月{day}日"


rule = Rule(
    code="STR013",
    title="成文日期的写法",
    basis=Basis("GB/T 9704—2012", "7.3.5.4"),
    message="成文日期用阿拉伯数字标全年、月、日，不编虚位，“{old}”应写作“{new}”。",
    find=whole(_find),
    safety=Safety.CONFIRM,
    bad={
        "各科室：\n请执行。\n示范局\n2024年03月08日": "各科室：\n请执行。\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n示范局\n二〇二四年三月十八日": "各科室：\n请执行。\n示范局\n2024年3月18日",
        "各科室：\n请执行。\n示范局\n2024.3.8": "各科室：\n请执行。\n示范局\n2024年3月8日",
    },
    good=[
        "各科室：\n请执行。\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n示范局\n二〇〇四年三月八日",
        "数据截至2024.03.08，请核对。",
        "在大会上的讲话\n张三\n（2024年03月08日）\n同志们：\n今天开会。",
    ],
)
