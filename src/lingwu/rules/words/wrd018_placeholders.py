"""行文里没有填好的占位符，如“XX市”“某某局”“____年”。样式文本里惯用的“××”不报。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="WRD018",
    title="占位符未填",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”像是没有填好的占位符，请填写。",
    find=pattern(
        r"(?<![A-Za-z0-9\-])[XxＸ]{2,6}(?=[市县区省镇乡村年月日局厅部委处科室同志公司单位学校路号人元万项个家名])|(?<=[市县区省镇乡共在于为有约达关])[XxＸ]{2,6}(?![A-Za-z0-9\-])|_{3,}(?=[年月日市县区局人元])",
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    bad={"⟦XX⟧市人民政府办公室": None, "会议定于⟦____⟧年召开": None, "共投入⟦XXX⟧万元": None},
    good=["××市人民政府", "型号为XX-200", "参见XXL码", "签字：________", "第XX届"],
)
