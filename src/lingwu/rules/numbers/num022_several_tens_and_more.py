"""“几十”“数百”本身是概数，不再加“余”“多”：写“几十人”“五十余人”，不写“几十余人”“数百多人”。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="NUM022",
    title="概数后又加“余”“多”",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="概数只表示一次"),
    message="“{old}”已是概数，不必再加“余”“多”，宜写作“{new}”。",
    find=pattern(
        r"(?<![十百千万零〇\d无第])(?P<x>(?P<w>[几数](?:十|百|千|十万|百万|千万))[余多])(?=[个人名家户次年天元万亿里亩吨件位项座种])",
        r"\g<w>",
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"走访了几十余家企业。": "走访了几十家企业。", "吸引数百多人参观。": "吸引数百人参观。"},
    good=["走访了五十余家企业。", "吸引数百人参观。", "十几多边形", "增加到数十种"],
)
