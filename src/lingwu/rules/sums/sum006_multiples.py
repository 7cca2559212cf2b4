"""“增长几倍”不含底数：从300增加到600，是增长1倍（或增加到2倍）；“翻两番”是原来的4倍。"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import parse
from lingwu.text.rounded import Rounded, amount_as, rounded, share, show

BOTH = rf"(?:由|从)[^，。；\d]{{0,8}}(?:\d{{4}}年(?:底|末)?的?)?{amount_as('a')}(?:增加|增长|提高|上升|扩大|提升|增|发展)(?:到|至|为)(?:\d{{4}}年(?:底|末)?的?)?{amount_as('b')}，"
TIMES = rf"{BOTH}(?:共|累计)?(?:增长|增加|提高)了?(?P<x>\d{{1,4}}(?:\.\d{{1,2}})?|[一二两三四五六七八九十]{{1,2}})倍(?!多|以上|左右|以内)"
DOUBLED = rf"{BOTH}翻了?(?P<x>[一两二三四])番"


def _ratio(doc: Document, regex: str) -> Iterator[tuple[tuple[int, int], str, Decimal, Decimal]]:
    """The place and text of the multiple said, and the least and greatest ratio of the two amounts."""
    for match in matches(regex, doc.text):
        first, last = rounded(match["a"], match["as"]), rounded(match["b"], match["bs"])
        if match["au"] == match["bu"] and first.value > 0:
            low, high = share(last, first)
            yield match.span("x"), match["x"], low / 100, high / 100


def _find(doc: Document) -> Iterator[Hit]:
    if "倍" in doc.text:
        for place, said, low, high in _ratio(doc, TIMES):
            value = parse(said)
            step = Decimal(1).scaleb(-len(said.partition(".")[2]))
            if value is not None and not Rounded(value, step).meets(low - 1, high - 1):
                yield Hit(Span(*place), show((low + high) / 2 - 1, Decimal("0.1")), says={"hint": ""})
    if "番" in doc.text:
        for place, said, low, high in _ratio(doc, DOUBLED):
            times = 2 ** "零一二三四".find(said.replace("两", "二"))
            if high < times * Decimal("0.9") or low > times * Decimal("1.9"):
                yield Hit(Span(*place), says={"hint": f"，翻{said}番应是原来的{times}倍"})


rule = Rule(
    code="SUM006",
    title="倍数、翻番与前后两个数不符",
    basis=Basis(
        "数据勾稽关系",
        strength=Strength.RECOMMENDED,
        note="增长N倍，后数是前数的N+1倍；翻N番是2的N次方倍",
    ),
    message="“{old}”与前后两个数不符{hint}，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "游客从300万人次增加到600万人次，增长2倍。": "游客从300万人次增加到600万人次，增长1倍。",
        "产值由40亿元提高到120亿元，翻了⟦两⟧番。": None,
    },
    good=[
        "游客从300万人次增加到600万人次，增长1倍。",
        "产值由40亿元提高到160亿元，翻了两番。",
        "产值由40亿元提高到82亿元，翻了一番。",
        "游客从300万人次增加到950万人次，增长2.2倍。",
    ],
)
