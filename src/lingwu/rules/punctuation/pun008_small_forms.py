"""小写变体和日文半角形式的标点（﹐﹑﹔｡､等）应换成通用的全角标点，否则检索、排版都会出错。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern
from lingwu.text.width import SMALL

rule = Rule(
    code="PUN008",
    title="变体形式的标点",
    basis=Basis("GB/T 15834—2011", "4", Strength.CUSTOM, "变体码位不是标准所用的标点"),
    message="“{old}”是变体形式的标点，应换成“{new}”。",
    find=pattern("[﹐﹑﹔﹕﹖﹗｡､｢｣﹙﹚･﹣﹪﹠﹟﹡﹢﹤﹥﹦﹨﹩﹫]", lambda match: SMALL[match[0]]),
    safety=Safety.SAFE,
    bad={
        "加强领导﹐落实责任。": "加强领导，落实责任。",
        "会议强调﹕要抓紧抓实。": "会议强调：要抓紧抓实。",
    },
    good=["加强领导，落实责任。", "会议强调：要抓紧抓实。", "国发〔2024〕3号"],
)
