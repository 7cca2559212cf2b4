"""异体字已经淘汰，公文用选定的规范字。姓名用字以户籍登记为准，引文、书名里的不提示。"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, whole
from lingwu.text.scripts import STANDARD, VARIANTS

SELECTED = str.maketrans(VARIANTS, STANDARD)


def find(doc: Document) -> Iterator[Hit]:
    for match in re.finditer(f"[{VARIANTS}]", doc.text):
        yield Hit(Span(*match.span()), match[0].translate(SELECTED))


rule = Rule(
    code="CHR009",
    title="异体字",
    basis=Basis("第一批异体字整理表", "", note="1955年发布，后经调整；并见通用规范汉字表（2013年）"),
    message="“{old}”是异体字，应写作“{new}”。",
    find=whole(find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "掌握重点车辆行蹤。": "掌握重点车辆行踪。",
        "修建蓄水的隄防。": "修建蓄水的堤防。",
    },
    good=["修建蓄水的堤防。", "“行蹤”一词", "蹚出一条新路", "王喆同志"],
)
