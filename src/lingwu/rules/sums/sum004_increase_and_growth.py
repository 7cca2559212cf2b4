"""总数、增量、增长率三者应对得上：今年120亿元，比上年增加20亿元，上年是100亿元，增长率是20%。

按可比价格、同口径计算的增长率不能这样推算，不在此列。
"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled
from lingwu.text.rounded import Rounded, amount_as, rounded, share, show

SAID = (
    r"[，,]?(?:比|较)(?:上年|去年|上年同期|去年同期|\d{4}年)(?:同期|实际|决算数|执行数)?"
    rf"(?P<w>增加|增收|增支|多增|减少|下降|减收)了?(?P<how>{amount_as('b')})，"
    r"(?:增长|增幅|下降|降幅|减少)(?:了|为|达)?(?P<p>\d{1,3}(?:\.\d{1,2})?)%"
)
TOTAL = rf"(?<!预计)(?<!增加)(?<!增长)(?<!\d[，,.])(?<![\d.]){amount_as('a')}$"
OTHER = r"可比|同口径|不变价|扣除|实际"
REACH = 40


def _find(doc: Document) -> Iterator[Hit]:
    if "%" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        start = max(0, match.start() - REACH)
        total = compiled(TOTAL).search(doc.text[start : match.start()].rpartition("\n")[2])
        if not total or total["au"] != match["bu"] or compiled(OTHER).search(doc.text, start, match.end() + 20):
            continue
        now, more, said = rounded(total["a"], total["as"]), rounded(match["b"], match["bs"]), rounded(match["p"])
        sign = 1 if match["w"] in {"增加", "增收", "增支", "多增"} else -1
        before = Rounded(now.value - sign * more.value, now.step + more.step)
        if before.value > 0 and not said.meets(*share(more, before)):
            yield Hit(Span(*match.span("p")), show(more.value / before.value * 100, said.step))


rule = Rule(
    code="SUM004",
    title="增量与增长率不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增长率=增量÷上年数"),
    message="按总数和增量推算，增减幅度应为{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "全年收入120亿元，比上年增加20亿元，增长25%。": "全年收入120亿元，比上年增加20亿元，增长20%。",
        "受理案件80件，比上年减少20件，下降25%。": "受理案件80件，比上年减少20件，下降20%。",
    },
    good=[
        "全年收入120亿元，比上年增加20亿元，增长20%。",
        "全年收入12.3亿元，比上年增加1.1亿元，增长9.8%。",
        "全年收入120亿元，比上年增加20亿元，按可比口径增长25%。",
        "新增就业120万人，比上年增加20万户，增长25%。",
    ],
)
