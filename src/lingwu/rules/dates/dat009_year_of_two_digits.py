"""年份写全四位：2024年3月5日，不写“24年3月5日”“24年底”。

“历时15年3个月”是时间长度，民国、光绪等纪年另有写法，都不在此列。
"""

import re

from lingwu.rule import Basis, Place, Rule, Severity, pattern


def _full(match: re.Match[str]) -> str:
    short = int(match["x"])
    return f"{2000 + short if short <= 45 else 1900 + short}"


rule = Rule(
    code="DAT009",
    title="年份简写成两位",
    basis=Basis("GB/T 15835—2011", "5.1.4"),
    message="年份应写全四位，“{old}年”应写作“{new}年”。",
    find=pattern(
        r"(?P<x>\d(?<![\d.年、—～~至到国和成治正禾庆光绪丰统隆熙历元后前第近满约共达时刑期〔（(/-]\d)\d)"
        r"(?=年(?:(?:1[0-2]|0?[1-9])月(?:[12]\d|3[01]|0?[1-9])[日号]|年?底(?!蕴|薪))"
        r"|(?<=[于自从在截止]\d\d)年(?:1[0-2]|[1-9])月(?!以|内|之|[的时左]))",
        _full,
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={
        "于24年3月5日印发。": "于2024年3月5日印发。",
        "截止24年3月，已全部完工。": "截止2024年3月，已全部完工。",
        "力争25年底前完工。": "力争2025年底前完工。",
    },
    good=["于2024年3月5日印发。", "历时15年3个月", "民国24年3月5日", "2019、20年底", "刑期10年3月5日"],
)
