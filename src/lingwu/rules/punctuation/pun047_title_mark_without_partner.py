"""书名号成对使用。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.structure.marks import marks


def find(doc: Document) -> Iterator[Hit]:
    return (Hit(Span(at, at + 1)) for at in marks(doc).alone if doc.text[at] in "《》〈〉")


rule = Rule(
    code="PUN047",
    title="书名号不成对",
    basis=Basis("GB/T 15834—2011", "4.15"),
    message="这里的书名号“{old}”没有与它配对的另一半。",
    find=whole(find),
    bad={
        "根据⟦《⟧安全生产法的规定": None,
        "按照值班工作办法⟦》⟧执行": None,
    },
    good=["根据《安全生产法》的规定", "《关于印发〈办法〉的通知》", "《国务院关于\n加强监管的通知》"],
)
