"""公文用纸天头（上白边）为 37±1 毫米，订口（左白边）为 28±1 毫米，版心尺寸为 156×225 毫米。

下、右白边由此得 35 毫米、26 毫米，标准没有另写。行距加大而上下白边相应收小、使字面仍占满版心的，也算合；横排页不查。
本单位在 lingwu.toml 的 [typeset] 里另定页边距的，按所定的查。
"""

from collections.abc import Iterator

from lingwu.gbt9704 import geometry
from lingwu.gbt9704.faces import number
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import about_page, usual_pitch
from lingwu.structure.layout import POINT, Page, body

TOLERANCE = geometry.MARGIN_TOLERANCE + 0.05
"""A file stores twentieths of a point; a margin of 38 mm must not count as 38.01."""


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    leading = max(0.0, (usual_pitch(body(doc)) - geometry.SIZE_3) / 2 * POINT)
    wanted = (profile.top, profile.left, profile.width, profile.height)
    for page in layout.pages:
        if not page.landscape and not any(_fits(page, wanted, inner) for inner in (0.0, leading)):
            yield from about_page(doc, measured=_told(*_measured(page, 0.0)), wanted=_told(*wanted))
            return


def _measured(page: Page, leading: float) -> tuple[float, float, float, float]:
    height = page.height - page.top - page.bottom - 2 * leading
    return page.top + leading, page.left, page.width - page.left - page.right, height


def _fits(page: Page, wanted: tuple[float, ...], leading: float) -> bool:
    return all(abs(x - y) <= TOLERANCE for x, y in zip(_measured(page, leading), wanted, strict=True))


def _told(top: float, left: float, width: float, height: float) -> str:
    return f"天头 {number(top)}、订口 {number(left)}、版心 {number(width)}×{number(height)} 毫米"


rule = Rule(
    code="FMT002",
    title="页边距与版心",
    basis=Basis("GB/T 9704—2012", "5.2.1"),
    message="页面为{measured}，应为{wanted}；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦页面⟧：上25.4 下25.4 左31.8 右31.8": None, "⟦页面⟧：左26": None, "⟦页面⟧：下30": None},
    good=[
        "页面：上37 下35 左28 右26",
        "页面：上36.2 下35.5",
        "页面：上34.6 下32.6；正文：行距29.6",
        "页面：宽297 高210",
    ],
)
