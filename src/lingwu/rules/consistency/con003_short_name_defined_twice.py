"""同一份文件的同一个全称只定一个简称。

前面写“《示范市档案管理办法》（以下简称《办法》）”，后面又写“以下简称《管理办法》”，读者不知用哪一个。正文和附件各有一套简称的，按正文、附件分别看。
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
            if seen.get(each.full, each.short) != each.short:
                yield Hit(each.span, seen[each.full], says={"full": each.full})
            seen.setdefault(each.full, each.short)


rule = Rule(
    code="CON003",
    title="一个全称两个简称",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "使用简称先用全称并注明，前后一致"),
    message="前面已把《{full}》简称为“{new}”，这里又称“{old}”，应当统一。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "根据《示范市档案办法》（以下简称《办法》），依《示范市档案办法》（以下简称《档案办法》）办理。": (
            "根据《示范市档案办法》（以下简称《办法》），依《示范市档案办法》（以下简称《办法》）办理。"
        ),
        "按《甲项目合同》（以下简称“合同”）和《甲项目合同》（以下简称“甲合同”）。": (
            "按《甲项目合同》（以下简称“合同”）和《甲项目合同》（以下简称“合同”）。"
        ),
    },
    good=[
        "根据《甲办法》（以下简称《办法》）和《乙条例》（以下简称《条例》）。",
        "根据《甲办法》（以下简称《办法》）。附则：《甲办法》（以下简称《办法》）。",
        "示范局（以下简称甲方），示范公司（以下简称乙方）。",
    ],
)
