"""“通过……，让……”“在……前提下，使……”：句首的介词结构作状语，后面又用“使”“让”，主语就落空了。口语和新闻里常见，公文以补出主语或者删去一头为好。

“通过……，使……”见 GRM004。前面另有主语的（“国家通过立法，让……”）不报。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM015",
    title="“通过……让……”缺主语",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="这一句以介词开头又用“{old}”，缺主语，可补出主语，或者删去“{old}”或句首的介词。",
    find=pattern(
        r"(?<![^\s。！？；])(?:(?:通过|经过|由于|随着)[^，。；：！？\n]{2,30}，让|在[^，。；：！？\n]{3,30}(?:前提|情况|条件|背景|形势|基础|过程)[下上中]，(?:使得?|让))"
        r"(?=[^，。；\n]{2,})(?!用|馆|命|者|步|位|利|我们看到)"
    ),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "⟦通过这次学习，让⟧大家提高了认识。": None,
        "⟦在提高效益的前提下，使⟧生产稳步增长。": None,
    },
    good=[
        "通过这次学习，大家提高了认识。",
        "国家通过立法，让权利得到保障。",
        "在保证质量的前提下，使用新材料。",
        "通过协商，让利于民。",
    ],
)
