"""分数全用汉字（三分之二）或全用阿拉伯数字（2/3），不写“3分之2”“三分之2”。"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern
from lingwu.text.numerals import to_chinese


def _parts(match: re.Match[str]) -> tuple[str, str]:
    return match["below"] or match["below2"], match["above"] or match["above2"]


def _han(match: re.Match[str]) -> str:
    below, above = (to_chinese(int(said)) if said.isdecimal() else said for said in _parts(match))
    return f"{below}分之{above}"


rule = Rule(
    code="NUM021",
    title="分数两种数字混用",
    basis=Basis("GB/T 15835—2011", "5.3"),
    message="分数的两个数应用同一种数字，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?<![\d.一二三四五六七八九十百千万点])(?:(?P<below>\d{1,3})分之(?P<above>\d{1,3}|[一二三四五六七八九十]{1,3})"
        r"|(?P<below2>[一二三四五六七八九十]{1,3})分之(?P<above2>\d{1,3}))(?![\d.点])",
        _han,
    ),
    severity=Severity.DOUBT,
    bad={"已完成3分之2。": "已完成三分之二。", "有四分之3的村通了公交。": "有四分之三的村通了公交。"},
    good=["已完成三分之二。", "已完成2/3。", "百分之五", "千分之五"],
)
