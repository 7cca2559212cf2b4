"""附件说明里的顺序号从1起，依次相连：“附件：1.标准”下面接“2.自评表”，不能跳到3。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.structure.elements import named


def _find(doc: Document) -> Iterator[Hit]:
    if "附件" not in doc.text:
        return
    listed = [attachment for attachment in named(doc) if attachment.number]
    for place, attachment in enumerate(listed, 1):
        if attachment.number == place:
            continue
        number = str(attachment.number)
        start = doc.text.rfind(number, 0, attachment.span.start)
        if 0 <= attachment.span.start - start - len(number) <= 2:
            yield Hit(Span(start, start + len(number)), str(place))
        return


rule = Rule(
    code="STR121",
    title="附件说明的顺序号",
    basis=Basis("GB/T 9704—2012", "7.3.4", Strength.RECOMMENDED, "附件顺序号依次标注"),
    message="附件说明的顺序号应依次相连，这里的“{old}”应为“{new}”，或者漏列了附件。",
    find=whole(_find),
    bad={
        "关于考核的通知\n各单位：\n请填表。\n附件：1.考核标准\n　　　3.自评表\n某某局\n2025年3月8日": "关于考核的通知\n各单位：\n请填表。\n附件：1.考核标准\n　　　2.自评表\n某某局\n2025年3月8日",
        "关于考核的通知\n各单位：\n请填表。\n附件：1.考核标准\n　　　1.2025年自评表\n某某局\n2025年3月8日": "关于考核的通知\n各单位：\n请填表。\n附件：1.考核标准\n　　　2.2025年自评表\n某某局\n2025年3月8日",
    },
    good=[
        "关于考核的通知\n各单位：\n请填表。\n附件：1.考核标准\n　　　2.自评表\n某某局\n2025年3月8日",
        "关于考核的通知\n各单位：\n请填表。\n附件：1.2025年考核标准\n　　　2.2025年自评表\n某某局\n2025年3月8日",
        "关于考核的通知\n各单位：\n请填表。\n附件：考核标准\n某某局\n2025年3月8日",
    ],
)
