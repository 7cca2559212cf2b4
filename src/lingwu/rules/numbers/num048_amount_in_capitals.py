"""大写金额全用大写数字：“叁仟伍佰元”，不夹“三、千、百”，“零”不写“另”，“角”不写“毛”；写到“分”的，后面不加“整”。"""

import re

from lingwu.rule import Basis, Rule, pattern

CAPITAL = "壹贰叁肆伍陆柒捌玖"
CAPITALS = str.maketrans("一二两三四五六七八九十百千另〇毛", "壹贰贰叁肆伍陆柒捌玖拾佰仟零零角")
ANY = f"[{CAPITAL}拾佰仟一二两三四五六七八九十百千万亿零另〇]"


def _capitals(match: re.Match[str]) -> str:
    said = match["x"].translate(CAPITALS)
    return said.rstrip("整正") if said[-2:-1] == "分" else said


rule = Rule(
    code="NUM048",
    title="大写金额的写法",
    basis=Basis("GB/T 15835—2011", "5.2.4", note="并见《正确填写票据和结算凭证的基本规定》"),
    message="大写金额“{old}”应写作“{new}”。",
    find=pattern(
        rf"(?P<x>(?<![{CAPITAL}拾佰仟一二三四五六七八九十百千万亿零]){ANY}{{0,20}}[{CAPITAL}]{ANY}{{0,20}}[元圆]"
        rf"(?:[{CAPITAL}一二两三四五六七八九][角毛])?(?:[零另]?[{CAPITAL}一二两三四五六七八九]分)?[整正]?)",
        _capitals,
    ),
    bad={
        "合计人民币叁千五百元整。": "合计人民币叁仟伍佰元整。",
        "人民币壹仟肆佰另玖元伍毛": "人民币壹仟肆佰零玖元伍角",
        "金额（大写）：伍元叁角壹分整": "金额（大写）：伍元叁角壹分",
    },
    good=["人民币叁仟伍佰元整", "人民币壹佰圆整", "三千五百元整", "人民币壹万零伍元伍角整", "支付贰拾元正"],
)
