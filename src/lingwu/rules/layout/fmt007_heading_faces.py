"""层次标题的字体：第一层“一、”用黑体，第二层“（一）”用楷体，第三层“1.”和第四层“（1）”用仿宋体，都是3号。

标准没有规定任何一层加粗。只看单独成行的层次标题，每一层只报一条。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, House, Layout, Role, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.faces import departing, size_name
from lingwu.structure.layout import Part, parts
from lingwu.structure.outline import Style, item_at
from lingwu.typeset.geometry import HEADING_FACES, SIZE_3

STYLES = {1: Style.CHINESE, 2: Style.CHINESE_BRACKETS, 3: Style.ARABIC, 4: Style.ARABIC_BRACKETS}
NAMES = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}


def _find(doc: Document, layout: Layout, house: House) -> Iterator[Hit]:
    headings = parts(doc, Role.HEADING)
    for level, style in STYLES.items():
        face, size = house.face(NAMES[level], HEADING_FACES[level]), house.size(NAMES[level], SIZE_3)
        for hit in gathered(
            [part for part in headings if _style(part) is style],
            lambda part, face=face, size=size: departing(part.look, face, size),  # type: ignore[misc]
        ):
            yield Hit(hit.span, says={**hit.says, "level": NAMES[level], "wanted": f"{face}{size_name(size)}"})


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
