"""两个不同的点号连在一起（，。 。， 、， ；。等），多打了一个。

逗号、顿号紧跟句号、分号时，保留停顿较大的一个；其余情形两种改法都列出，由人选定。
"""

from lingwu.rule import Basis, Rule, Strength, pattern

RANK = "、，：；。！？"
PAIRS = [a + b for a in "、，；。" for b in RANK if a != b]

rule = Rule(
    code="PUN014",
    title="两个点号相连",
    basis=Basis("GB/T 15834—2011", "4", Strength.RECOMMENDED),
    message="两个点号相连，“{old}”多了一个，疑应写作“{new}”。",
    find=pattern("|".join(PAIRS), lambda match: max(match[0], key=RANK.index)),
    bad={
        "要加强领导，。": "要加强领导。",
        "教育、，医疗等工作": "教育，医疗等工作",
    },
    good=["他说：“好。”，", "怎么可能？！", "要加强领导。", "“谁来办？”、“怎么办？”"],
)
