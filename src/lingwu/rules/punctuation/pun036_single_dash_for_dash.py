"""副标题前和解释说明用破折号“——”，不用一个短横或一字线。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern
from lingwu.text.width import HAN

rule = Rule(
    code="PUN036",
    title="单横线作破折号",
    basis=Basis("GB/T 15834—2011", "4.10", Strength.RECOMMENDED),
    message="破折号应写作“——”，不用单横线。",
    find=pattern(
        rf"^[ \u3000]*(?P<x>[-－—–―─])(?=在[{HAN}\d“]+(?:会|讲话|发言|致辞|报告|仪式)[^。；\n]*$)",
        "——",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "-在全市三级干部会议上的讲话": "——在全市三级干部会议上的讲话",
        "－在年度总结会上的发言": "——在年度总结会上的发言",
    },
    good=["——在全市三级干部会议上的讲话", "北京—上海高速铁路", "- 在会上发言的有三人，分别是：", "2024—2025年"],
)
