"""发文字号之下 4 毫米处居中印一条与版心等宽的红色分隔线。

文件里有发文机关标志和发文字号，而其下既没有画线，也没有段落边框、表格线，才报；线在而不是红色的也报。
有图片的（红头可能整个是图）、线的颜色没有写明的不报。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, is_red, marks, parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    numbers, titles = parts(doc, Role.DOCUMENT_NUMBER), parts(doc, Role.TITLE)
    if not marks(doc) or not numbers or not titles or layout.pictured:
        return
    lines = [stroke for stroke in layout.strokes if stroke.at <= titles[0].block.span.start]
    if any(not stroke.colour or is_red(stroke.colour) for stroke in lines):
        return
    measured = "下的分隔线不是红色" if lines else "下没有分隔线"

    def wrong(part: Part) -> str:
        return measured

    yield from gathered(numbers[:1], wrong)


rule = Rule(
    code="FMT019",
    title="红色分隔线",
    basis=Basis("GB/T 9704—2012", "7.2.7"),
    message="发文字号{measured}，其下 4 毫米处应居中印一条与版心等宽的红色分隔线；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦分隔线⟧：删去": None, "⟦分隔线⟧：黑": None},
    good=["分隔线：红", "发文机关标志：仿宋 三号 黑；分隔线：删去", "发文字号：删去"],
)
