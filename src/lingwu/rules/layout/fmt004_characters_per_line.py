"""一般每行排 28 个字，撑满版心。

3号字宽 16 磅，28 个字是 158 毫米，比版心 156 毫米略宽，所以字距要紧缩约 0.2 磅；不紧缩而每行 27 个字的，差别很小，不报。
这里只报字距明显加宽或紧缩的。
"""

from collections.abc import Iterator

from lingwu.gbt9704 import geometry
from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Rule, Safety, Severity, Strength, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import POINT, Part, body


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    grid = layout.pages[0].tracking if layout.pages else 0.0

    def wrong(part: Part) -> str:
        if part.look.size != geometry.SIZE_3:
            return ""
        advance = max(1.0, geometry.SIZE_3 + part.look.tracking + grid)
        count = int(profile.width / POINT / advance + 0.01)
        return "" if count in (profile.characters - 1, profile.characters) else f"每行 {count} 字"

    text = body(doc)
    for hit in gathered(text, wrong, least=(len(text) + 1) // 2):
        yield Hit(hit.span, says={**hit.says, "wanted": str(profile.characters)})


rule = Rule(
    code="FMT004",
    title="每行 28 个字",
    basis=Basis("GB/T 9704—2012", "5.2.3", Strength.GENERAL),
    message="正文 {count}按字距排得{measured}，一般应每行 {wanted} 个字；" + MEND,
    find=laid_out(_find),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"页面：字距1；⟦正文⟧：三号": None, "页面：字距-1；⟦正文⟧：三号": None},
    good=["页面：字距0", "页面：字距-0.2", "页面：字距1；正文：四号"],
)
