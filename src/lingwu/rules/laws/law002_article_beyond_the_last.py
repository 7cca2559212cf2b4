"""引用的条文序号不应超出该法的条数。

《中华人民共和国行政许可法》共八十三条，引“第一百三十条”必有差错。法律会修改，条数会变，所以只在超出较多时提示；对照表中条数
不详、近年正在修改的法律不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.citations import bare, citations, laws


def _find(doc: Document) -> Iterator[Hit]:
    for cited in citations(doc):
        law = laws().get(bare(cited.name)) if cited.article_span else None
        if law and cited.article_span and law.articles and cited.article > law.articles + max(5, law.articles // 10):
            says = {"law": law.name, "version": law.version[:4], "articles": str(law.articles)}
            yield Hit(cited.article_span, says=says)


rule = Rule(
    code="LAW002",
    title="引用的条文不存在",
    basis=Basis("党政机关公文处理工作条例", "第二十条（四）", note="引文应当准确"),
    message="按{version}年的文本，《{law}》共{articles}条，没有“{old}”，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "依照《中华人民共和国行政许可法》⟦第一百三十条⟧的规定": None,
        "依照《行政处罚法》⟦第120条⟧": None,
    },
    good=[
        "依照《中华人民共和国行政许可法》第八十条的规定",
        "依照《中华人民共和国民法典》第一千一百六十五条的规定",
        "依照《示范条例》第九百条的规定",
    ],
)
