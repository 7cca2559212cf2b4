"""带“几”的概数用汉字：二十几家、几十人，不写“20几家”“几10人”。"""

import re

from lingwu.rule import Basis, Rule, pattern
from lingwu.text.numerals import to_chinese

UNITS = "[个人家名户次年岁天项元万亿里亩吨件位辆台条种级]"


def _chinese(match: re.Match[str]) -> str:
    if match["after"]:
        return "几" + to_chinese(int("1" + match["after"])).removeprefix("一")
    return to_chinese(int(match["before"])) + "几"


rule = Rule(
    code="NUM004",
    title="带“几”的概数用阿拉伯数字",
    basis=Basis("GB/T 15835—2011", "4.2.2"),
    message="带“几”的概数应用汉字，“{old}”应写作“{new}”。",
    find=pattern(
        rf"(?<![\d.,年第])(?P<before>[1-9]\d?0)几(?={UNITS})"
        rf"|(?<!第)几1(?P<after>0{{1,3}})(?={UNITS})",
        _chinese,
    ),
    bad={"走访了20几家企业。": "走访了二十几家企业。", "发放补助几100万元。": "发放补助几百万元。"},
    good=["走访了二十几家企业。", "走访了20多家企业。", "2020几家企业合并", "投资几十万元。"],
)
