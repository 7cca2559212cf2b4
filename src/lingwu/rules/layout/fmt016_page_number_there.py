"""公文应标页码：不止一页而页眉页脚里没有页码的，报出来。

文件自己记着的页数不止一页，或正文超过一面（22 行×28 字）才查；只有一页的、信函格式的首页不标页码，不报。
"""

from collections.abc import Iterator

from lingwu.gbt9704.geometry import CHARACTERS, LINES
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import about_page
from lingwu.structure.layout import body


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    written = sum(len(part.text) for part in body(doc))
    if (
        not layout.numbers
        and profile.page_number_place != "none"
        and (layout.sheets > 1 or written > LINES * CHARACTERS)
    ):
        yield from about_page(doc)


rule = Rule(
    code="FMT016",
    title="应有页码",
    basis=Basis("GB/T 9704—2012", "7.5", Strength.GENERAL),
    message="文件不止一页，却没有页码；一般用4号半角宋体阿拉伯数字，左右各放一条一字线（— 1 —）；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦页码⟧：删去": None, "页面：页数5；⟦页码⟧：删去": None},
    good=["页面：页数1；页码：删去", "页码：居中", "页码：写“第#页”"],
)
