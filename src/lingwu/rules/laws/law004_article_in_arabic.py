"""引用法律法规的条、款、项，序号照原文用汉字：第三条、第二款、第（一）项。

法律法规的条文本身用汉字编号，引用时照写。合同、协议、标准的条款可以用阿拉伯数字，不提示；只看书名号里是法律法规、后面紧跟“第×条”的。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.citations import bare, citations, laws
from lingwu.structure.ordinals import chinese


def _find(doc: Document) -> Iterator[Hit]:
    for cited in citations(doc):
        if cited.article_span and bare(cited.name) in laws():
            said = cited.article_span.of(doc.text)
            if said[1:-1].isascii():
                yield Hit(cited.article_span, f"第{chinese(cited.article)}条")


rule = Rule(
    code="LAW004",
    title="引用条文的序号",
    basis=Basis("立法技术规范（试行）（一）", "", Strength.CUSTOM, "条的序号用汉字数字"),
    message="引用法律法规的条文，序号照原文用汉字，“{old}”宜写作“{new}”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "依照《中华人民共和国行政许可法》第12条的规定": "依照《中华人民共和国行政许可法》第十二条的规定",
        "依照《行政处罚法》第33条": "依照《行政处罚法》第三十三条",
    },
    good=["依照《中华人民共和国行政许可法》第十二条的规定", "按《购销合同》第3条办理", "按《示范办法》第3条办理"],
)
