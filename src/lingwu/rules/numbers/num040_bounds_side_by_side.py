"""两个约数词、界限词紧挨着，只能留一个：“近约800万元”“不少于不低于6人”“1小时以内之内”“26天之多左右”。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

LEFT = r"(?<![靠附最邻临接将签合预节])(?:近约|约近|大约近|将近约|约将近)(?=\d)"
DOUBLED = r"(?:不少于不低于|不低于不少于|不超过不多于|不多于不超过|不高于不超过|至少不低于|至少不少于|最多不超过(?=不))"
RIGHT = (
    r"(?:以内之内|之内以内|以上之上|以下之下|以后之后|以前之前|之多左右|左右上下|以上左右|以下左右|左右以上|之久左右)"
)
KEPT = {"近": "近", "约": "约", "大": "近", "将": "近"}


def _one(said: str) -> str:
    """The one of the two that stays."""
    if said[0] == "至":
        return said[2:]
    if said[0] in KEPT:
        return KEPT[said[0]]
    return {"之多左右": "", "之久左右": "", "左右上下": "左右"}.get(said, said[: len(said) // 2])


rule = Rule(
    code="NUM040",
    title="约数词、界限词叠用",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="同一个数不重复限定"),
    message="“{old}”意思重复，留一个即可，如“{new}”。",
    find=pattern(
        rf"{LEFT}|{DOUBLED}|(?<=[\d%一二三四五六七八九十百千万亿人名个户天年月日时钟元米里吨亩岁次件倍成点周]){RIGHT}",
        lambda m: _one(m[0]),
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "节约成本近约800万元。": "节约成本近800万元。",
        "每公里不少于不低于6人。": "每公里不少于6人。",
        "须在1小时以内之内报告。": "须在1小时以内报告。",
        "累计停机26天之多左右。": "累计停机26天。",
    },
    good=[
        "节约成本约800万元。",
        "每公里不少于6人，不低于去年。",
        "须在1小时以内报告。",
        "靠近约300米处",
        "前后左右上下都看了看",
    ],
)
