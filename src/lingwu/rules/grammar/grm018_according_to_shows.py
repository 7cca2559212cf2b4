"""“据统计显示”“根据调查表明”：“据统计”和“统计显示”两种说法套在了一起。说“据统计”或者“统计显示”。

“据介绍”“据报道称”不在此列。
"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM018",
    title="“据……显示”杂糅",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”是“据……”和“……显示”两种说法套用，留一种即可。",
    find=pattern(
        r"(?<![^\s，。；：！？])(?:根据|据)[^，。；：、\n《》“”不]{0,20}(?:调查|统计|数据|资料|研究|测算|监测)(?:结果)?(?:显示|表明|证明|说明)(?!的|书|图|材料|文件|情况)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "⟦据统计显示⟧，群众满意度达95%。": None,
        "⟦根据市统计局的调查表明⟧，物价总体平稳。": None,
    },
    good=[
        "据统计，群众满意度达95%。",
        "统计显示，群众满意度达95%。",
        "根据调查，物价总体平稳。",
        "根据证据证明的事实，",
        "根据数据显示的趋势，",
    ],
)
