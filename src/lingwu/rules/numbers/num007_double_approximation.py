"""一个数只用一个表示约数或界限的词：写“约500人”或“500人左右”，不写“约500人左右”；写“超过100万”，不写“超过100万以上”。"""

import re

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)[十百千]?[万亿]*"
UNIT = (
    r"(?:万?亿?(?:个百分点|个(?:小时|月|工作日)?|小时|分钟|公里|千米|平方米|公斤|美元|人次|名|人|元|户|家|次|年|天|岁|项|%|％|"
    r"倍|米|吨|亩|件|台|辆|所|条|种|位|份|座|成)?)"
)
HEAD = (
    r"(?P<head>[大将接近约超不至最高](?<![制契条公特和相签大节简缩协合预违集新靠附远最邻临亲贴就超].)(?:(?<=大)约|(?<=[将接])近|(?<=近)"
    r"|(?<=约)(?:[为有占达]|(?![谈定束见会请]))|(?<=超)过|(?<=不)(?:到|足|少于|低于)|(?<=至)少|(?<=最)[多少]|(?<=高)达))"
)
BOUNDS = {"不少于", "不低于", "至少", "最多", "最少", "高达"}
"""Words that go well with 余 and 多 (至少20多个), though not with 以上."""


def _once(match: re.Match[str]) -> str:
    if match["more"] and match["head"] in BOUNDS:
        return match[0]
    return match["head"] + match["number"] + (match["u1"] if match["more"] else match["u2"])


rule = Rule(
    code="NUM007",
    title="约数或界限词重复",
    basis=Basis("现代汉语通用规范", strength=Strength.RECOMMENDED, note="同一个数前后不重复限定"),
    message="“{old}”前后两次限定同一个数，留一个即可，如“{new}”。",
    find=pattern(
        rf"{HEAD}(?P<number>{NUMBER})(?:(?P<more>[余多])(?P<u1>{UNIT})|(?P<u2>{UNIT})(?:左右|上下|以上|以下))"
        r"(?!两|手|[余的]?[层楼级])",
        _once,
    ),
    severity=Severity.DOUBT,
    skip=[Place.NAME, Place.QUOTATION],
    bad={
        "参加活动的约500人左右。": "参加活动的约500人。",
        "参会人数约为50人左右。": "参会人数约为50人。",
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
