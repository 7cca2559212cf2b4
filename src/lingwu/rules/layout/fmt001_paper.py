"""公文用纸采用 A4 型：210 毫米×297 毫米。

从国外模板或网页另存的文件常是 Letter 型（215.9×279.4 毫米），打印时会缩放或缺边。横排表格的 A4 页不算错。
"""

from collections.abc import Iterator

from lingwu.gbt9704.faces import number
from lingwu.gbt9704.geometry import PAGE_HEIGHT, PAGE_TOLERANCE, PAGE_WIDTH
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, laid_out
from lingwu.structure.departures import about_page

NAMED = {(215.9, 279.4): "Letter", (215.9, 355.6): "Legal", (184.0, 260.0): "16 开", (195.0, 270.0): "大 16 开"}


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    for page in layout.pages:
        short, long = sorted((page.width, page.height))
        if abs(short - PAGE_WIDTH) > PAGE_TOLERANCE or abs(long - PAGE_HEIGHT) > PAGE_TOLERANCE:
            yield from about_page(doc, measured=_told(short, long))
            return


def _told(short: float, long: float) -> str:
    name = next((name for (x, y), name in NAMED.items() if abs(x - short) < 1.5 and abs(y - long) < 1.5), "")
    return f"{number(short)}×{number(long)} 毫米{f'（{name}）' if name else ''}"


rule = Rule(
    code="FMT001",
    title="用纸为 A4 型",
    basis=Basis("GB/T 9704—2012", "5.1"),
    message="纸张为 {measured}，公文应用 A4 型（210×297 毫米）；" + MEND,
    find=laid_out(_find),
    safety=Safety.SHOW,
    bad={"⟦页面⟧：宽215.9 高279.4": None, "⟦页面⟧：宽184 高260": None},
    good=["页面：宽210 高297", "页面：宽297 高210", "页面：宽210.2 高296.9"],
)
