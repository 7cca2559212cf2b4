"""构成比之和应是100%：三次产业结构为8∶45∶48，加起来是101，超出四舍五入的误差就要核对。"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import Rounded, rounded

NUM = r"\d{1,2}(?:\.\d{1,2})?"
RATIO = (
    r"(?:三次产业|三产|一二三产业|产业)[^，。；\d]{0,12}(?:结构|比例|比重|比)[^，。；\d]{0,10}?(?:(?:由|从)[^，。；]{0,30}?)?"
    rf"(?:为|到|至|是)(?P<x>{NUM}(?:[:：∶]{NUM}){{2}})(?![\d:：∶.])"
)
SHARES = (
    rf"(?:分别(?:占到?|占比为?)|占比分别(?:为|是|达))[^，。；\d]{{0,8}}(?P<y>{NUM}%(?:[、，]{NUM}%)+(?:和|、){NUM}%)"
)


def _sum(said: str) -> tuple[Decimal, Decimal]:
    """The sum of the numbers and the most that rounding can have moved it."""
    parts: list[Rounded] = [rounded(number) for number in compiled(r"\d+(?:\.\d+)?").findall(said)]
    return sum((part.value for part in parts), Decimal(0)), sum((part.step for part in parts), Decimal(0)) / 2


def _find(doc: Document) -> Iterator[Hit]:
    if "产" in doc.text:
        for match in matches(RATIO, doc.text):
            added, slack = _sum(match["x"])
            if abs(added - 100) > slack:
                yield Hit(Span(*match.span("x")), says={"sum": to_arabic(added)})
    if "分别" in doc.text:
        for match in matches(SHARES, doc.text):
            added, slack = _sum(match["y"])
            if 100 + slack < added <= 112:
                yield Hit(Span(*match.span("y")), says={"sum": to_arabic(added)})


rule = Rule(
    code="SUM002",
    title="构成比之和不是100%",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="各部分占比之和为100%"),
    message="各项占比相加是{sum}%，不是100%，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "三次产业结构调整为⟦8.2∶45.6∶47.2⟧。": None,
        "大、中、小型企业分别占⟦45%、30%和30%⟧。": None,
        "三类用地占比分别为⟦45.5%、30%、30%⟧。": None,
    },
    good=[
        "三次产业结构调整为8.2∶45.6∶46.2。",
        "三次产业结构由9∶46∶45调整为8∶45∶48。",
        "大、中、小型企业分别占25%、30%和44.9%。",
        "A、B两类分别占60%、70%。",
    ],
)
