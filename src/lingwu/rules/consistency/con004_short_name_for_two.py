"""一个简称只代表一个全称。

把《甲条例》和《乙条例》都简称为《条例》，后文的《条例》就不知指哪一个。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Strength, whole
from lingwu.structure.elements import main_blocks
from lingwu.structure.shortened import shortened


def _find(doc: Document) -> Iterator[Hit]:
    blocks = main_blocks(doc)
    end = blocks[-1].span.end if blocks else 0
    seen: dict[str, str] = {}
    for each in shortened(doc):
        if each.full and each.span.start < end:
            if seen.get(each.short, each.full) != each.full:
                yield Hit(each.span, says={"first": seen[each.short], "second": each.full})
            seen.setdefault(each.short, each.full)


rule = Rule(
    code="CON004",
    title="一个简称指两个全称",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "简称应当所指明确"),
    message="《{first}》和《{second}》都简称为“{old}”，后文无从分辨。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "根据《甲市防汛条例》（以下简称《条例》）和《乙省抗旱条例》（以下简称《⟦条例⟧》）。": None,
        "签订《甲项目合同》（以下简称“合同”）、《乙项目合同》（以下简称“⟦合同⟧”）。": None,
    },
    good=[
        "根据《甲市防汛条例》（以下简称《防汛条例》）和《乙省抗旱条例》（以下简称《抗旱条例》）。",
        "根据《甲办法》（以下简称《办法》）。附则：《甲办法》（以下简称《办法》）。",
        "各县区人民政府（以下简称各县区），《甲办法》（以下简称《办法》）。",
    ],
)
