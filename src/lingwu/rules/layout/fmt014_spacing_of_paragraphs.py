"""正文段落之间不另加段前、段后距离：行与行一般均匀排列，每面 22 行。

网页和默认模板常带“段后 8 磅”“段前自动”。一半以上的段落有段前或段后距离才报。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, body

LEAST = 1.0
"""Points; less cannot be seen."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    text = body(doc)
    yield from gathered(text, _wrong, least=max(2, (len(text) + 1) // 2))


def _wrong(part: Part) -> str:
    before, after = part.paragraph.before, part.paragraph.after
    return f"段前 {number(before)} 磅、段后 {number(after)} 磅" if before + after > LEAST else ""


rule = Rule(
    code="FMT014",
    title="正文不加段前段后距离",
    basis=Basis("GB/T 9704—2012", "5.2.3", Strength.GENERAL),
    message="正文 {count}{measured}，应为 0；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：段后8": None, "⟦正文⟧：段前6 段后6": None},
    good=["正文：段前0 段后0", "一级标题：段前6", "标题：段前20 段后20"],
)
