"""公文里星期写作“星期一”至“星期日”；没有“星期七”，“礼拜”是口语。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="DAT003",
    title="星期的名称",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="星期一至星期日"),
    message="“{old}”宜写作“{new}”。",
    find=pattern(
        r"星期七(?!天)|礼拜(?P<d>[一二三四五六日天])(?![月年个])",
        lambda match: "星期" + (match["d"] or "日").replace("天", "日"),
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"定于星期七召开。": "定于星期日召开。", "定于礼拜三召开。": "定于星期三召开。"},
    good=["定于星期日召开。", "做礼拜的场所", "两个星期七天无休", "到清真寺做礼拜一个月"],
)
