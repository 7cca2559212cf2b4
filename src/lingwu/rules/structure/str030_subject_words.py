"""版记中不再标注“主题词”。

主题词是1999年标准和旧办法的要素，2012年起的条例和国家标准都已取消。只看正文之后单独成行的“主题词：……”。
"""

from lingwu.rule import Basis, Role, Rule, Severity, Strength, pattern

rule = Rule(
    code="STR030",
    title="版记中的主题词",
    basis=Basis("GB/T 9704—2012", "7.4", Strength.GENERAL, "版记各要素中已无主题词"),
    message="“{old}”已不是公文要素，版记中不再标注。",
    find=pattern(r"^[ 　\t]*(?P<x>主题词[：:][^。\r\n]{1,60})$"),
    where=[Role.BODY, Role.TITLE],
    severity=Severity.ADVICE,
    bad={
        "请执行。\n示范局\n2024年3月8日\n⟦主题词：防汛　工作　通知⟧": None,
        "请执行。\n示范局\n2024年3月8日\n⟦主题词：防汛　通知⟧\n抄送：市委办公室。\n示范局办公室　2024年3月9日印发": None,
        "请执行。\n⟦主题词:会议　通知⟧\n抄送：市委办公室。": None,
    },
    good=["检索时先输入主题词：防汛、抗旱。", "主题词表另行印发。", "请执行。\n抄送：市委办公室。"],
)
