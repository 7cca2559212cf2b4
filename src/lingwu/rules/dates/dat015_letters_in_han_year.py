"""汉字年份里的0写“〇”：二〇二五年。不能用字母O、阿拉伯数字0代替。"""

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import ZEROS

rule = Rule(
    code="DAT015",
    title="汉字年份里混入字母O或数字0",
    basis=Basis("GB/T 15835—2011", "5.2.5"),
    message="汉字年份里的“〇”写错了，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?P<x>[一二](?<![一二三四五六七八九〇零○\d].)(?=.{0,2}[0OoＯ０])[0OoＯ０〇○九八][一二三四五六七八九〇零○0OoＯ０]{2})(?=年)",
        lambda match: match["x"].translate(ZEROS),
    ),
    bad={"二O二五年三月八日": "二〇二五年三月八日", "二0二五年度工作总结": "二〇二五年度工作总结"},
    good=["二〇二五年三月八日", "2025年3月8日", "一九四九年十月一日"],
)
