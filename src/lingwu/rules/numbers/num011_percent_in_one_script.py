"""百分数全用阿拉伯数字加“%”，或全用汉字：“30%”“百分之三十”，不写“百分之30”“三十%”“百分之30%”。"""

import re

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import parse, to_arabic


def _percent(match: re.Match[str]) -> str:
    value = parse(match["digits"] or match["han"])
    return match["x"] if value is None else to_arabic(value) + "%"


rule = Rule(
    code="NUM011",
    title="百分数两种写法混用",
    basis=Basis("GB/T 15835—2011", "5.3"),
    message="百分数不能半用汉字、半用阿拉伯数字，“{old}”应写作“{new}”或全用汉字。",
    find=pattern(
        r"(?P<x>百分之(?P<digits>\d{1,6}(?:\.\d{1,6})?)(?!\d)(?:[%％](?!的?[一-龥]*%))?"
        r"|(?<![零一二三四五六七八九十百千点第])(?P<han>[一二三四五六七八九十百]{1,5}(?:点[零一二三四五六七八九]{1,4})?)[%％])"
        r"(?![—～至-]\d)",
        _percent,
    ),
    bad={"完成了百分之30。": "完成了30%。", "覆盖率达到百分之98.5%。": "覆盖率达到98.5%。", "占三十%。": "占30%。"},
    good=["完成了百分之三十。", "完成了30%。", "百分之三十五点二", "百分之百放心"],
)
