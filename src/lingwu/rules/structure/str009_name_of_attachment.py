"""附件的标题应当与附件说明中的名称一致。

附件说明写“整改任务清单”，所附的却是“整改任务表”。附件标题前面加了发文机关名称、附件说明省去的，名称带书名号的，只差空格的，
都不提示。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.elements import attached, named


def _find(doc: Document) -> Iterator[Hit]:
    present = {entry.number or 1: entry.name for entry in attached(doc)}
    for entry in named(doc):
        name = present.get(entry.number or 1)
        if name is not None and name.text and entry.name.text:
            ours, theirs = (
                text.strip("《》。；").replace("(", "（").replace(")", "）") for text in (entry.name.text, name.text)
            )
            if ours not in theirs and theirs not in ours:
                yield Hit(entry.span, name.text, says={"name": name.text})


rule = Rule(
    code="STR009",
    title="附件名称前后不一",
    basis=Basis("GB/T 9704—2012", "7.3.7", note="附件标题应当与附件说明的表述一致"),
    message="附件说明中为“{old}”，所附附件的标题为“{name}”，两处应当一致。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "各科室：\n请执行。\n附件：整改任务清单\n示范局\n2024年3月8日\n附件\n整改任务表\n治水。": (
            "各科室：\n请执行。\n附件：整改任务表\n示范局\n2024年3月8日\n附件\n整改任务表\n治水。"
        ),
        "各科室：\n请执行。\n附件：1.任务表\n2.联络员名单\n示范局\n2024年3月8日\n附件1\n任务表\n治水。\n附件2\n联系人名单\n甲。": (
            "各科室：\n请执行。\n附件：1.任务表\n2.联系人名单\n示范局\n2024年3月8日\n附件1\n任务表\n治水。\n附件2\n联系人名单\n甲。"
        ),
    },
    good=[
        "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日\n附件\n示范局任务表\n治水。",
        "各科室：\n请执行。\n附件：《任务表》\n示范局\n2024年3月8日\n附件\n任务表\n治水。",
        "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日\n附件\n治水。治气。",
    ],
)
