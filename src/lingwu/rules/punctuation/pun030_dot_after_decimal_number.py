"""“1.1”“2.3.1”一类编号自身已带下脚点，末尾不再加点或顿号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN030",
    title="多级编号末尾的点",
    basis=Basis("GB/T 15834—2011", "附录B.3.5", Strength.RECOMMENDED),
    message="多级编号末尾不再加标点，应写作“{new}”。",
    find=pattern(r"^[ \u3000]*(?P<x>(\d{1,2}(?:\.\d{1,2}){1,3})[.．、] ?)(?=[\u4e00-\u9fff])", r"\2 "),
    severity=Severity.DOUBT,
    bad={
        "2.3.建设内容": "2.3 建设内容",
        "1.1.2、工作目标": "1.1.2 工作目标",
    },
    good=["2.3 建设内容", "1.建设内容", "2.3.1 工作目标", "3.15消费者权益日"],
)
