"""面积、体积的单位要写全：“500平方米”“30立方米”，不写“500平方”“30立方”。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

rule = Rule(
    code="UNI004",
    title="面积、体积单位不全",
    basis=Basis("GB 3100—1993", "5.4"),
    message="单位不全，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?<=[\d万余多])(?P<x>平方|立方)(?![米公千厘分毫英市码尺寸里根和差项数]|体|海里|微|丈)",
        lambda match: match["x"] + "米",
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={
        "新建厂房500平方。": "新建厂房500平方米。",
        "浇筑混凝土3万立方，完成投资2亿元。": "浇筑混凝土3万立方米，完成投资2亿元。",
    },
    good=["新建厂房500平方米。", "库容3万立方米。", "面积3平方公里。", "2平方分米", "5平方海里"],
)
