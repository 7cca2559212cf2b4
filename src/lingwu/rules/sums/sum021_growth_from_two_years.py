"""一句话里写了两年的数，增长率应与之相符：2023年100万元，2024年150万元，是增长50%。

按可比价格、同口径计算的，两年的数不是同一指标的，不在此列。
"""

import re
from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled
from lingwu.text.rounded import amount_as, growth, rounded, show

NAME = r"[^，。；：、（）\d\n]"
LINK = r"(?:为|是|达到?了?|共|完成|实现|增至|升至|降至|减至|有)?"
WORDS = r"(?:同比|比上年|较上年|比去年|较去年|年)?(?P<w>增长|增加|提高|下降|降低|减少|增幅为?|降幅为?)(?:了|达)?(?P<p>\d{1,4}(?:\.\d{1,2})?)%(?!以|左右|多|余)"
YEARS = rf"(?P<y>(?:19|20)\d\d)年(?P<n>{NAME}{{0,12}}?){LINK}(?:约)?{amount_as('a')}[，；,](?P<z>(?:19|20)\d\d)年(?P<m>{NAME}{{0,12}}?){LINK}{amount_as('b')}，{WORDS}"
BOTH = rf"(?P<y>(?:19|20)\d\d)年?[、和](?P<z>(?:19|20)\d\d)年{NAME}{{0,12}}?分别{LINK}{amount_as('a')}[、和]{amount_as('b')}，{WORDS}"
LAST = rf"{amount_as('b')}[，（(](?:去年|上年)(?:同期)?(?:为|是)?{amount_as('a')}[）)]?，{WORDS}"
OTHER = r"可比|同口径|不变价|扣除|实际|年均|按.{0,6}计算"


def _grown(match: re.Match[str]) -> Iterator[Hit]:
    first, last, said = rounded(match["a"], match["as"]), rounded(match["b"], match["bs"]), rounded(match["p"])
    if match["au"] != match["bu"] or first.value <= 0 or compiled(OTHER).search(match[0]):
        return
    low, high = growth(first, last)
    if match["w"][0] in "下降减":
        low, high = -high, -low
    if not said.meets(low, high):
        right = abs(last.value - first.value) / first.value * 100
        yield Hit(Span(*match.span("p")), show(right, said.step))


def _find(doc: Document) -> Iterator[Hit]:
    if "%" not in doc.text or "年" not in doc.text:
        return
    for match in matches(YEARS, doc.text):
        same = match["n"] == match["m"] or not match["m"] or not match["n"]
        if same and int(match["z"]) - int(match["y"]) == 1:
            yield from _grown(match)
    for match in matches(BOTH, doc.text) if "分别" in doc.text else ():
        if int(match["z"]) - int(match["y"]) == 1:
            yield from _grown(match)
    for match in matches(LAST, doc.text):
        yield from _grown(match)


rule = Rule(
    code="SUM021",
    title="增长率与两年的数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增长率=（本年数−上年数）÷上年数"),
    message="按两年的数推算应为{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "2023年收入100万元，2024年收入150万元，增长40%。": "2023年收入100万元，2024年收入150万元，增长50%。",
        "2023年、2024年村集体收入分别为200万元、250万元，增长30%。": "2023年、2024年村集体收入分别为200万元、250万元，增长25%。",
        "受理案件120件，去年同期100件，同比增长25%。": "受理案件120件，去年同期100件，同比增长20%。",
    },
    good=[
        "2023年收入100万元，2024年收入150万元，增长50%。",
        "2023年收入100万元，2024年利润150万元，增长40%。",
        "2020年收入100万元，2024年收入150万元，年均增长10.7%。",
        "2023年产值100万元，2024年产值150万元，增长40%以上。",
    ],
)
