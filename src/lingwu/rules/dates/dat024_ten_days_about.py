"""“上旬”“中旬”“下旬”本身是约略的时段，后面不再加“左右”“前后”。"""

from lingwu.rule import Basis, Rule, Severity, Strength, pattern

rule = Rule(
    code="DAT024",
    title="“旬”后又加“左右”",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="约略只表示一次"),
    message="“{old}”重复表示约略，写作“{new}”即可。",
    find=pattern(r"(?P<w>[上中下]旬)(?:左右|上下)(?!两)", r"\g<w>"),
    severity=Severity.DOUBT,
    bad={"6月中旬左右完成验收。": "6月中旬完成验收。", "预计下旬左右开工。": "预计下旬开工。"},
    good=["6月中旬完成验收。", "6月15日左右完成验收。", "中旬前后衔接"],
)
