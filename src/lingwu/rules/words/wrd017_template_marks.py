"""模板和下载材料的残留标记，如“##标记##”“{{字段}}”“${字段}”“【标题】占位”，定稿前必须清除。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="WRD017",
    title="模板标记残留",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”是模板的残留标记，应删去或者填好。",
    find=pattern(
        r"##\w{2,20}##|\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|<%[^%\n]{0,40}%>",
    ),
    severity=Severity.ERROR,
    safety=Safety.SHOW,
    bad={"⟦##paidbegin##⟧二要坚定立场。": None, "致⟦{{单位名称}}⟧：": None, "现将⟦${title}⟧印发": None},
    good=["井号用法：##", "集合写作{1, 2}", "## 一级标题", "5 < 6 > 4"],
)
