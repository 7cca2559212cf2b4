"""表示原因的说法叠用两个：“之所以……是由于……的原因”“原因……造成的”“由于……的原因，因此”。用一个即可。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM005",
    title="原因说了两遍",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="“{old}”与前面的说法重复，可删去。",
    find=pattern(
        r"(?:之所以[^。；\n]{2,40}是(?:因为|由于)|原因是|原因在于)[^，。；\n]{2,30}(?P<x>的原因|的缘故|所致|所造成的|造成的|引起的|导致的)(?=[。；，])",
        "",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "事故的原因是违章操作造成的。": "事故的原因是违章操作。",
        "之所以进展缓慢，是因为资金不足的原因。": "之所以进展缓慢，是因为资金不足。",
    },
    good=["事故的原因是违章操作。", "之所以成功，是因为准备充分。", "事故是违章操作造成的。"],
)
