"""一句话里又估计又断定：“大概一定”“似乎肯定”；“过半数”已是一半以上，不能再说“以上”。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM035",
    title="估计和断定并用、界限重复",
    basis=Basis("图书编校质量差错认定细则", "第22条", Strength.RECOMMENDED),
    message="“{old}”自相矛盾或者重复，选用一种说法。",
    find=pattern(
        r"(?:也许|大概|估计|似乎|好像|或许|大约)(?:会|是|都|也|将|还)?(?:一定(?![程的期数量范规幅帮影])|肯定|必然(?![性的])|必定)"
        r"|(?:过半数|逾半数|超半数|过半|大半|多半|近半数)以上"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "这项工程⟦大概一定⟧能按期完工。": None,
        "投票率⟦过半数以上⟧。": None,
    },
    good=[
        "这项工程一定能按期完工。",
        "投票率过半数。",
        "大概一定程度上受到影响。",
        "半数以上代表到会。",
    ],
)
