"""主送机关编排于标题下空一行位置。

空行和标题的段后、主送机关的段前距离一并计算，半行到两行都算合。
"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import LINE_BOXES, LINES_OVER_ADDRESSEE
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, lines_above, usual_pitch
from lingwu.structure.layout import Part, body, parts

LEAST, MOST = LINES_OVER_ADDRESSEE - 0.5, LINES_OVER_ADDRESSEE + 1.0


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    found = parts(doc, Role.TITLE, Role.ADDRESSEE)
    pairs = [below for above, below in pairwise(found) if above.role is Role.TITLE]
    pitch = usual_pitch(body(doc)) or LINE_BOXES.pitch_points

    def wrong(part: Part) -> str:
        room = lines_above(layout, part, pitch)
        return "" if LEAST <= room <= MOST else f"空 {number(room)} 行"

    yield from gathered([part for part in pairs if part.role is Role.ADDRESSEE][:1], wrong)


rule = Rule(
    code="FMT028",
    title="主送机关上空一行",
    basis=Basis("GB/T 9704—2012", "7.3.2"),
    message="标题与主送机关之间{measured}，应空一行；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦主送机关⟧：空行0": None, "⟦主送机关⟧：空行4": None},
    good=["主送机关：空行1", "主送机关：空行0 段前28", "主送机关：空行2"],
)
