"""中文语句里的圆括号用全角“（）”，不用半角“()”。

括号里或紧挨括号的前面是汉字时才提示；只括着数字的序号、外文和公式里的括号不改。发文字号的括号另有规则。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Edit, Hit, Rule, Safety, Span, Strength, whole
from lingwu.structure.marks import LONGEST, marks


def find(doc: Document) -> Iterator[Hit]:
    text = doc.text
    if "(" not in text:
        return
    for pair in marks(doc).pairs:
        start, end = pair.span.start, pair.span.end
        if text[start] != "(" or end - start > LONGEST or text[end - 1] != ")" or "\n" in text[start:end]:
            continue
        inside, before = text[start + 1 : end - 1], text[start - 1 : start] if start else ""
        if _chinese(inside) or (_chinese(before) and inside[:1].isalpha() and not inside.isdigit()):
            edits = (Edit(Span(start, start + 1), "（"), Edit(Span(end - 1, end), "）"))
            yield Hit(pair.span, f"（{inside}）", edits=edits)


def _chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


rule = Rule(
    code="PUN005",
    title="半角圆括号",
    basis=Basis("GB/T 15834—2011", "4.9", Strength.RECOMMENDED),
    message="中文语句里的圆括号应用全角，写作“{new}”。",
    find=whole(find),
    safety=Safety.SAFE,
    bad={
        "市发展改革委(以下简称市发改委)负责。": "市发展改革委（以下简称市发改委）负责。",
        "地区生产总值(GDP)增长5%。": "地区生产总值（GDP）增长5%。",
    },
    good=["(1) Scope", "市发展改革委（以下简称市发改委）负责。", "函数f(x)连续。", "(2)见前页"],
)
