"""序号后面不能空着。

只有“（三）”“2.”而没有内容，多是删改时留下的空行或自动编号。序号独占一行、内容另起一行的（下一行不是同组的序号），不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.outline import Item, Style, outline

STYLES = (Style.CHINESE, Style.CHINESE_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS)


def _find(doc: Document) -> Iterator[Hit]:
    items = outline(doc)
    for index, item in enumerate(items):
        if item.style in STYLES and _empty(doc, item):
            after = items[index + 1] if index + 1 < len(items) else None
            if after is not None and _next_to(doc, item, after):
                yield Hit(item.span)


def _empty(doc: Document, item: Item) -> bool:
    return not doc.text[item.span.end : doc.blocks[item.block].span.end].strip(" 　\t。．.、")


def _next_to(doc: Document, item: Item, after: Item) -> bool:
    """Whether the next item follows at once, and has a content of its own, so that numbers alone are no layout."""
    between = doc.text[doc.blocks[item.block].span.end : after.span.start]
    return not between.strip() and after.style is item.style and not _empty(doc, after)


rule = Rule(
    code="STR032",
    title="空的序号项",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "序号后应有内容"),
    message="序号“{old}”后面没有内容，请补写或删去并顺改后面的序号。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "（一）摸底。\n⟦（二）⟧\n（三）整改。": None,
        "1.摸底。\n⟦2.⟧\n3.整改。": None,
    },
    good=[
        "（一）\n摸底。\n（二）\n整改。",
        "1.摸底。\n2.整改。",
        "（一）\n（二）\n（三）",
    ],
)
