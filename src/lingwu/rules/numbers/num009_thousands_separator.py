"""千分空的逗号每三位一个，用半角“,”：12,345,678。不用中文逗号，也不按四位、两位分；年份和编号不分节。

分节本身不是必须的，12345678也对。
"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern


def _grouped(match: re.Match[str]) -> str:
    digits = re.sub(r"[,，]", "", match["x"])
    if match["year"] or len(digits) > 30:
        return digits
    return f"{int(digits):,}" if digits[0] != "0" else match["x"]


rule = Rule(
    code="NUM009",
    title="千分位逗号",
    basis=Basis("GB/T 15835—2011", "5.1.1", note="四位以上的整数可用逗号分节，每三位一节"),
    message="“{old}”的分节不合规范，应写作“{new}”。",
    find=pattern(
        r"(?P<x>\d(?<![\d.,，A-Za-z第、]\d)(?:\d{0,2}(?:，\d{3})+(?=(?:\.\d+)?(?:[万亿]?[元吨]|余?[人户]|平方米|公里))"
        r"|\d{0,2}(?:,\d{3})*,\d{4,8}(?=[万亿]?(?:元|人|吨|户|平方米|公里))"
        r"|(?P<year>(?<=[12]),\d{3})(?=年(?!以|期|历|[的来间前后]|租|金|薪|产))))",
        _grouped,
    ),
    severity=Severity.DOUBT,
    bad={
        "拨付资金12，500元。": "拨付资金12,500元。",
        "截至2,025年底": "截至2025年底",
        "支出12,34567元。": "支出1,234,567元。",
    },
    good=["拨付资金12,500元。", "2024年，500人参加。", "第3，200元以上的", "共12500元。", "编号为3，4，500元一份"],
)
