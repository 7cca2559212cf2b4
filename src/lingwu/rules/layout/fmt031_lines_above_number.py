"""发文字号编排在发文机关标志下空二行位置。

空行和段前、段后距离一并计算，一行半到三行半都算合；信函格式的发文字号在红色双线之下，不查；标志和字号不相邻的不查。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import LINE_BOXES, LINES_UNDER_MARK
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, lines_above, usual_pitch
from lingwu.structure.layout import Part, body, marks, parts

LEAST, MOST = LINES_UNDER_MARK - 0.5, LINES_UNDER_MARK + 1.5


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    above, numbers = marks(doc), parts(doc, Role.DOCUMENT_NUMBER)
    if not above or not numbers or layout.pictured or numbers[0].paragraph.alignment == "right":
        return
    between = doc.text[above[-1].block.span.end : numbers[0].block.span.start]
    pitch = usual_pitch(body(doc)) or LINE_BOXES.pitch_points

    def wrong(part: Part) -> str:
        room = lines_above(layout, part, pitch)
        return "" if LEAST <= room <= MOST else f"空 {number(room)} 行"

    if not between.strip():
        yield from gathered(numbers[:1], wrong)


rule = Rule(
    code="FMT031",
    title="发文字号上空二行",
    basis=Basis("GB/T 9704—2012", "7.2.5"),
    message="发文机关标志与发文字号之间{measured}，应空二行；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦发文字号⟧：空行0": None, "⟦发文字号⟧：空行1": None, "⟦发文字号⟧：空行6": None},
    good=[
        "发文字号：空行2",
        "发文字号：空行1 段前30",
        "发文机关标志：仿宋 三号 黑；发文字号：空行0",
        "发文字号：空行0 右对齐",
    ],
)
