"""阿拉伯数字后面只接“万”“亿”作单位，不接“十”“百”“千”：写“300人”，不写“3百人”；写“5000元”，不写“5千元”。

“千克”“千米”“千瓦”等计量单位名称里的“千”不在此列，“百万”“千万”也不在此列。
"""

import re
from decimal import Decimal

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import SCALES, to_arabic

UNITS = "人名户家个元块多余次件套台辆册份亩吨只头棵株项场所座张位条支本岁"


def _plain(match: re.Match[str]) -> str:
    if match["wan"]:
        value = Decimal(match["wan"]) + Decimal(match["qian"]) / 10 + Decimal(match["bai"] or 0) / 100
        return to_arabic(value) + "万"
    return to_arabic(Decimal(match["number"]) * SCALES[match["scale"]])


rule = Rule(
    code="NUM001",
    title="阿拉伯数字后接十、百、千",
    basis=Basis("GB/T 15835—2011", "5.3", note="数值特别大时，“万”“亿”可用汉字，其余用阿拉伯数字"),
    message="阿拉伯数字后面不接“十”“百”“千”，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?<![\d.,—～~第/万亿千-])(?<!\d、)(?P<x>(?P<wan>\d{1,4})万(?P<qian>[1-9])千(?:(?P<bai>[1-9])百)?(?!\d)|(?P<number>[1-9]\d{0,2}(?:\.\d)?)(?P<scale>[百千]))"
        rf"(?=[{UNITS}](?![瓦伏帕卡赫焦克字升安]))(?!千米|百米|百强|百家|百个百|百千|百元店|千人计划|百名|千名)",
        _plain,
    ),
    bad={
        "共有3百人参加培训。": "共有300人参加培训。",
        "每户补助5千元。": "每户补助5000元。",
        "植树2.5千棵。": "植树2500棵。",
        "转移2万7千余人。": "转移2.7万余人。",
    },
    good=[
        "苹果30千克。",
        "装机容量5千瓦。",
        "投资3百万元。",
        "水管长2千米，补助1万2000元。",
        "参加800米、1500米比赛。",
        "补助5000元。",
        "月收入约4、5千元。",
        "面积超过4千4百多亩。",
    ],
)
