"""单页码居右空一字，双页码居左空一字。

奇偶页页脚分开、单页居右双页居左的合；页脚不分奇偶、处处居中或处处居右的报出来。用文本框“外侧”对齐的合，
位置由制表位或图形决定、算不出来的不报。本单位在 lingwu.toml 里定为居中的，不查。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import PAGE_NUMBER_INDENT
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import about_page
from lingwu.structure.layout import PageNumber

SIDES = {"odd": ("right", "outside"), "even": ("left", "outside"), "all": ("outside",)}
NAMES = {"odd": "单页码", "even": "双页码", "all": "页码"}
PLACES = {"left": "居左", "both": "居左", "right": "居右", "center": "居中", "distribute": "分散", "inside": "居内侧"}
TOLERANCE = 0.6


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    if profile.page_number_place != "outside":
        return
    measured = [f"{NAMES[one.pages]}{said}" for one in layout.numbers if (said := _wrong(one))]
    if measured:
        yield from about_page(doc, measured="、".join(dict.fromkeys(measured)))


def _wrong(one: PageNumber) -> str:
    place = PLACES.get(one.alignment, "")
    side = "left" if one.alignment == "both" else one.alignment
    if side not in SIDES[one.pages]:
        return f"{'一律' if place and one.pages == 'all' else ''}{place}"
    if one.framed or side == "outside" or abs(one.gap - PAGE_NUMBER_INDENT) <= TOLERANCE:
        return ""
    return f"{place}空 {number(one.gap)} 字"


rule = Rule(
    code="FMT018",
    title="页码的位置",
    basis=Basis("GB/T 9704—2012", "7.5"),
    message="{measured}，应单页码居右空一字、双页码居左空一字；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦页码⟧：居中": None, "⟦页码⟧：左对齐": None, "⟦页码⟧：右缩0": None},
    good=["页码：右缩1", "页码：右缩0 写“　— # —　”", "页码：右缩1.2"],
)
