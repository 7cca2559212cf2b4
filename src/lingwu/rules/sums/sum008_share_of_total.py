"""占比由部分除以总数推算：共120人，其中党员30人，占25%，不是占30%。"""

import re
from collections.abc import Iterator

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.regexes import compiled
from lingwu.text.rounded import amount_as, rounded, share, show

SHARE = r"(?<=[，,（(])占(?:比|比为|比达|总数的?|总人数的?|全部的?|总投资的?|总量的?)?(?:达到?|为)?(?P<p>\d{1,2}(?:\.\d{1,2})?)%"
OF_TOTAL = rf"(?<=，)占(?:总|全部|全年|计划|年度)[^，。；\d]{{0,8}}{amount_as('a')}的(?P<p>\d{{1,2}}(?:\.\d{{1,2}})?)%"
PART = rf"(?<![\d.,，]){amount_as('b')}，$"
BEFORE = rf"{amount_as('a')}[，,（(]其中[:：，]?[^，。；、\d]{{1,16}}{amount_as('b')}[，,（(]$"
REACH = 70


def _shares(doc: Document) -> Iterator[tuple[re.Match[str], re.Match[str], re.Match[str]]]:
    """The share, then what gives the total (a) and the part (b)."""
    for share_, before in ((SHARE, BEFORE), (OF_TOTAL, PART)):
        for match in matches(share_, doc.text):
            line = doc.text.rfind("\n", 0, match.start()) + 1
            found = compiled(before).search(doc.text[max(line, match.start() - REACH) : match.start()])
            if found:
                yield match, found if share_ == SHARE else match, found


def _find(doc: Document) -> Iterator[Hit]:
    if "占" not in doc.text:
        return
    for match, whole_, piece in _shares(doc):
        if whole_["au"] != piece["bu"]:
            continue
        total, part, said = rounded(whole_["a"], whole_["as"]), rounded(piece["b"], piece["bs"]), rounded(match["p"])
        if total.value > 0 and not said.meets(*share(part, total)):
            yield Hit(Span(*match.span("p")), show(part.value / total.value * 100, said.step))


rule = Rule(
    code="SUM008",
    title="占比与部分、总数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="占比=部分÷总数"),
    message="按部分和总数推算应占{new}%，这里写作{old}%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "完成投资3.5亿元，占年度计划5.0亿元的60%。": "完成投资3.5亿元，占年度计划5.0亿元的70%。",
        "全局共有干部120人，其中党员30人，占30%。": "全局共有干部120人，其中党员30人，占25%。",
        "全年完成投资5.00亿元，其中工业投资2.00亿元，占45%。": "全年完成投资5.00亿元，其中工业投资2.00亿元，占40%。",
    },
    good=[
        "完成投资3.5亿元，占年度计划5.0亿元的70%。",
        "全局共有干部120人，其中党员30人，占25%。",
        "全年完成投资5.1亿元，其中工业投资2亿元，占39%。",
        "共有企业120家，其中安置残疾人30人，占30%。",
        "共有干部120人，其中党员30人，占全县党员的3%。",
    ],
)
