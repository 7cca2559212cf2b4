"""如无特殊说明，公文中文字的颜色均为黑色。

只有发文机关标志等标准写明的地方用红色。近黑的深灰不报；网址的蓝色、标出待改之处的红字、从网页粘来的彩色字都报。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, is_red, parts

DARKEST = 0x40
"""What is darker than this in all three colours counts as black."""
COLOURED = (Role.ISSUER_MARK, Role.COPY_TO, Role.PRINTING)


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    roles = [role for role in Role if role not in COLOURED]
    yield from gathered(parts(doc, *roles), _wrong)


def _wrong(part: Part) -> str:
    colours = (run.look.colour for run in part.paragraph.runs)
    return next(("红色" if is_red(colour) else f"彩色（{colour}）" for colour in colours if not _is_black(colour)), "")


def _is_black(colour: str) -> bool:
    try:
        return not colour or all(int(colour[at : at + 2], 16) < DARKEST for at in (0, 2, 4))
    except ValueError:
        return True


rule = Rule(
    code="FMT027",
    title="文字用黑色",
    basis=Basis("GB/T 9704—2012", "5.2.4"),
    message="{count}里有{measured}的字，除标准写明用红色的以外应为黑色；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦正文⟧：红": None, "⟦标题⟧：蓝": None, "⟦发文字号⟧：红": None},
    good=["正文：黑", "发文机关标志：红", "页码：蓝"],
)
