"""一个数只用一个表示约数或界限的词：写“约500人”或“500人左右”，不写“约500人左右”；写“超过100万”，不写“超过100万以上”。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)[十百千]?[万亿]*"
UNIT = (
    r"(?:万?亿?(?:个百分点|个(?:小时|月|工作日)?|小时|分钟|公里|千米|平方米|公斤|美元|人次|名|人|元|户|家|次|年|天|岁|项|%|％|"
    r"倍|米|吨|亩|件|台|辆|所|条|种|位|份|座|成)?)"
)
VAGUE = r"(?:大约|将近|接近|近|约(?![谈定束见会请])|超过|不到|不足)"
BOUND = r"(?:至少|最多|最少|不少于|不低于|高达)"

rule = Rule(
    code="NUM007",
    title="约数或界限词重复",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="同一个数前后不重复限定"),
    message="“{old}”前后两次限定同一个数，留一个即可，如“{new}”。",
    find=pattern(
        rf"(?<![制契条公特和相签大节简缩协合预违集新靠附远最邻临亲贴就超])(?:"
        rf"(?P<a>{VAGUE}{NUMBER})[余多](?P<u1>{UNIT})|(?P<b>(?:{VAGUE}|{BOUND}){NUMBER}{UNIT})(?:左右|上下|以上|以下))"
        r"(?!两|手|[余的]?[层楼级])",
        lambda match: match["a"] + match["u1"] if match["a"] else match["b"],
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "参加活动的约500人左右。": "参加活动的约500人。",
        "覆盖面超过90%以上。": "覆盖面超过90%。",
        "近300余人到场。": "近300人到场。",
    },
    good=[
        "参加活动的约500人。",
        "约谈3人以上。",
        "超过100万元。",
        "至少5项，最多10项以内。",
        "近3年左右两侧",
        "附近300余人到场。",
    ],
)
