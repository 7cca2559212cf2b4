"""标题在红色分隔线下空二行。

空行和段前距离一并计算，一行半到三行半都算合；没有版头的（草稿、白头文件）不查。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import LINE_BOXES, LINES_OVER_TITLE
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, lines_above, usual_pitch
from lingwu.structure.layout import Part, body, marks, parts

LEAST, MOST = LINES_OVER_TITLE - 0.5, LINES_OVER_TITLE + 1.5
"""The separator itself may be drawn in a paragraph of its own, which then is one empty line more."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    numbers, titles = parts(doc, Role.DOCUMENT_NUMBER), parts(doc, Role.TITLE)
    if not marks(doc) or not numbers or layout.pictured or not titles:
        return
    if numbers[-1].block.span.end > titles[0].block.span.start:
        return
    pitch = usual_pitch(body(doc)) or LINE_BOXES.pitch_points

    def wrong(part: Part) -> str:
        room = lines_above(layout, part, pitch)
        return "" if LEAST <= room <= MOST else f"空 {number(room)} 行"

    yield from gathered(titles[:1], wrong)


rule = Rule(
    code="FMT025",
    title="标题上空二行",
    basis=Basis("GB/T 9704—2012", "7.3.1"),
    message="标题与版头之间{measured}，应在红色分隔线下空二行；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦标题⟧：空行0": None, "⟦标题⟧：空行1": None, "⟦标题⟧：空行6": None},
    good=["标题：空行2", "标题：空行3", "标题：空行0 段前58", "标题：空行0；发文字号：删去"],
)
