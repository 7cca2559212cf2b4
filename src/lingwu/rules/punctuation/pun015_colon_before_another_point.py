"""冒号后面不再用逗号、顿号、分号、句号。"""

from lingwu.rule import Basis, Rule, Strength, pattern

rule = Rule(
    code="PUN015",
    title="冒号后又用点号",
    basis=Basis("GB/T 15834—2011", "附录A.6.1", Strength.RECOMMENDED),
    message="冒号后面不再用“{old}”。",
    find=pattern(r"(?P<x>：，|：、|：；|：。)", "："),
    bad={
        "会议指出：，要压实责任。": "会议指出：要压实责任。",
        "主要任务如下：、": "主要任务如下：",
    },
    good=["会议指出：要压实责任。", "主要任务如下：", "他说：“……”"],
)
