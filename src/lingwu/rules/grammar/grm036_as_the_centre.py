"""“以……为中心”“以……为导向”的“为”不能漏：“以人民为中心”“以经济建设为中心”。作定语的“以需求导向”也应补足。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM036",
    title="“以……为中心”缺“为”",
    basis=Basis("图书编校质量差错认定细则", "第23条", Strength.RECOMMENDED),
    message="“{old}”漏了“为”，应为“{new}”。",
    find=pattern(
        r"(?<![予难可足所加给])以(?P<what>人民|经济建设|患者|病人|学生|群众|用户|客户|消费者|问题|需求|目标|结果|效果|市场)(?P<role>中心|核心|主线|根本|导向)(?=[，。；、的])",
        r"以\g<what>为\g<role>",
    ),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "坚持以人民中心的发展思想。": "坚持以人民为中心的发展思想。",
        "要以问题导向，查找差距。": "要以问题为导向，查找差距。",
    },
    good=[
        "坚持以人民为中心的发展思想。",
        "坚持问题导向，查找差距。",
        "设在市人民中心，",
        "可以市场中心",
    ],
)
