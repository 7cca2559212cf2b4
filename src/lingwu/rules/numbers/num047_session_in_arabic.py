"""代表大会、全会的届次庄重，用汉字数字：“第十四届全国人民代表大会”“党的二十大”，不写“第14届”“党的20大”。

体育比赛、展会的届次（第15届运动会）两种写法都可以，不在此列。
"""

import re

from lingwu.rule import Basis, Place, Rule, pattern
from lingwu.text.numerals import to_chinese


def _solemn(match: re.Match[str]) -> str:
    return to_chinese(int(match["x"]))


SESSION = (
    r"届(?:全国)?(?:人民代表大会|人大常委会|人大[一二三四五]次|政协[一二三四五]次|中央委员会|中央纪委)|次全国代表大会"
)
PARTY = r"(?<=党的)(?:1[2-9]|2[0-5])(?=大(?:[以召精报提作闭开，。、]|$))"


rule = Rule(
    code="NUM047",
    title="会议届次用了阿拉伯数字",
    basis=Basis("GB/T 15835—2011", "4.3"),
    message="代表大会、全会的届次应用汉字数字，“{old}”应写作“{new}”。",
    find=pattern(rf"(?P<x>(?<=第)(?:[1-9]|1\d|2[0-5])(?={SESSION})|{PARTY})", _solemn),
    skip=[Place.QUOTATION],
    bad={
        "召开第14届全国人民代表大会。": "召开第十四届全国人民代表大会。",
        "学习贯彻党的20大精神。": "学习贯彻党的二十大精神。",
    },
    good=[
        "召开第十四届全国人民代表大会。",
        "承办第15届全国运动会。",
        "党的10大工程",
        "亚太议会论坛第21届年会的全国人大代表",
    ],
)
