"""“从……中，说明了……”“对于……，体现了……”：介词结构不能作主语，“说明”“体现”“表明”落了空。删去句首的介词，或者改为“从……中可以看出”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM017",
    title="介词结构误作主语",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="句首是介词结构，“{old}”没有主语，可删去句首的介词，或者改用“可以看出”。",
    find=pattern(
        r"(?<![^\s。！？；])(?:从[^，。；：！？\n]{3,30}(?:中|里|上|看|来看)|(?:由于|对于|关于|随着)[^，。；：！？\n]{3,30})，"
        r"(?P<x>(?:充分|深刻|有力|集中|生动)?(?:体现|表明|说明|证明|反映|显示|凸显|彰显)(?:了|出))(?!来|的)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "从这些数据中，⟦说明了⟧改革的成效。": None,
        "对于这项制度的建立，⟦体现了⟧组织的关怀。": None,
    },
    good=[
        "从这些数据中，可以看出改革的成效。",
        "这些数据说明了改革的成效。",
        "从起步到成熟，彰显了各方的努力。",
        "从上到下，大家充分体现出良好的作风。",
    ],
)
