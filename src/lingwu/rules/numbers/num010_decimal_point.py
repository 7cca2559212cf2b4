"""小数点用齐底线的实心圆点“.”，小数点前的0要写出：0.37%，不写“0。37%”“0·37%”“.37%”。"""

import re

from lingwu.rule import Basis, Rule, pattern

UNIT = r"(?=[%％‰]|[万亿千百]?[元吨]|倍|个百分点|公里|公斤|千克|千米|平方[米公]|立方米|公顷|亩|[万亿]人)"


def _pointed(match: re.Match[str]) -> str:
    whole, _, fraction = re.sub(r"[。·．・]", ".", match["x"]).partition(".")
    return f"{whole or '0'}.{fraction}"


rule = Rule(
    code="NUM010",
    title="小数点写法",
    basis=Basis("GB/T 15835—2011", "5.1.2"),
    message="小数点应为齐底线的圆点，点前的0不省略，“{old}”应写作“{new}”。",
    find=pattern(
        rf"(?<![\d.·。年月日\n])(?P<x>(?<=[一-龥])\d{{1,3}}[。·．・]\d{{1,6}}|(?<=[一-龥（，、])\.\d{{1,6}}){UNIT}",
        _pointed,
    ),
    bad={"同比增长3。5%。": "同比增长3.5%。", "占比为.37%。": "占比为0.37%。", "投资12·6亿元。": "投资12.6亿元。"},
    good=["同比增长3.5%。", "纪念“3·15”活动。", "会期到2024。30%以上的代表", "1。50元以上的", "占0.37%。"],
)
