"""“翻一番”是变成2倍，“翻两番”是变成4倍：“10亿元，比2020年的5亿元翻两番”对不上，只是翻一番。"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.rounded import amount_as, rounded

TIMES = "零一两三四"
SAID = rf"{amount_as('b')}[，,](?:比|较|在|是)(?:上年|去年|\d{{4}}年|“十[二三四]五”末)的?{amount_as('a')}(?:的基础上)?(?:要|将|可|实现)?翻了?(?P<n>[一两二三四])番"
LOOSE = Decimal("0.2")
"""翻一番 is said of round figures too: so much may be missing or over."""


def _find(doc: Document) -> Iterator[Hit]:
    if "番" not in doc.text:
        return
    for match in matches(SAID, doc.text):
        first, last, times = rounded(match["a"], match["as"]), rounded(match["b"], match["bs"]), parse(match["n"])
        if match["au"] != match["bu"] or first.value <= 0 or times is None:
            continue
        ratio = last.value / first.value
        if abs(ratio / 2**times - 1) <= LOOSE:
            continue
        fits = [count for count in range(1, len(TIMES)) if abs(ratio / 2**count - 1) <= LOOSE]
        new = TIMES[fits[0]] if fits else None
        yield Hit(Span(*match.span("n")), new, says={"ratio": f"{ratio:.2f}".rstrip("0").rstrip(".")})


rule = Rule(
    code="SUM045",
    title="翻番与所比的数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="翻一番是2倍，翻两番是4倍"),
    message="后数是前数的{ratio}倍，与翻“{old}”番不符，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "零售额突破10亿元，比2025年的5亿元翻两番。": "零售额突破10亿元，比2025年的5亿元翻一番。",
        "产值达到40亿元，较2020年的10亿元翻了一番。": "产值达到40亿元，较2020年的10亿元翻了两番。",
    },
    good=[
        "零售额突破10亿元，比2025年的5亿元翻一番。",
        "产值达到41亿元，较2020年的10亿元翻了两番。",
        "产值达到40亿元，比2020年翻一番。",
    ],
)
