"""公开的文件中不应出现完整的公民身份号码。

十八位号码的校验码、出生日期都对得上，才认定是身份号码；已经打码（用*代替几位）的不提示。确需列出的，宜隐去出生日期等部分。
"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def _masked(match: re.Match[str]) -> str:
    number = match["x"]
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    right = CHECKS[total % 11] == number[17].upper()
    return number[:6] + "********" + number[14:] if right else number


rule = Rule(
    code="SEC002",
    title="完整的公民身份号码",
    basis=Basis("中华人民共和国个人信息保护法", "第二十五条、第二十八条", note="公开个人信息应当取得单独同意"),
    message="“{old}”是完整的公民身份号码，公开前宜隐去部分数字，如“{new}”。",
    find=pattern(
        r"(?<![0-9A-Za-z])(?P<x>[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx])(?![0-9A-Za-z])",
        _masked,
    ),
    severity=Severity.ADVICE,
    bad={
        "张三，身份证号：11010519491231002X。": "张三，身份证号：110105********002X。",
        "李四（440524188001010014的亲属）身份证11010519491231002X": "李四（440524188001010014的亲属）身份证110105********002X",
    },
    good=["合同编号110105194912310021", "张三，身份证号：110105********002X。", "流水号202403081200000012345"],
)
