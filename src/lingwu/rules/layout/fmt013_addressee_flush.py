"""主送机关居左顶格，回行时仍顶格。"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, typed_indent
from lingwu.structure.layout import Part, body, parts

TOLERANCE = 0.6


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    start = min((part.block.span.start for part in body(doc)), default=0)
    yield from gathered([part for part in parts(doc, Role.ADDRESSEE) if part.block.span.start < start], _wrong)


def _wrong(part: Part) -> str:
    if part.paragraph.alignment in ("center", "right"):
        return {"center": "居中", "right": "靠右"}[part.paragraph.alignment]
    indent = typed_indent(part.text, part.paragraph)
    return f"左空 {number(indent)} 字" if indent > TOLERANCE else ""


rule = Rule(
    code="FMT013",
    title="主送机关顶格",
    basis=Basis("GB/T 9704—2012", "7.3.2"),
    message="主送机关{measured}，应居左顶格；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦主送机关⟧：首行2": None, "⟦主送机关⟧：居中": None, "⟦主送机关⟧：写“　　各县（区）人民政府：”": None},
    good=["主送机关：左对齐", "主送机关：首行0.2", "主送机关：首行-2 左缩2"],
)
