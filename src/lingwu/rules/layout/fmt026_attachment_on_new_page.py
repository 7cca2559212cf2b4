"""附件应另面编排，在版记之前，与正文一起装订。

附件前有分页符、分节符或“段前分页”的都算另面。
"""

from collections.abc import Iterator

from lingwu.rule import MEND, Basis, Document, Hit, Layout, Profile, Role, Rule, Safety, Severity, laid_out
from lingwu.structure.departures import gathered
from lingwu.structure.layout import Part, parts


def _find(doc: Document, layout: Layout, profile: Profile) -> Iterator[Hit]:
    def wrong(part: Part) -> str:
        index = layout.paragraphs.index(part.paragraph)
        if part.paragraph.begins_page or not index:
            return ""
        for above in reversed(layout.paragraphs[:index]):
            if above.ends_page or (above.begins_page and not above.runs):
                return ""
            if doc.text[above.span.start : above.span.end].strip():
                break
        return "没有另起一面"

    yield from gathered(parts(doc, Role.ATTACHMENT), wrong)


rule = Rule(
    code="FMT026",
    title="附件另面编排",
    basis=Basis("GB/T 9704—2012", "7.3.7"),
    message="附件{measured}，应另面编排；" + MEND,
    find=laid_out(_find),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦附件⟧：接排": None, "⟦附件⟧：接排 空行3": None},
    good=["附件：黑体", "附件：删去；附件标题：删去；附件正文：删去", "附件：接排；附注：后分页"],
)
