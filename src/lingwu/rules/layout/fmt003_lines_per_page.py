"""一般每面排 22 行，撑满版心：行距约为 29 磅（版心高 225 毫米除以 22 行）。

标准没有写行距是多少磅。固定值 27.8 至 29.6 磅，每面都是 22 行；30 磅只排得下 21 行；单倍、1.5 倍等行距随字体而变，
每面行数不定。本单位在 lingwu.toml 里另定行距的，按所定的查。
"""

from collections.abc import Iterator

from lingwu.gbt9704 import geometry
from lingwu.gbt9704.faces import number
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import usual_pitch
from lingwu.structure.layout import POINT, body

LEAST = geometry.TYPE_HEIGHT / (geometry.LINES + 1) / POINT
"""At this distance of line boxes, in points, one line more would fit."""
MOST = geometry.LINE / POINT + 0.05
"""The widest distance at which the glyphs of 22 lines still fit (3.2)."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    text = body(doc)
    if not text:
        return
    pitch = usual_pitch(text)
    own = profile.line_pitch or (0.0 if profile.lines == geometry.LINES else profile.line_boxes().pitch_points)
    wanted = f"固定值 {number(own)} 磅" if own else "每面 22 行（固定值约 29 磅）"
    if abs(pitch - own) > 0.1 if own else not LEAST < pitch <= MOST:
        yield Hit(text[0].block.span, says={"measured": _told(pitch), "wanted": wanted})


def _told(pitch: float) -> str:
    if not pitch:
        return "随字体而变，每面行数不定"
    return f"{number(pitch)} 磅，每面 {int(geometry.TYPE_HEIGHT / POINT / pitch)} 行"


rule = Rule(
    code="FMT003",
    title="每面 22 行",
    basis=Basis("GB/T 9704—2012", "5.2.3", Strength.GENERAL),
    message="正文行距{measured}，一般应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：行距30": None, "⟦正文⟧：行距24": None, "⟦正文⟧：行距0；页面：网格0": None},
    good=["正文：行距28", "正文：行距28.95", "正文：行距29.6", "正文：行距0；页面：网格28.95"],
)
