"""附件说明与所附的附件应当一一对应：件数相同，序号相同。

附件说明列了三件，正文后面只附两件，或者多出一件，多是增删附件后没有顺改。正文后面一件附件也没有的（附件另附文件），不提示；
只有一件附件的，附件说明和附件都不编号。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, whole
from lingwu.structure.elements import attached, named


def _find(doc: Document) -> Iterator[Hit]:
    listed, present = named(doc), attached(doc)
    if not listed or not present:
        return
    numbers = {entry.number or 1 for entry in listed}
    for entry in present:
        if (entry.number or 1) not in numbers:
            yield Hit(entry.span, says={"said": "附件说明中没有"})
    there = {entry.number or 1 for entry in present}
    for entry in listed:
        if (entry.number or 1) not in there:
            yield Hit(entry.span, says={"said": "附件说明列了，文后没有找到"})


rule = Rule(
    code="STR008",
    title="附件说明与附件不符",
    basis=Basis("GB/T 9704—2012", "7.3.7", note="附件序号和附件标题应当与附件说明的表述一致"),
    message="“{old}”：{said}。请核对附件的件数和序号。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "各科室：\n现将材料印发，请执行。\n附件：1.任务表\n2.⟦联系表⟧\n示范局\n2024年3月8日\n附件1\n任务表\n治水。": None,
        "各科室：\n现将材料印发，请执行。\n附件：任务表\n示范局\n2024年3月8日\n附件1\n任务表\n治水。\n⟦附件2⟧\n联系表\n电话。": None,
    },
    good=[
        "各科室：\n现将材料印发，请执行。\n附件：1.任务表\n2.联系表\n示范局\n2024年3月8日",
        "各科室：\n请执行。\n附件：任务表\n示范局\n2024年3月8日\n附件\n任务表\n治水。",
        "各科室：\n请执行。\n附件：1.任务表\n2.联系表\n示范局\n2024年3月8日\n附件1\n任务表\n治水。\n附件2\n联系表\n电话。",
        "附件1\n任务表\n治水。\n附件2\n联系表\n电话。",
    ],
)
