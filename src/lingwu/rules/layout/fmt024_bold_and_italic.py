"""正文一般用3号仿宋体字，标准没有规定加粗、倾斜；整段加粗或用倾斜的汉字，是印刷公文里没有的字形（软件硬加出来的）。

只报整段加粗的正文和倾斜的中文；段首一句加粗、个别词语加粗、标题加粗不报。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import HAN, Part, body, parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    def wrong(part: Part) -> str:
        if any(run.look.italic and HAN.search(run.span.of(doc.text)) for run in part.paragraph.runs):
            return "倾斜"
        bold = part.role is Role.BODY and all(run.look.bold for run in part.paragraph.runs)
        return "整段加粗" if bold else ""

    yield from gathered([*body(doc), *parts(doc, Role.TITLE, Role.HEADING)], wrong)


rule = Rule(
    code="FMT024",
    title="整段加粗与倾斜",
    basis=Basis("GB/T 9704—2012", "5.2.2", Strength.GENERAL),
    message="{count}用了{measured}，公文正文一般只用3号仿宋；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：加粗": None, "⟦正文⟧：倾斜": None, "⟦一级标题⟧：倾斜": None},
    good=["一级标题：加粗", "标题：加粗", "页码：倾斜"],
)
