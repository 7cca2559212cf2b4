"""“18.6亿元，比上年的17.8亿元增长6.5%”：增长率应与两个数相符，这里应是4.5%。

按可比价格、同口径计算的，写作“以上”“左右”的，不在此列。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.rounded import amount_as, growth, rounded, show

WORDS = r"(?P<w>增长|增加|提高|上升|下降|降低|减少)了?(?P<p>\d{1,4}(?:\.\d{1,2})?)%(?!以|左右|多|余|的)"
OVER = rf"{amount_as('b')}[，,](?:同比)?(?:比|较)(?:上年|去年|上年同期|去年同期|\d{{4}}年)的{amount_as('a')}{WORDS}"
BEHIND = (
    rf"{amount_as('b')}[，,](?:同比|比上年|较上年)?{WORDS}[（(](?:上年|去年)(?:同期)?(?:为|是)?{amount_as('a')}[）)]"
)


def _find(doc: Document) -> Iterator[Hit]:
    if "%" not in doc.text or not any(word in doc.text for word in ("上年", "去年", "年的")):
        return
    for regex in (OVER, BEHIND):
        for match in matches(regex, doc.text):
            first, last, said = rounded(match["a"], match["as"]), rounded(match["b"], match["bs"]), rounded(match["p"])
            if match["au"] != match["bu"] or first.value <= 0:
                continue
            low, high = growth(first, last)
            if match["w"][0] in "下降减":
                low, high = -high, -low
            if not said.meets(low, high):
                right = abs(last.value - first.value) / first.value * 100
                yield Hit(Span(*match.span("p")), show(right, said.step))


rule = Rule(
    code="SUM043",
    title="增长率与所比的数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增长率=（本期数−上期数）÷上期数"),
    message="按前后两个数推算应为{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "收入18.6亿元，比上年的17.8亿元增长6.5%。": "收入18.6亿元，比上年的17.8亿元增长4.5%。",
        "收入5.46亿元，同比增长5%（上年为5.25亿元）。": "收入5.46亿元，同比增长4%（上年为5.25亿元）。",
        "受理80件，较去年的100件下降25%。": "受理80件，较去年的100件下降20%。",
    },
    good=[
        "收入18.6亿元，比上年的17.8亿元增长4.5%。",
        "收入18.6亿元，比上年的17.8亿元增加0.8亿元。",
        "受理80件，较去年的100件下降20%以上。",
        "收入5.46亿元，同比增长4%（上年为5.25亿元）。",
    ],
)
