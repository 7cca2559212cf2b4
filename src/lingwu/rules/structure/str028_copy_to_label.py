"""版记中只用“抄送”，不用“抄报”“抄发”。

过去对上级用“抄报”、对下级用“抄发”；现行条例和国家标准只有“抄送机关”一项，不分上下级。
"""

from lingwu.rule import Basis, Role, Rule, Severity, pattern

rule = Rule(
    code="STR028",
    title="抄送的名称",
    basis=Basis("GB/T 9704—2012", "7.4.2", note="条例第九条（十六）亦作抄送机关"),
    message="版记中用“抄送”，不用“{old}”。",
    find=pattern(r"(?:^|(?<=[\s　]))(?P<x>抄[报发])(?=[：:])", "抄送"),
    where=[Role.COPY_TO],
    severity=Severity.ADVICE,
    bad={
        "请执行。\n抄报：市委办公室。": "请执行。\n抄送：市委办公室。",
        "请执行。\n抄发：各科室。": "请执行。\n抄送：各科室。",
    },
    good=["请执行。\n抄送：市委办公室。", "请将材料抄报市委办公室。", "抄报制度要坚持。"],
)
