"""增减的数应等于后数减前数：由30家增加到45家，是增加15家。"""

from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.rounded import amount_as, rounded, show

SAID = (
    rf"(?:由|从)[^，。；\d]{{0,8}}(?:\d{{4}}年(?:底|末)?的?)?{amount_as('a')}(?:增加|增长|提高|上升|扩大|提升|减少|下降|降低|降|增)(?:到|至|为)"
    rf"(?:\d{{4}}年(?:底|末)?的?)?{amount_as('b')}，(?:累计|共|净|比上年)?(?:增加|提高|上升|减少|下降|降低)了?{amount_as('c')}(?!以上|多|左右)"
)


def _find(doc: Document) -> Iterator[Hit]:
    for match in matches(SAID, doc.text) if "，" in doc.text else ():
        if not match["au"] == match["bu"] == match["cu"]:
            continue
        first, last, said = (rounded(match[name], match[name + "s"]) for name in "abc")
        difference = abs(last.value - first.value)
        slack = (first.step + last.step + said.step) / 2 if max(first.step, last.step, said.step) != 1 else 0
        if abs(difference - said.value) > slack:
            size = said.value / rounded(match["c"]).value if rounded(match["c"]).value else 1
            yield Hit(Span(*match.span("c")), show(difference / size, said.step / size))


rule = Rule(
    code="SUM005",
    title="增减数与前后两个数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="增减数=后数−前数"),
    message="按前后两个数推算应为{new}，这里写作{old}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "合作社由30家增加到45家，增加16家。": "合作社由30家增加到45家，增加15家。",
        "投资从3.2亿元增加到5.1亿元，增加2.9亿元。": "投资从3.2亿元增加到5.1亿元，增加1.9亿元。",
    },
    good=[
        "合作社由30家增加到45家，增加15家。",
        "投资从3.2亿元增加到5.1亿元，增加近2亿元。",
        "合作社由30家增加到45家，增加社员160人。",
        "床位从1.2万张增加到1.5万张，增加3100张。",
    ],
)
