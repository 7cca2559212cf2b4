"""大写金额和小写金额必须相等：人民币叁佰万元整（¥3,000,000.00）。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.text.numerals import SCALES, parse_chinese
from lingwu.text.regexes import compiled

FIGURES = "壹贰叁肆伍陆柒捌玖"
WORDS = (
    rf"(?P<h>[{FIGURES}拾佰仟][{FIGURES}拾佰仟万亿零]{{0,30}})[元圆]"
    rf"(?P<tail>(?:零?[{FIGURES}]角)?(?:零?[{FIGURES}]分)?)[整正]?"
)
BETWEEN = r"[）)，,（(\s]{0,3}(?:小写)?(?:人民币|即)?[:：\s]{0,2}"
NUMBER = r"(?P<mark>[¥￥])?\s?(?P<n>\d[\d,]{0,15}(?:\.\d{1,4})?)(?P<s>[万亿]?)(?P<yuan>元)?"
BACK = r"(?P<mark>[¥￥])?(?<![\d,.])(?P<n>\d[\d,]{0,15}(?:\.\d{1,4})?)(?P<s>[万亿]?)(?P<yuan>元)?[（(](?:大写)?[:：]?(?:人民币)?$"
REACH = 40


def _worth(match: re.Match[str]) -> Decimal | None:
    """The value of the amount in words."""
    yuan = parse_chinese(match["h"])
    if yuan is None:
        return None
    small = compiled(rf"([{FIGURES}])([角分])").findall(match["tail"])
    return yuan + sum(
        (Decimal(FIGURES.index(figure) + 1) / (10 if unit == "角" else 100) for figure, unit in small), Decimal(0)
    )


def _find(doc: Document) -> Iterator[Hit]:
    if "元" not in doc.text and "圆" not in doc.text:
        return
    for words in compiled(WORDS).finditer(doc.text):
        worth = _worth(words)
        before = doc.text.rfind("\n", 0, words.start()) + 1, words.start() - REACH
        match = compiled(BETWEEN + NUMBER).match(doc.text, words.end())
        match = match or compiled(BACK).search(doc.text, max(before), words.start())
        if worth is None or match is None or not (match["mark"] or match["yuan"]):
            continue
        if worth != Decimal(match["n"].replace(",", "")) * SCALES[match["s"]]:
            said = words["h"] + "元" + words["tail"]
            yield Hit(Span(match.start("n"), match.end("s")), says={"words": said})


rule = Rule(
    code="SUM009",
    title="大写金额与小写金额不符",
    basis=Basis("GB/T 15835—2011", "4.3", note="同一数值并列两种写法时应相等"),
    message="小写金额“{old}”与大写金额“{words}”不符，请核对。",
    find=whole(_find),
    bad={
        "合同价为人民币叁佰万元整（¥⟦3,300,000.00⟧）。": None,
        "报价⟦1680.23⟧元（大写：壹仟陆佰捌拾元叁角贰分）。": None,
    },
    good=[
        "合同价为人民币叁佰万元整（¥3,000,000.00）。",
        "报价1680.32元（大写：壹仟陆佰捌拾元零叁角贰分）。",
        "合同价叁佰万元整（小写：300万元）。",
        "首付叁万元，2025年付清。",
    ],
)
