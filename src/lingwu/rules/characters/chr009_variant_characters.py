"""异体字已经淘汰，公文用选定的规范字。姓名用字以户籍登记为准，引文、书名里的不提示。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern
from lingwu.text.scripts import STANDARD, VARIANTS

SELECTED = dict(zip(VARIANTS, STANDARD, strict=True))

rule = Rule(
    code="CHR009",
    title="异体字",
    basis=Basis("第一批异体字整理表", "", note="1955年发布，后经调整；并见通用规范汉字表（2013年）"),
    message="“{old}”是异体字，应写作“{new}”。",
    find=pattern(f"[{VARIANTS}]", lambda match: SELECTED[match[0]]),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "掌握重点车辆行蹤。": "掌握重点车辆行踪。",
        "修建蓄水的隄防。": "修建蓄水的堤防。",
    },
    good=["修建蓄水的堤防。", "“行蹤”一词", "蹚出一条新路", "王喆同志"],
)
