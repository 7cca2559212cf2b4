"""分项之和应等于总数：“共12人，其中男5人、女8人”加起来是13人，总数或分项必有一个写错。

只核对明显列全的分项：男女、城乡、等次，以及先列分项后写“合计”“共计”的；“其中”只举一部分的不在此列。
"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.anchors import matches
from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import UNIT, Rounded, amount_as, rounded

NUM = rf"\d[\d,]{{0,12}}(?:\.\d{{1,4}})?[万亿]?{UNIT}"
NAME = r"[^，。；：、（）\d\n]"
END = r"(?=[）)。；\n]|$)"
TWO = rf"(?:男|城镇){NAME}{{0,4}}{NUM}[，、和](?:女|农村|乡村){NAME}{{0,4}}{NUM}{END}"
GRADED = rf"[特一][等级]奖?{NUM}(?:[、，和][一二三四][等级]奖?{NUM}){{1,4}}{END}"
TOTAL = rf"(?:共|总计|合计|总数|总人数){NAME}{{0,8}}(?P<t>{NUM})[，,（(：:](?:其中[:：，]?)?$"
"""What stands before the parts of a total told first."""
ITEM = rf"{NAME}{{1,12}}{NUM}"
LISTED = rf"(?:[。；：]|^)(?P<items>{ITEM}(?:[、，]{ITEM}){{1,8}})$"
"""What stands before a total told last."""
LAST = rf"[，,](?:共计|合计|总计|共)(?P<t>{NUM})"
REACH = 150


def _amounts(said: str) -> tuple[list[Rounded], set[str]]:
    found = list(compiled(amount_as("n")).finditer(said))
    return [rounded(item["n"], item["ns"]) for item in found], {item["nu"] for item in found}


def _slack(parts: list[Rounded], total: Rounded) -> Decimal:
    """What rounding may add up to; nothing where all are whole counts."""
    shown = [*parts, total]
    return Decimal(0) if all(part.step == 1 for part in shown) else sum((part.step for part in shown), Decimal(0)) / 2


def _sums(doc: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """The parts as text and the place of the total."""
    for regex in (TWO, GRADED):
        for match in matches(regex, doc.text):
            total = compiled(TOTAL).search(doc.text, _line(doc, match.start()), match.start())
            if total:
                yield match[0], total.span("t")
    for match in matches(LAST, doc.text):
        items = compiled(LISTED).search(doc.text[_line(doc, match.start()) : match.start()])
        if items:
            yield items["items"], match.span("t")


def _line(doc: Document, at: int) -> int:
    return max(doc.text.rfind("\n", 0, at) + 1, at - REACH)


def _find(doc: Document) -> Iterator[Hit]:
    for items, place in _sums(doc):
        (parts, units), (total, unit) = _amounts(items), _amounts(doc.text[slice(*place)])
        added = sum((part.value for part in parts), Decimal(0))
        if units == unit and abs(added - total[0].value) > _slack(parts, total[0]):
            yield Hit(Span(*place), says={"sum": to_arabic(added)})


rule = Rule(
    code="SUM001",
    title="分项之和与总数不符",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="分项之和等于总数"),
    message="分项相加是{sum}，与总数“{old}”不符，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "参训学员共⟦12人⟧，其中男5人、女8人。": None,
        "共评出⟦20名⟧，其中一等奖3名、二等奖5名、三等奖10名。": None,
        "今年下达资金：中央资金300万元，省级资金200万元，合计⟦600万元⟧。": None,
    },
    good=[
        "参训学员共13人，其中男5人、女8人。",
        "共有干部20人，其中党员15人、女性8人。",
        "共评出18名，其中一等奖3名、二等奖5名、三等奖10名。",
        "中央资金1.2亿元，省级资金0.8亿元，合计2.1亿元。",
        "新建房屋30套，修缮20套，合计投资600万元。",
    ],
)
