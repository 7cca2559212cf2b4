"""货币单位只写一次：写“300万元”或“¥3,000,000”，不写“¥300万元”“300万元人民币元”“300元元”。"""

import re

from lingwu.rule import Basis, Rule, Strength, pattern


def _once(match: re.Match[str]) -> str:
    return match["a"] if match["a"] else match["b"] + "元" if match["b"] else match["c"]


rule = Rule(
    code="NUM019",
    title="货币单位重复",
    basis=Basis("公文通行写法", strength=Strength.CUSTOM, note="货币符号与“元”不并用"),
    message="“{old}”重复写了货币单位，应写作“{new}”。",
    find=pattern(
        r"[¥￥]\s?(?P<a>\d[\d,]{0,15}(?:\.\d{1,2})?[万亿]?元)|(?P<b>\d[万亿]?)元元(?!起|一)"
        r"|(?P<c>人民币\s?\d[\d,]{0,15}(?:\.\d{1,2})?[万亿]?元)人民币",
        _once,
    ),
    bad={"总投资¥300万元。": "总投资300万元。", "每人补助500元元。": "每人补助500元。"},
    good=["总投资300万元人民币。", "金额为¥3,000,000.00。", "人民币300万元", "单价：¥500／套，共5元"],
)
