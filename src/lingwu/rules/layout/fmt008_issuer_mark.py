"""发文机关标志推荐使用小标宋体字，颜色为红色，以醒目、美观、庄重为原则。

只看做成标志的（比标题大或是红色的）；草稿里按正文写一行机关名的不查。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import face_of, is_known, wanted
from lingwu.gbt9704.geometry import Face
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, is_red, marks


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    face = wanted(Face.XIAOBIAOSONG, profile.fonts)

    def wrong(part: Part) -> str:
        said = (
            [face_of(part.look.chinese)] if is_known(part.look.chinese) and face_of(part.look.chinese) != face else []
        )
        return "、".join(said if is_red(part.look.colour) else [*said, "不是红色"])

    for hit in gathered(marks(doc), wrong):
        yield Hit(hit.span, says={**hit.says, "wanted": f"红色{face}"})


rule = Rule(
    code="FMT008",
    title="发文机关标志用红色小标宋体",
    basis=Basis("GB/T 9704—2012", "7.2.4", Strength.RECOMMENDED),
    message="发文机关标志：{measured}；推荐用{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦发文机关标志⟧：黑": None, "⟦发文机关标志⟧：华文中宋": None},
    good=["发文机关标志：方正小标宋简体 初号", "发文机关标志：红", "发文机关标志：仿宋 三号 黑"],
)
