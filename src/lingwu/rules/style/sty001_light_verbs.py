"""“进行”“开展”“予以”等虚义动词套在动词外面，能不用则不用：“进行了认真的研究”可以写“认真研究了”。"""

from lingwu.rule import Basis, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="STY001",
    title="虚义动词",
    basis=Basis("公文校对惯例", "", Strength.CUSTOM),
    message="“{old}”可以直接用动词，更简练。",
    find=pattern(
        r"(?:对[^，。；\n]{2,14}进行了?一次(?:[^，。；\n]{0,4}的)?(?:检查|调研|研究|分析|讨论|调查|整改|部署|安排|学习|总结|梳理|排查|走访)(?:工作|活动)?(?=[，。；]))",
    ),
    severity=Severity.ADVICE,
    safety=Safety.SHOW,
    bad={"⟦对全县学校进行了一次全面的检查⟧。": None, "⟦对工作进行了一次认真的总结工作⟧，": None},
    good=["全面检查了全县学校", "进行检查", "对企业进行检查"],
)
