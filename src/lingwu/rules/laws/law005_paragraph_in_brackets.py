"""引用款用“第二款”，引用项用“第（二）项”：款没有编号，序数不加括号；项的编号带括号。

“第三条第（二）款”应为“第三条第二款”，也可能本意是“第（二）项”，请对照原文。
"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="LAW005",
    title="款的序数不加括号",
    basis=Basis("立法技术规范（试行）（一）", "", Strength.CUSTOM, "款不编序号，项用（一）（二）"),
    message="款的序数不加括号，“{old}”宜写作“{new}”；如指项，应写“项”。",
    find=pattern(r"条(?P<x>第[（(](?P<n>[一二三四五六七八九十]{1,2})[）)]款)", r"第\g<n>款"),
    severity=Severity.ADVICE,
    bad={"依照第三条第（二）款的规定": "依照第三条第二款的规定", "违反第十条第(一)款": "违反第十条第一款"},
    good=["依照第三条第二款的规定", "依照第三条第（二）项的规定", "协议第（二）款"],
)
