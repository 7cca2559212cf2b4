"""版记中的分隔线与版心等宽：首条和末条用粗线（推荐 0.35 毫米），中间的用细线（推荐 0.25 毫米）。

有抄送机关或印发机关而版记上下没有一条线的，报出来。版记排在表格里的、文件里有图片的不查；
信函格式的版记不加印发机关和分隔线，所以函和只有抄送机关的也不查。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.kinds import DocumentKind, kind_of
from lingwu.structure.layout import Part, parts

ABOVE = 60
"""So many characters before the first element of the imprint a drawn line may be anchored."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    imprint = parts(doc, Role.COPY_TO, Role.PRINTING)
    printed = any(part.role is Role.PRINTING for part in imprint)
    if not printed or layout.pictured or kind_of(doc) is DocumentKind.LETTER:
        return
    start = imprint[0].block.span.start - ABOVE
    if not any(stroke.at >= start for stroke in layout.strokes):
        yield from gathered(imprint[:1], _wrong)


def _wrong(part: Part) -> str:
    return "没有分隔线"


rule = Rule(
    code="FMT021",
    title="版记的分隔线",
    basis=Basis("GB/T 9704—2012", "7.4.1"),
    message="版记{measured}，首末两条应为粗线、中间为细线，与版心等宽；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦版记线⟧：删去": None, "⟦版记线⟧：删去；分隔线：删去": None},
    good=["版记线：黑", "版记线：删去；印发：删去", "版记线：删去；标题：写“关于商请移交档案的函”"],
)
