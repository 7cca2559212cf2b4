"""组合单位里斜线最多用一条，分母有几个单位时用括号：mg/(kg·d)，不写mg/kg/d。"""

from lingwu.rule import Basis, Rule, pattern

SIGN = r"(?:km|kg|mg|μg|mL|kJ|kW|cm|mm|min|mol|[gmtLhdsJ])"

rule = Rule(
    code="UNI011",
    title="组合单位用了两条斜线",
    basis=Basis("GB 3100—1993", "6.2.2"),
    message="组合单位里斜线不多于一条，“{old}”应写作“{new}”。",
    find=pattern(rf"(?<=[\d ])(?P<a>{SIGN})/(?P<b>kg|{SIGN})/(?P<c>{SIGN})(?![A-Za-z/²³\d])", r"\g<a>/(\g<b>·\g<c>)"),
    bad={"用量为5mg/kg/d。": "用量为5mg/(kg·d)。", "能耗30 kJ/kg/h。": "能耗30 kJ/(kg·h)。"},
    good=["用量为5mg/(kg·d)。", "补助标准30元/人/天。", "见https://a.cn/kg/d/s", "30km/h"],
)
