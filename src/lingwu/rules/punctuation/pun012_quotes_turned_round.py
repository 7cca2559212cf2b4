"""前引号“和后引号”方向打反，或两个都打成了前（后）引号。

只在一个短语前后的两个引号明显配成一对时提示，不对整段重新配对。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, whole
from lingwu.structure.marks import marks


def find(doc: Document) -> Iterator[Hit]:
    pairs = {offset: pair for pair in marks(doc).pairs for offset in (pair.span.start, pair.span.end - 1)}
    done = set()
    for at in marks(doc).turned:
        pair = pairs[at]
        if pair.span not in done:
            done.add(pair.span)
            yield Hit(pair.span, f"“{pair.inner.of(doc.text)}”")


rule = Rule(
    code="PUN012",
    title="引号方向打反",
    basis=Basis("GB/T 15834—2011", "4.8"),
    message="这一对引号的方向不对，应写作“{new}”。",
    find=whole(find),
    bad={
        "深化”放管服“改革。": "深化“放管服”改革。",
        "深化“放管服“改革，优化营商环境。": "深化“放管服”改革，优化营商环境。",
    },
    good=["深化“放管服”改革。", "他说：“要做到‘四个不’。”", "坚持“两手抓”“两手硬”"],
)
