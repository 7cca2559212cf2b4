"""份号只用6位阿拉伯数字，前面不加“№”“No.”“份号：”。

如“000012”，顶格编排在版心左上角第一行。
"""

from lingwu.rule import Basis, Role, Rule, Severity, Strength, pattern

rule = Rule(
    code="STR082",
    title="份号的写法",
    basis=Basis("GB/T 9704—2012", "7.2.1", Strength.GENERAL, "一般用6位3号阿拉伯数字"),
    message="份号只写6位数字，前面的“{old}”可以删去。",
    find=pattern(r"^[ 　\t]*(?P<x>(?:№|No\.?|NO\.?|份号[：:])[ 　]*)(?=\d{6}[ 　]*$)", ""),
    where=[Role.COPY_NUMBER],
    severity=Severity.ADVICE,
    bad={
        "№000012\n机密★5年\n关于甲的通知\n各科室：\n请执行。": "000012\n机密★5年\n关于甲的通知\n各科室：\n请执行。",
        "份号：000008\n关于乙的通知\n各科室：\n请执行。": "000008\n关于乙的通知\n各科室：\n请执行。",
    },
    good=[
        "000012\n机密★5年\n关于甲的通知\n各科室：\n请执行。",
        "关于甲的通知\n各科室：\n编号为：\n№000012\n请执行。",
        "No.3\n简报\n各科室：\n请执行。",
    ],
)
