"""“某某说”插在两段引语中间，后面用逗号，不用冒号。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="PUN033",
    title="引语中间的“说”后的标点",
    basis=Basis("GB/T 15834—2011", "附录B.1.5", Strength.RECOMMENDED),
    message="“{old}”插在两段引语中间，后面应用逗号，写作“{new}”。",
    find=pattern(r"(?:[。！？…]|，)”(?P<x>([^“”，。：\n]{1,8}(?:说|道|表示|回答))：)(?=“)", r"\2，"),
    severity=Severity.ADVICE,
    bad={
        "“请放心。”老张说：“我们马上办。”": "“请放心。”老张说，“我们马上办。”",
        "“问题不大，”他表示：“正在整改。”": "“问题不大，”他表示，“正在整改。”",
    },
    good=["老张说：“我们马上办。”", "“请放心。”老张说，“我们马上办。”", "“十四五”规划说：“要……”"],
)
