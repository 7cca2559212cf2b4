"""一个上级标题之下只有一个“（一）”，没有“（二）”，宜并入上级标题，或者查一查后面是否漏了。

清单只有一项时编号没有意义。只看“（一）”“1.”“（1）”作小标题的；后面有“（二）”写在段中的不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Strength, whole
from lingwu.structure.ordinals import like
from lingwu.structure.outline import Style, outline
from lingwu.structure.series import numbered

STYLES = (Style.CHINESE_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS)
FAR = 20_000


def _find(doc: Document) -> Iterator[Hit]:
    upper = next((item.span.start for item in outline(doc) if item.style is Style.CHINESE), None)
    if upper is None:
        return
    for items in numbered(doc):
        first = items[0]
        if len(items) > 1 or first.number != 1 or first.style not in STYLES or first.span.start < upper:
            continue
        mark, digits = first.span.of(doc.text), first.digits.of(doc.text)
        second = mark.replace(digits, like(2, digits)).rstrip("、.．")
        if (
            doc.blocks[first.block].role is Role.HEADING
            and doc.text.find(second, first.span.end, first.span.end + FAR) < 0
        ):
            yield Hit(first.span, says={"next": second})


rule = Rule(
    code="STR035",
    title="只有一项的编号",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "并列项至少两项"),
    message="只有“{old}”而没有“{next}”，请查是否有漏，或不编号。",
    find=whole(_find),
    severity=Severity.ADVICE,
    bad={
        "一、任务\n⟦（一）⟧全面摸底\n要细。\n二、保障\n要有力。": None,
        "一、任务\n要明确。\n二、保障\n⟦1.⟧落实经费\n要足额。": None,
    },
    good=[
        "一、任务\n（一）全面摸底\n要细。\n（二）限期整改\n要快。\n二、保障\n要有力。",
        "一、任务\n（一）全面摸底。（二）限期整改。\n二、保障\n要有力。",
        "（一）全面摸底\n要细。",
    ],
)
