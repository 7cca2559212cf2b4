"""“一、”“（一）”“1.”一类序号和后面的标题文字之间不空格。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="PUN070",
    title="序号后的空格",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "序号与文字之间不空格"),
    message="序号后面不用空格。",
    find=pattern(
        r"^[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])(?P<x>[ \u3000]{1,2})(?=[\u4e00-\u9fff“《])",
        "",
    ),
    severity=Severity.ADVICE,
    safety=Safety.SAFE,
    bad={
        "一、 总体要求": "一、总体要求",
        "（二）　工作目标": "（二）工作目标",
    },
    good=["一、总体要求", "第一章　总则", "1. 工作目标", "（二）工作目标"],
)
