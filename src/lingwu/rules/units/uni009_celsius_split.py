"""“摄氏度”是一个单位，不能拆开：写“20摄氏度”或“20℃”，不写“摄氏20度”“20度C”。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

rule = Rule(
    code="UNI009",
    title="“摄氏度”拆开了",
    basis=Basis("GB 3100—1993", "6.2.6"),
    message="“摄氏度”不能拆开，“{old}”应写作“{new}”。",
    find=pattern(
        r"摄氏(?P<n>(?:零下|零上|负)?(?:\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九十百]{1,5}))度(?!假|过|量)"
        r"|(?<=\d)(?P<c>度)C(?![A-Za-z])",
        lambda match: match["n"] + "摄氏度" if match["n"] else "℃",
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME],
    bad={"最低气温摄氏5度。": "最低气温5摄氏度。", "加热到80度C。": "加热到80℃。"},
    good=["最低气温5摄氏度。", "加热到80℃。", "北纬30度。", "以摄氏温度计量。"],
)
