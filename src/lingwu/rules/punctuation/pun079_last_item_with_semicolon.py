"""分项列举各项之间用分号，最后一项末尾用句号。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, whole

ITEM = re.compile(r"[ \u3000]*(?:（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[.．])")


def find(doc: Document) -> Iterator[Hit]:
    if "；" not in doc.text:
        return
    blocks = [block for block in doc.blocks if block.span.of(doc.text).strip()]
    before = 0
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        text = block.span.of(doc.text).rstrip()
        ends = text.endswith("；") and bool(ITEM.match(text))
        if ends and before and (after is None or _new_part(after.span.of(doc.text))):
            at = block.span.start + len(text)
            yield Hit(Span(at - 1, at), "。")
        before = before + 1 if ends else 0


def _new_part(text: str) -> bool:
    """Whether a paragraph plainly begins something else than a further item."""
    return bool(re.match(r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,6}[条章节])", text))


rule = Rule(
    code="PUN079",
    title="最后一项末尾的分号",
    basis=Basis("GB/T 15834—2011", "4.6"),
    message="这是列举的最后一项，末尾应用句号。",
    find=whole(find),
    severity=Severity.DOUBT,
    bad={
        "第一条　应当做到：\n（一）按时到岗；\n（二）认真记录；\n第二条　值班电话保持畅通。": "第一条　应当做到：\n（一）按时到岗；\n（二）认真记录。\n第二条　值班电话保持畅通。",
        "一、任务\n（一）摸底；\n（二）建账；\n（三）整改；\n二、要求": "一、任务\n（一）摸底；\n（二）建账；\n（三）整改。\n二、要求",
    },
    good=[
        "（一）按时到岗；\n（二）认真记录。\n第二条　保持畅通。",
        "（一）甲：\n1.摸底；\n2.建账；\n（二）乙",
        "统筹推进；\n第二条",
    ],
)
