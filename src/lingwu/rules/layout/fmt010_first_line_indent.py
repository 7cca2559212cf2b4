"""正文每个自然段左空二字，回行顶格。

用段落的“首行缩进 2 字符”或段首两个全角空格都算左空二字。自动编号的段落、居中的行不查。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import PARAGRAPH_INDENT
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.layout import Part, body

TOLERANCE = 0.35
"""In 字: 0.74 cm, two characters of 10.5 pt, is what many templates have instead of two of 16 pt; it is no two 字."""
FEW = 2


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    text = [part for part in body(doc) if part.paragraph.alignment in ("left", "both") and not part.paragraph.numbered]
    yield from gathered(text, _wrong, least=1 if len(text) <= FEW else FEW)


def _wrong(part: Part) -> str:
    indent = typed_indent(part.text, part.paragraph)
    return "" if abs(indent - PARAGRAPH_INDENT) <= TOLERANCE else f"空 {number(indent)} 字"


rule = Rule(
    code="FMT010",
    title="每段左空二字",
    basis=Basis("GB/T 9704—2012", "7.3.3"),
    message="正文 {count}首行左{measured}，应左空二字；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：首行0": None, "⟦正文⟧：首行0 左缩2 写“　　全文如下。”": None, "⟦正文⟧：首行1.3": None},
    good=["正文：首行2", "正文：首行0 写“　　各单位要认真学习，抓好落实。”", "正文：首行0 居中", "正文：首行-2 左缩4"],
)
