"""层次标题的字体：第一层“一、”用黑体，第二层“（一）”用楷体，第三层“1.”和第四层“（1）”用仿宋体，都是3号。

标准没有规定任何一层加粗。只看单独成行的层次标题，每一层只报一条。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import departing, size_name, wanted
from lingwu.gbt9704.geometry import HEADING_FACES, SIZE_3
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, parts
from lingwu.structure.outline import Style, item_at

STYLES = {1: Style.CHINESE, 2: Style.CHINESE_BRACKETS, 3: Style.ARABIC, 4: Style.ARABIC_BRACKETS}
NAMES = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    headings = parts(doc, Role.HEADING)
    for level, style in STYLES.items():
        face = wanted(HEADING_FACES[level], profile.fonts)
        for hit in gathered(
            [part for part in headings if _style(part) is style],
            lambda part, face=face: departing(part.look, face, SIZE_3),  # type: ignore[misc]
        ):
            yield Hit(hit.span, says={**hit.says, "level": NAMES[level], "wanted": f"{face}{size_name(SIZE_3)}"})


def _style(part: Part) -> Style | None:
    text = part.text.strip()
    item = item_at(text, 0, len(text))
    return item.style if item else None


rule = Rule(
    code="FMT007",
    title="层次标题的字体",
    basis=Basis("GB/T 9704—2012", "7.3.3", Strength.GENERAL),
    message="{level} {count}用了{measured}，一般应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦一级标题⟧：仿宋": None, "⟦二级标题⟧：黑体": None, "⟦一级标题⟧：黑体 四号": None},
    good=["一级标题：SimHei", "二级标题：KaiTi", "二级标题：楷体 加粗", "一级标题：方正黑体_GBK"],
)
