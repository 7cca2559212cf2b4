"""“中共××省委书记”“××市委书记”里的“省”“市”不重复。

“××省省委书记”“××市市委书记”多了一个“省”“市”；“××市市长”“××县县长”是固定的说法，单名县的“环县县委”也是对的，都不在此列。引文和书名号里的不提示。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="NAM002",
    title="省委、市委前重复的“省”“市”",
    basis=Basis("新华社新闻报道中的禁用词和慎用词", "", Strength.RECOMMENDED),
    message="“{old}”重复了，宜写作“{new}”。",
    find=pattern(
        r"(?<=[一-鿿]{2})(?P<x>(?:省省委|市市委))(?=书记|副书记|常委|委员|办公[厅室])",
        lambda match: match["x"][1:],
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"时任示范省省委书记张三到会。": "时任示范省委书记张三到会。", "示范市市委办公室": "示范市委办公室"},
    good=["示范市市长张三到会。", "示范省委书记张三到会。", "全市市委系统", "本市市委党校"],
)
