"""引号先用双引号，双引号里面才用单引号；单独一层引号用双引号。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Severity, Span, whole
from lingwu.structure.marks import LONGEST, around, marks, quotes_alone


def find(doc: Document) -> Iterator[Hit]:
    if "‘" not in doc.text:
        return
    outer = around(doc)
    for pair in marks(doc).pairs:
        start, end = pair.span.start, pair.span.end
        if pair.open != "‘" or end - start > LONGEST or start in outer or "\n" in doc.text[start:end]:
            continue
        block = doc.block_at(start)
        if block and block.span.start in quotes_alone(doc):
            continue
        if any("\u4e00" <= char <= "\u9fff" for char in pair.inner.of(doc.text)):
            edits = (Edit(Span(start, start + 1), "“"), Edit(Span(end - 1, end), "”"))
            yield Hit(pair.span, f"“{pair.inner.of(doc.text)}”", edits=edits)


rule = Rule(
    code="PUN044",
    title="外层用了单引号",
    basis=Basis("GB/T 15834—2011", "4.8.3.4"),
    message="单独一层引号应用双引号，写作“{new}”。",
    find=whole(find),
    severity=Severity.DOUBT,
    bad={
        "推进‘放管服’改革。": "推进“放管服”改革。",
        "要念好‘紧箍咒’，拧紧总开关。": "要念好“紧箍咒”，拧紧总开关。",
    },
    good=["他说：“要念好‘紧箍咒’。”", "’98抗洪精神", "It’s ‘OK’ now.", "他说：“要念好‘紧箍咒’，还要\n抓落实"],
)
