"""结构层次序数依次用“一、”“（一）”“1.”“（1）”，不颠倒。

“一、”之下直接用“（1）”或“①”，是跳了层次；“1.”之下用“（一）”，是颠倒了层次。只有两层时“一、”之下用“1.”是通行的写法，
不提示。表格、附件说明和法规的项（条下的“（一）”）不看。
"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.outline import Item, Style, outline

ORDER = (Style.CHINESE, Style.CHINESE_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS)


def _find(doc: Document) -> Iterator[Hit]:
    items = outline(doc)
    if any(item.style in (Style.ARTICLE, Style.CHAPTER) for item in items):
        return
    for before, item in pairwise(items):
        if item.number == 1 and _wrong(before, item, items[0]):
            under = before.span.of(doc.text)
            yield Hit(item.span, says={"under": under})


def _wrong(before: Item, item: Item, first: Item) -> bool:
    if before.style not in ORDER or item.style not in ORDER or first.style is not Style.CHINESE:
        return False
    step = ORDER.index(item.style) - ORDER.index(before.style)
    skipped = step > 1 and before.style is Style.CHINESE and item.style is not Style.ARABIC
    turned = before.style is Style.ARABIC and before.number == 1 and item.style is Style.CHINESE_BRACKETS
    return skipped or turned


rule = Rule(
    code="STR005",
    title="结构层次序数的次序",
    basis=Basis("GB/T 9704—2012", "7.3.3", Strength.GENERAL),
    message="“{under}”之下用“{old}”，层次序数的次序一般为“一、”“（一）”“1.”“（1）”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "一、任务\n⟦（1）⟧治水。\n（2）治气。": None,
        "一、任务\n1.治水\n⟦（一）⟧摸底。\n（二）登记。": None,
    },
    good=[
        "一、任务\n1.治水。\n2.治气。",
        "一、任务\n（一）治水。\n1.摸底。\n（1）登记。",
        "第一章　总则\n第一条　甲：\n（1）乙。",
        "1.治水。\n（一）摸底。",
    ],
)
