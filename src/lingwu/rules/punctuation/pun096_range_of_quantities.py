"""数值范围用“～”，也可用“—”，不用短横“-”，也不用占两格的破折号“——”：“5～10人”“20%～30%”。

编号、比分、年份、型号里的短横不在此列。
"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern

UNIT = "个月|人|名|户|天|次|家|项|件|元|岁|吨|公里|小时|分钟|亩|倍"
"""What is counted after the second number; 个 and 年 alone also follow code numbers and classes."""


def _wave(match: re.Match[str]) -> str:
    least, most = float(match["a"]), float(match["b"])
    return f"{match['a']}{match['u'] or ''}～{match['b']}" if least < most else match[0]


rule = Rule(
    code="PUN096",
    title="数值范围的连接号",
    basis=Basis("GB/T 15835—2011", "5.1.3", note="并见 GB/T 15834—2011 4.13.3.3"),
    message="数值范围宜用浪纹线，“{old}”宜写作“{new}”。",
    find=pattern(
        r"(?<![\dA-Za-z.．\-—～第附表图])(?P<a>\d{1,6}(?:\.\d{1,3})?)(?P<u>%|万元|亿元|万|亿)?(?(u)——|(?:-|——))(?P<b>\d{1,6}(?:\.\d{1,3})?)"
        rf"(?=(?(u)(?P=u)|(?:{UNIT}))(?![\-—]))",
        _wave,
    ),
    severity=Severity.ADVICE,
    bad={"每组安排5-10人。": "每组安排5～10人。", "占比20%——30%。": "占比20%～30%。"},
    good=["安排5～10人。", "安排5—10人。", "以3-1胜出", "10-5人", "合同编号2024-15件", "增长6.5%-7%。", "第2-3项"],
)
