"""一个数不能一半用汉字、一半用阿拉伯数字：“未满十2周岁”应作“未满12周岁”。"""

import re

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern
from lingwu.text.numerals import parse_chinese


def _digits(match: re.Match[str]) -> str:
    return str((parse_chinese(match["tens"]) or 0) + int(match["one"]))


rule = Rule(
    code="NUM042",
    title="汉字“十”与数字相连",
    basis=Basis("GB/T 15835—2011", "5.3", Strength.RECOMMENDED),
    message="“{old}”一个数用了两种数字，应写作“{new}”。",
    find=pattern(
        r"(?<![第前后之数几〇零一二三四五六七八九十百千万\d])(?P<tens>[二三四五六七八九]?十)(?P<one>[1-9])"
        r"(?=个|名|人|周?岁|天|年|月|日|家|户|项|条|次|件|元|万|亿|米|吨|亩)",
        _digits,
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME, Place.QUOTATION],
    bad={"未满十2周岁的儿童不得骑车上路。": "未满12周岁的儿童不得骑车上路。", "共三十5户。": "共35户。"},
    good=["未满12周岁的儿童不得骑车上路。", "入选全国前十2次。", "五十万元", "“三十1号”机组"],
)
