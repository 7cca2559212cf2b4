"""成对的标点互相交叉，后半的次序颠倒了：里面的一对先收尾，外面的一对后收尾。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.marks import marks


def find(doc: Document) -> Iterator[Hit]:
    for at in marks(doc).crossed:
        yield Hit(Span(at, at + 2), doc.text[at + 1] + doc.text[at])


rule = Rule(
    code="PUN048",
    title="成对标点交叉",
    basis=Basis("GB/T 15834—2011", "4.8、4.9、4.15"),
    message="成对的标点交叉了，“{old}”应写作“{new}”。",
    find=whole(find),
    bad={
        "具体要求（见《值班办法）》从严执行": "具体要求（见《值班办法》）从严执行",
        "推行网格化管理（简称“一张网）”": "推行网格化管理（简称“一张网”）",
    },
    good=["具体要求（见《值班办法》）从严执行", "“《办法》”", "《办法（试行）》"],
)
