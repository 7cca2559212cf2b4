"""小写变体和日文半角形式的标点（﹐﹑﹔｡､等）应换成通用的全角标点，否则检索、排版都会出错。"""

import re

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import SMALL


def _usual(match: re.Match[str]) -> str:
    """The usual mark; between digits a colon is that of a ratio or a time and stays narrow."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return ":" if match[0] == "﹕" and around.isdigit() and len(around) == 2 else SMALL[match[0]]


rule = Rule(
    code="PUN008",
    title="变体形式的标点",
    basis=Basis("GB/T 15834—2011", "4", Strength.CUSTOM, "变体码位不是标准所用的标点"),
    message="“{old}”是变体形式的标点，应换成“{new}”。",
    find=pattern("[﹐﹑﹔﹕﹖﹗｡､｢｣﹙﹚･﹣﹪﹠﹟﹡﹢﹤﹥﹦﹨﹩﹫]", _usual),
    safety=Safety.SAFE,
    bad={
        "加强领导﹐落实责任。": "加强领导，落实责任。",
        "会议强调﹕要抓紧抓实。": "会议强调：要抓紧抓实。",
    },
    good=["加强领导，落实责任。", "会议强调：要抓紧抓实。", "国发〔2024〕3号", "比例尺为1:500"],
)
