"""中国大陆横排公文的引号用“ ”和‘ ’，不用直角引号「」『』。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Span, whole
from lingwu.structure.marks import LONGEST, marks

CURLY = {"「": ("“", "”"), "『": ("‘", "’")}


def find(doc: Document) -> Iterator[Hit]:
    if "「" not in doc.text and "『" not in doc.text:
        return
    for pair in marks(doc).pairs:
        if pair.open in CURLY and len(pair.span) <= LONGEST:
            first, last = CURLY[pair.open]
            start, end = pair.span.start, pair.span.end
            edits = (Edit(Span(start, start + 1), first), Edit(Span(end - 1, end), last))
            yield Hit(pair.span, first + pair.inner.of(doc.text) + last, edits=edits)


rule = Rule(
    code="PUN011",
    title="直角引号",
    basis=Basis("GB/T 15834—2011", "4.8"),
    message="横排文字的引号应用“ ”和‘ ’，不用直角引号。",
    find=whole(find),
    bad={
        "打造「一站式」服务平台。": "打造“一站式”服务平台。",
        "他说，这是「头等大事」。": "他说，这是“头等大事”。",
    },
    good=["打造“一站式”服务平台。", "‘一站式’", "【提示】"],
)
