"""同一层次的序号用同一种写法。

“一、二、3、”“（一）（二）（3）”中有一个序号换了写法，多因复制粘贴或自动编号。只有前后序号都接得上、而自己的写法前面没有同组序号的，
才提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.ordinals import chinese
from lingwu.structure.outline import Item, Style, outline

PARTNERS = {
    Style.ARABIC: Style.CHINESE,
    Style.CHINESE: Style.ARABIC,
    Style.ARABIC_BRACKETS: Style.CHINESE_BRACKETS,
    Style.CHINESE_BRACKETS: Style.ARABIC_BRACKETS,
}


def _find(doc: Document) -> Iterator[Hit]:
    items = outline(doc)
    for index in range(1, len(items) - 1):
        before, item, after = items[index - 1 : index + 2]
        follows = (before.number + 1, item.number + 1) == (item.number, after.number)
        if follows and PARTNERS.get(item.style) is before.style is after.style:
            yield Hit(item.span, _like(doc.text, before, item.number))


def _like(text: str, before: Item, number: int) -> str:
    mark, digits = before.span.of(text), before.digits.of(text)
    return mark.replace(digits, str(number) if digits.isdigit() and digits.isascii() else chinese(number), 1)


rule = Rule(
    code="STR006",
    title="同一层次序号的写法",
    basis=Basis("GB/T 9704—2012", "7.3.3", Strength.CUSTOM, "同一层次用同一种序数"),
    message="前后的序号写法相同，此处“{old}”宜写作“{new}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "一、摸底\n2、登记\n三、整改": "一、摸底\n二、登记\n三、整改",
        "（一）摸底。\n（2）登记。\n（三）整改。": "（一）摸底。\n（二）登记。\n（三）整改。",
    },
    good=[
        "一、摸底\n1.登记。\n2.核对。\n二、整改",
        "（一）摸底。\n（1）登记。\n（2）核对。\n（二）整改。",
        "一、摸底\n二、登记\n三、整改",
    ],
)
