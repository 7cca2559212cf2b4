"""“根据……”和“以……为依据”、“按照……”和“以……为准”各是一种说法，套成“根据……为依据”就杂糅了。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM020",
    title="“根据……为依据”杂糅",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="“{old}”两种说法套用，可说“以……为……”，或者只用前面的介词。",
    find=pattern(
        r"(?<!当作)(?:根据|按照|依照|依据|遵照|遵循)(?!的|原文)[^，。；：、以作视定行\n]{2,16}为(?:准|依据|标准|原则|根据|准绳|准则)(?=[，。；])"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "报销金额⟦按照正式票据为准⟧。": None,
        "各单位要⟦根据实际情况为依据⟧，制定方案。": None,
    },
    good=[
        "报销金额以正式票据为准。",
        "根据实际情况，制定方案。",
        "按照以人为本为原则，",
        "这是必须遵循的基本行为准则。",
    ],
)
