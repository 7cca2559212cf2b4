"""市斤、市尺、市里、华里、市担等市制单位已停用，改用千克（公斤）、米、千米（公里）。“亩”在涉农文件里仍常用，不在此列。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

rule = Rule(
    code="UNI005",
    title="市制单位",
    basis=Basis("国务院关于在我国统一实行法定计量单位的命令"),
    message="“{old}”是已停用的市制单位，应换算成法定计量单位（1市斤=0.5千克，1市尺=1/3米，1市里、1华里=0.5千米）。",
    find=pattern(r"(?<=[\d一二三四五六七八九十百千万亿几多余])(?:市[斤尺寸丈担]|市里(?!面|的|有)|市两|华里)"),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"亩产800⟦市斤⟧。": None, "渠道全长20⟦华里⟧。": None},
    good=["亩产400公斤。", "渠道全长10公里。", "耕地300亩。", "12个市里面有3个", "由超市斤斤计较"],
)
