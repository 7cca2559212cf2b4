"""引用法规由大到小：条、款、项、目。“第（一）项第二款”“第二款第三条”次序颠倒。

项在款之下，没有“第（二）项第一款”；多半是把“款”和“项”写反了，请对照原文。
"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

NUMBER = r"第[（(]?[一二三四五六七八九十]{1,3}[）)]?"

rule = Rule(
    code="LAW011",
    title="条、款、项的次序",
    basis=Basis("中华人民共和国立法法", "第六十五条", Strength.REQUIRED, "条文分条、款、项、目"),
    message="条文分条、款、项、目，“{old}”的次序颠倒，请对照原文。",
    find=pattern(rf"(?<=条){NUMBER}项{NUMBER}款|(?<![条章节]){NUMBER}款{NUMBER}条(?!件|例)"),
    severity=Severity.DOUBT,
    bad={
        "依照第三条⟦第（二）项第一款⟧的规定": None,
        "违反了⟦第二款第三条⟧的规定。": None,
    },
    good=[
        "依照第三条第一款第（二）项的规定",
        "第三条第二款、第五条第一款",
        "第五项第二款物",
        "违反第十条第二款的，",
    ],
)
