"""“倍”只用于增加。减少、降低、缩小用分数、百分数或“成”：写“减少了二分之一”“下降50%”，不说“减少了1倍”。

“降低到原来的0.5倍”说的是结果，“下降的幅度是去年的2倍”是拿两个降幅相比，都不在此列。
"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="NUM006",
    title="减少用“倍”",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="“倍”只用于数目增加"),
    message="“{old}”：减少不用“倍”，应改用分数或百分数。",
    find=pattern(
        r"(?<![不增加])(?:减少|降低|下降|缩小|缩短|减轻|减低)了?(?:近|约|将近|大约)?"
        r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百几数]+)(?:多|余)?倍"
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={"事故起数比去年⟦减少了1倍⟧。": None, "单位能耗⟦下降3倍⟧。": None},
    good=["办理时限缩短到原来的0.5倍。", "产量增加了1倍。", "降幅是去年同期的2倍。", "能耗下降50%，产值增长2倍。"],
)
