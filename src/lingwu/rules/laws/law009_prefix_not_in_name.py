"""名称里没有“中华人民共和国”的行政法规，引用时不加。

法律的全称一般带“中华人民共和国”，行政法规有的带、有的不带，应照公布的名称写。对照表可能不全，所以只提醒核对。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.citations import PREFIX, bare, citations, laws


def _find(doc: Document) -> Iterator[Hit]:
    for cited in citations(doc):
        law = laws().get(bare(cited.name)) if cited.name.startswith(PREFIX) else None
        if law and not law.prefixed and not law.repealed and law.kind == "行政法规" and law.articles:
            yield Hit(Span(cited.span.start, cited.span.start + len(PREFIX)), "", says={"law": law.name})


rule = Rule(
    code="LAW009",
    title="法规名称前多“中华人民共和国”",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", Strength.RECOMMENDED, "引文应当准确"),
    message="公布的名称是《{law}》，前面没有“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "依照《中华人民共和国劳动保障监察条例》的规定": "依照《劳动保障监察条例》的规定",
        "根据《中华人民共和国不动产登记暂行条例》办理": "根据《不动产登记暂行条例》办理",
    },
    good=[
        "依照《劳动保障监察条例》的规定",
        "依照《中华人民共和国安全生产法》的规定",
        "《中华人民共和国某某示范条例》",
    ],
)
