"""分项列举各项末尾的标点要一致：前后各项都用分号，中间一项不用句号。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, whole

NUMBER = re.compile(r"[ \u3000]*（([一二三四五六七八九十]{1,3})）")
NUMERALS = {word: value for value, word in enumerate("一二三四五六七八九十", 1)}


def find(doc: Document) -> Iterator[Hit]:
    if "；" not in doc.text:
        return
    items: list[tuple[int, str, int]] = []
    for block in doc.blocks:
        text = block.span.of(doc.text).rstrip()
        number = NUMBER.match(text)
        value = NUMERALS.get(number[1], 0) if number else 0
        if items and value != items[-1][0] + 1:
            yield from _odd_ones(items)
            items = []
        if value and (items or value == 1):
            items.append((value, text, block.span.start + len(text)))
    yield from _odd_ones(items)


def _odd_ones(items: list[tuple[int, str, int]]) -> Iterator[Hit]:
    """The one item before the last that ends with a full stop where all others have semicolons."""
    inner = items[:-1]
    odd = [item for item in inner if item[1].endswith("。")]
    if len(odd) != 1 or len(inner) < 3 or any("。" in text[:-1] for _, text, _ in inner):
        return
    if all(text.endswith("；") for _, text, _ in inner if text != odd[0][1]):
        yield Hit(Span(odd[0][2] - 1, odd[0][2]), "；")


rule = Rule(
    code="PUN080",
    title="列举各项末尾标点不一",
    basis=Basis("GB/T 15834—2011", "4.6"),
    message="其他各项末尾都用分号，这一项也应用分号。",
    find=whole(find),
    severity=Severity.DOUBT,
    bad={
        "（一）按时到岗；\n（二）认真记录。\n（三）及时报告；\n（四）做好交接。": "（一）按时到岗；\n（二）认真记录；\n（三）及时报告；\n（四）做好交接。",
        "（一）摸底。\n（二）建账；\n（三）整改；\n（四）验收。": "（一）摸底；\n（二）建账；\n（三）整改；\n（四）验收。",
    },
    good=[
        "（一）摸底；\n（二）建账；\n（三）整改；\n（四）验收。",
        "（一）摸底。\n（二）建账。\n（三）整改。",
        "（一）摸底；\n（二）建账。要细。\n（三）整改；\n（四）验收。",
    ],
)
