"""不用“此页无正文”。

排版后所剩空白容不下印章或签发人签名章、成文日期时，用调整行距、字距的办法解决，不另起一页标“此页无正文”。
"""

from lingwu.rule import Basis, Rule, Severity, pattern

rule = Rule(
    code="STR031",
    title="此页无正文",
    basis=Basis("GB/T 9704—2012", "7.3.5.5"),
    message="不用“{old}”，空白容不下印章和日期时，应调整行距、字距。",
    find=pattern(r"^[ 　\t]*(?P<x>[（(]?[此本]页无正文[）)]?)[ 　\t。]*$", ""),
    severity=Severity.DOUBT,
    bad={
        "请执行。\n（此页无正文）\n示范局": "请执行。\n\n示范局",
        "请执行。\n此页无正文\n示范局": "请执行。\n\n示范局",
    },
    good=["公文中不得标“此页无正文”。", "此页无正文的，应当调整行距。", "请执行。\n示范局\n2024年3月8日"],
)
