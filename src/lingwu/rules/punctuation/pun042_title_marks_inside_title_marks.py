"""书名号里面再用书名号，里面的一层用单书名号〈 〉，再里面一层又用双书名号。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Safety, Span, whole
from lingwu.structure.marks import LONGEST, around, marks


def find(doc: Document) -> Iterator[Hit]:
    if "《" not in doc.text:
        return
    outer = around(doc)
    for pair in marks(doc).pairs:
        start, end = pair.span.start, pair.span.end
        if (
            pair.open == "《"
            and end - start <= LONGEST
            and start in outer
            and outer[start].open == "《"
            and doc.text[end - 1] == "》"
        ):
            edits = (Edit(Span(start, start + 1), "〈"), Edit(Span(end - 1, end), "〉"))
            yield Hit(pair.span, f"〈{pair.inner.of(doc.text)}〉", edits=edits)


rule = Rule(
    code="PUN042",
    title="书名号套书名号",
    basis=Basis("GB/T 15834—2011", "4.15.3.5"),
    message="书名号里面的书名号应用单书名号，写作“{new}”。",
    find=whole(find),
    safety=Safety.SAFE,
    bad={
        "《关于印发《值班管理办法》的通知》": "《关于印发〈值班管理办法〉的通知》",
        "根据《关于修改《供水条例》的决定》修正": "根据《关于修改〈供水条例〉的决定》修正",
    },
    good=[
        "《关于印发〈值班管理办法〉的通知》",
        "《甲条例》《乙办法》",
        "《关于修改〈实施《丙法》办法〉的决定》",
        "《甲，乙",
        "甲》乙》",
    ],
)
