"""同一个点号连打两次（，， 。。 、、 ；； ：：）。三个以上的句号当作省略号，另有规则。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

rule = Rule(
    code="PUN013",
    title="点号重复",
    basis=Basis("GB/T 15834—2011", "4", Strength.RECOMMENDED),
    message="标点重复，“{old}”应写作“{new}”。",
    find=pattern(r"，，，*|、、、*|；；；*|：：：*|(?<!。)。。(?!。)", lambda match: match[0][0]),
    safety=Safety.SAFE,
    bad={
        "要加强领导，，落实责任。": "要加强领导，落实责任。",
        "确保各项任务落到实处。。": "确保各项任务落到实处。",
    },
    good=["还有很多话要说。。。", "怎么可能？！", "要加强领导，落实责任。"],
)
