"""公文用规范的简化字，不夹用繁体字。

引文、书名里的繁体字不提示；整篇用繁体字的文件也不提示。姓名用字以户籍登记为准。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, whole
from lingwu.text.scripts import SIMPLIFIED, TRADITIONAL

RUN = f"[{TRADITIONAL}]+"
SIMPLE = str.maketrans(TRADITIONAL, SIMPLIFIED)
SHARE = 50
"""A text with more than one traditional character in so many is meant to be traditional."""


def find(doc: Document) -> Iterator[Hit]:
    found = [match.span() for match in re.finditer(RUN, doc.text)]
    if len(found) > 20 + len(doc.text) // SHARE:
        return
    for start, end in found:
        yield Hit(Span(start, end), doc.text[start:end].translate(SIMPLE))


rule = Rule(
    code="CHR008",
    title="夹用繁体字",
    basis=Basis("国家通用语言文字法", "第十七条", note="简化字总表（1986年）"),
    message="“{old}”是繁体字，应写作“{new}”。",
    find=whole(find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "加强組織领导。": "加强组织领导。",
        "推动经濟社会发展。": "推动经济社会发展。",
    },
    good=["加强组织领导。", "匾额上写着“為人民服務”。", "乾隆年间，有王喆、李濛二人。", "慰藉、瞭望"],
)
