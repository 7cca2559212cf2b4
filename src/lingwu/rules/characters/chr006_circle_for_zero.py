"""汉字数字里的“零”写作“〇”，不用圆圈“○”“◯”代替，字形相近而编码不同。"""

from lingwu.rule import Basis, Rule, Safety, pattern

rule = Rule(
    code="CHR006",
    title="用圆圈代替“〇”",
    basis=Basis("GB/T 15835—2011", "5.2.5"),
    message="汉字数字里的“〇”打成了圆圈，应写作“{new}”。",
    find=pattern(
        "(?<=[一二三四五六七八九〇])[○◯⚪⭕ОοО]+(?=[一二三四五六七八九〇年月日号])", lambda match: "〇" * len(match[0])
    ),
    safety=Safety.SAFE,
    bad={
        "二○二四年三月": "二〇二四年三月",
        "一九八○年以来": "一九八〇年以来",
    },
    good=["二〇二四年三月", "○○单位", "甲○乙×"],
)
