"""印发日期用阿拉伯数字，年份标全称，月、日不编虚位：“2024年3月8日印发”。

“2024年03月08日印发”编了虚位，“二〇二四年三月八日印发”是过去的写法。只看版记里“印发”前面的日期。
"""

import re

from lingwu.rule import Basis, Role, Rule, pattern
from lingwu.text.numerals import parse_chinese

HAN = "〇○零一二三四五六七八九"


def _plain(match: re.Match[str]) -> str:
    parts = re.split("[年月日]", match["x"])[:3]
    if parts[0].isdecimal():
        return "{}年{}月{}日".format(*(str(int(part)) for part in parts))
    year = "".join(str(max(0, HAN.index(char) - 2)) for char in parts[0])
    month, day = (parse_chinese(part) for part in parts[1:])
    return f"{year}年{month}月{day}日" if month and day else match["x"]


rule = Rule(
    code="STR124",
    title="印发日期的写法",
    basis=Basis("GB/T 9704—2012", "7.4.3"),
    message="印发日期用阿拉伯数字，月、日不编虚位，“{old}”应写作“{new}”。",
    find=pattern(
        rf"(?P<x>20\d\d年(?:0[1-9]月\d{{1,2}}|1?\d月0[1-9])日|[{HAN}]{{4}}年[{HAN}十]{{1,2}}月[{HAN}十]{{1,3}}日)(?=[ 　\t]*印发)",
        _plain,
    ),
    where=[Role.PRINTING],
    bad={
        "请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年03月08日印发": (
            "请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年3月8日印发"
        ),
        "请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　二〇二四年三月十八日印发": (
            "请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年3月18日印发"
        ),
    },
    good=[
        "请执行。\n示范局\n2024年3月8日\n抄送：市委办公室。\n示范局办公室　2024年10月20日印发",
        "该办法2024年03月08日印发，见附件。",
        "该通知由示范局办公室于二〇〇四年三月八日印发。",
    ],
)
