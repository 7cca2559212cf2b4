"""“之所以……的原因”“旨在……为目的”“以……为目的是”：原因、目的各说了两遍。“之所以”后面接“是因为”；“旨在”“为了”本身就表示目的。"""

from lingwu.rule import Basis, Place, Rule, Safety, Severity, Strength, pattern

rule = Rule(
    code="GRM021",
    title="原因、目的说了两遍",
    basis=Basis("报纸编校质量评比差错认定细则", "第35条", Strength.RECOMMENDED),
    message="“{old}”前后两次说原因或者目的，留一处即可。",
    find=pattern(
        r"(?:旨在|意在|目的在于)是?为了|之所以[^，。；：\n]{2,24}的(?:主要|根本|重要|真正|直接)?原因(?=，?(?:是|在于|就))"
        r"|(?:旨在|意在|目的是|目的在于|是为了|为的是)[^，。；：以\n]{2,24}(?:为目的|为宗旨)(?=[，。；])"
        r"|以[^，。；：\n]{2,20}为(?:目的|宗旨)的?目的(?=是|在于)"
    ),
    severity=Severity.DOUBT,
    safety=Safety.SHOW,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "工期⟦之所以延误的原因⟧，是材料供应不及时。": None,
        "这项活动⟦旨在提高技能为目的⟧。": None,
    },
    good=[
        "工期之所以延误，是因为材料供应不及时。",
        "工期延误的原因是材料供应不及时。",
        "这项活动以提高技能为目的。",
        "旨在改变以营利为目的的做法。",
    ],
)
