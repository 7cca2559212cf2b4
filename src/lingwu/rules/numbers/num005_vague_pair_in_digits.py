"""相邻两个数连用表示概数时用汉字，中间不加顿号：写“六七个村”，不写“6、7个村”。

“第5、6个”“3、4月份”这类各有所指的不是概数，不在此列。
"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern


def _chinese(match: re.Match[str]) -> str:
    first, second = int(match["a"]), int(match["b"])
    return "零一二三四五六七八九"[first] + "零一二三四五六七八九"[second] if second == first + 1 else match["x"]


rule = Rule(
    code="NUM005",
    title="相邻数字连用的概数用阿拉伯数字",
    basis=Basis("GB/T 15835—2011", "4.2.2、5.2.1"),
    message="“{old}”如果是概数，应用汉字且中间不加顿号，写作“{new}”。",
    find=pattern(
        r"(?P<x>(?P<a>[1-8](?<=[一-龥].)(?<![第年月级款项条图表附件号组期榜列居前].))、(?P<b>[2-9]))"
        r"(?=个(?!专项|方面|问题|月|百分|标准)|名|位(?!数)|天|万[人元亩]|岁|十[个人元天岁])",
        _chinese,
    ),
    severity=Severity.DOUBT,
    bad={"每镇抽查6、7个村。": "每镇抽查六七个村。", "工期只有3、4天。": "工期只有三四天。"},
    good=[
        "第6、7个项目由县里承担。",
        "3、4月份完成。",
        "分别有6、9个村。",
        "1、2个专项行动同时推进。",
        "抽查2、3号楼。",
        "分列金牌榜2、3位。",
    ],
)
