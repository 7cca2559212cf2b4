"""人大的领导职务属于人大常委会：“省人大常委会主任”，不说“省人大主任”；“全国人大常委会副委员长”，不说“全国人大副委员长”。

“人大代表”“人大专门委员会主任委员”“人大机关”等不在此列。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="NAM003",
    title="人大常委会的职务",
    basis=Basis("新华社新闻报道中的禁用词和慎用词", "", Strength.RECOMMENDED),
    message="职务属于人大常委会，“{old}”宜写作“{new}”。",
    find=pattern(
        r"(?P<x>(?:(?<=[省市县区州])人大(?=(?:副主任|主任)(?!委员|会议|科员))|(?<=全国)人大(?=(?:副委员长|委员长)(?!会议))))",
        "人大常委会",
    ),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "县人大副主任张三参加调研。": "县人大常委会副主任张三参加调研。",
        "全国人大副委员长张三出席。": "全国人大常委会副委员长张三出席。",
    },
    good=["县人大常委会副主任张三参加调研。", "市人大主任委员会议", "全国人大代表张三", "市人大法制委员会主任委员"],
)
