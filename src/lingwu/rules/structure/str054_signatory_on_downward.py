"""“签发人”只标在上行文上；通知、通报、批复、公告、通告等不标。

上行文应当标注签发人姓名，下行文和公布性公文没有这一要素，多是套用请示、报告的版头时留下的。发文稿纸上的“签发”栏不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Severity, Span, Strength, whole
from lingwu.structure.kinds import Direction, direction_of

LABEL = r"签\s*发\s*人\s*[：:]\s*[一-鿿×　 ]{0,12}"


def _find(doc: Document) -> Iterator[Hit]:
    if "发" not in doc.text or direction_of(doc) not in (Direction.DOWN, Direction.PUBLIC):
        return
    for block in doc.blocks[:16]:
        if block.role in (Role.SIGNATORY, Role.DOCUMENT_NUMBER):
            match = re.search(LABEL, block.span.of(doc.text))
            if match:
                start = block.span.start + match.start()
                yield Hit(Span(start, start + len(match[0].rstrip())))


rule = Rule(
    code="STR054",
    title="下行文标注签发人",
    basis=Basis("党政机关公文处理工作条例", "第九条（六）", Strength.GENERAL, "上行文应当标注签发人姓名"),
    message="只有上行文标注签发人，本文不必标“{old}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范局文件\n示发〔2024〕8号　⟦签发人：张三⟧\n关于防汛的通知\n各科室：\n请执行。\n示范局\n2024年3月8日": None,
        "示范局文件\n示发〔2024〕8号\n⟦签发人：李四⟧\n关于停水的通告\n因检修停水。\n示范局\n2024年3月8日": None,
    },
    good=[
        "示范局文件\n示发〔2024〕8号　签发人：张三\n关于防汛的请示\n市人民政府：\n妥否，请批示。\n示范局\n2024年3月8日",
        "示范局文件\n示发〔2024〕8号　签发人：张三\n关于防汛的意见\n市人民政府：\n请批转。\n示范局\n2024年3月8日",
        "关于防汛的通知\n各科室：\n上行文要标“签发人：张三”。\n示范局\n2024年3月8日",
    ],
)
