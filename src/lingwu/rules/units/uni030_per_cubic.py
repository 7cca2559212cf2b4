"""浓度的单位是“毫克/立方米”“微克/立方米”，不写“微克/立方”：立方是乘方的名称，不是单位。"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="UNI030",
    title="“每立方”后面的“米”",
    basis=Basis("GB 3100—1993", "5.4"),
    message="“{old}”少了“米”字，应写作“{new}”。",
    find=pattern(r"(?P<x>(?:微|毫|千)?克/(?:立方|平方))(?![米分厘毫千公])", lambda match: match["x"] + "米"),
    severity=Severity.DOUBT,
    bad={
        "年均浓度为28微克/立方。": "年均浓度为28微克/立方米。",
        "排放浓度10毫克/立方，达标。": "排放浓度10毫克/立方米，达标。",
    },
    good=["年均浓度为28微克/立方米。", "密度为1.2克/立方厘米。", "用水120立方。"],
)
