"""附件说明在正文下空一行左空二字编排。

附件有多件时只看第一行；悬挂缩进、用空格空出二字的都算合。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import ATTACHMENT_NOTE_INDENT, LINE_BOXES
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered, lines_above, typed_indent, usual_pitch
from lingwu.structure.layout import Part, body, parts

INDENT_TOLERANCE = 0.6
LEAST, MOST = 0.5, 2.2


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    pitch = usual_pitch(body(doc)) or LINE_BOXES.pitch_points

    def wrong(part: Part) -> str:
        room = lines_above(layout, part, pitch)
        said = [] if LEAST <= room <= MOST else [f"与正文之间空 {number(room)} 行"]
        indent = typed_indent(part.text, part.paragraph)
        if part.paragraph.alignment in ("left", "both") and abs(indent - ATTACHMENT_NOTE_INDENT) > INDENT_TOLERANCE:
            said.append(f"左空 {number(indent)} 字")
        return "、".join(said)

    yield from gathered(parts(doc, Role.ATTACHMENT_NOTE)[:1], wrong)


rule = Rule(
    code="FMT029",
    title="附件说明的位置",
    basis=Basis("GB/T 9704—2012", "7.3.4"),
    message="附件说明{measured}，应在正文下空一行、左空二字；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦附件说明⟧：首行0": None, "⟦附件说明⟧：空行0": None, "⟦附件说明⟧：空行0 首行0": None},
    good=["附件说明：首行2 空行1", "附件说明：首行-3 左缩5", "附件说明：首行0 写“　　附件：归档范围”"],
)
