"""数值和年份的范围从小写到大：5—10人、2024—2026年。前大后小多半是写颠倒了，或者有一个数写错。

“比分3—1”“电话、编号”等不是范围，不在此列；降序的说法（由10人减到5人）也不在此列。
"""

import re
from decimal import Decimal

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern


def _turned(match: re.Match[str]) -> str:
    first, second = Decimal(match["a"]), Decimal(match["b"])
    if first <= second or (match["unit"] == "年" and not (1000 <= second <= 2999 and 1000 <= first <= 2999)):
        return match["x"]
    return match["b"] + match["mid"] + match["a"]


rule = Rule(
    code="NUM014",
    title="范围前大后小",
    basis=Basis("GB/T 15835—2011", "5.1.3", Strength.RECOMMENDED, "范围的起止由小到大"),
    message="范围“{old}”前大后小，请核对；如是写颠倒，应为“{new}”。",
    find=pattern(
        r"(?<![\d.A-Za-z℃°/:：零下负第前号〔（(—～~-])(?P<x>(?P<a>\d{1,6}(?:\.\d{1,4})?)(?P<mid>[%％]?(?:年)?(?:——?|～|~|－|–))"
        r"(?P<b>\d{1,6}(?:\.\d{1,4})?))(?=(?P<unit>[人元年天岁%％亩户]|个(?!月)|公里|万元|万人|亿元|工作日))(?!年代|年级)",
        _turned,
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={"每组安排10—5人。": "每组安排5—10人。", "规划期为2030—2026年。": "规划期为2026—2030年。"},
    good=["每组安排5—10人。", "2019—20年度", "公元前475—221年", "以3—1战胜对手", "2019—5年规划", "12月31日—2人值班"],
)
