"""增长率由前后两个数推算：从100万元增长到150万元，是增长50%，不是40%。

年均增速、按可比价格或同口径计算的增速不能这样推算，不在此列。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled
from lingwu.text.rounded import amount_as, growth, rounded, show

WORDS = r"(?P<w>增加|增长|提高|上升|扩大|提升|减少|下降|降低|降|增)"
SAID = (
    rf"(?:由|从)[^，。；\d]{{0,8}}(?:\d{{4}}年(?:底|末)?的?)?(?:约)?{amount_as('a')}{WORDS}(?:到|至|为)(?:\d{{4}}年(?:底|末)?的?)?{amount_as('b')}"
    r"，(?P<how>(?:累计|共|总体|比上年|同比)?(?:增长|增加|提高|上升|增幅|减少|下降|降低|降幅)(?:了|达到?|为)?)(?P<p>\d{1,4}(?:\.\d{1,3})?)%(?!以|左右|多|余)"
)
OTHER = r"可比|同口径|不变价|扣除|实际|年均|平均每年|按.{0,6}计算"


def _find(doc: Document) -> Iterator[Hit]:
    if "%" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        if match["au"] != match["bu"] or compiled(OTHER).search(match[0]):
            continue
        first, last, said = rounded(match["a"], match["as"]), rounded(match["b"], match["bs"]), rounded(match["p"])
        if first.value <= 0:
            continue
        low, high = growth(first, last)
        if last.value < first.value:
            low, high = -high, -low
        if not said.meets(low, high):
            right = show(abs(last.value - first.value) / first.value * 100, said.step)
            yield Hit(Span(*match.span("p")), right)


rule = Rule(
    code="SUM003",
    title="增长率与前后两个数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增长率=（后数−前数）÷前数"),
    message="按前后两个数推算应为{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "村集体收入从100万元增长到150万元，增长40%。": "村集体收入从100万元增长到150万元，增长50%。",
        "企业数由200家减少到150家，下降30%。": "企业数由200家减少到150家，下降25%。",
    },
    good=[
        "村集体收入从100万元增长到150万元，增长50%。",
        "收入由2020年的1.2亿元提高到2024年的1.5亿元，年均增长6%。",
        "产值从3.1亿元增长到3.6亿元，按可比价格计算增长12%。",
        "产值从3.1亿元增长到3.6亿元，增长16%。",
    ],
)
