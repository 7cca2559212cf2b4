"""公文的日期写“3月8日”，“3月8号”是口语。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

rule = Rule(
    code="DAT010",
    title="日期用“日”不用“号”",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="书面语用“日”"),
    message="日期中的“{old}”宜写作“{new}”。",
    find=pattern(
        r"\d(?<![\d.]\d)[0-2]?月(?:[12]\d|3[01]|0?[1-9])(?P<x>号)(?![线楼院令文公台通机船轮井矿仓馆厅])", "日"
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"定于3月8号召集各单位开会。": "定于3月8日召集各单位开会。", "截至12月31号，": "截至12月31日，"},
    good=["定于3月8日开会。", "3月8号文件", "地铁3号线", "“我3月8号到”"],
)
