"""冒号后面逐项列出的数，加起来应是冒号前面的数：“险情6处：管涌2处、滑坡3处、漫溢2处”加起来是7处。

只核对整句列完、单位相同的；有“等”“其中”“其余”的，各项可以互相重叠的（党员、女性等），不在此列。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import amount_as, rounded

ITEM = rf"[^，。；：、（）()\d\n%]{{1,14}}{amount_as('p')}"
TOTAL = rf"(?<![\d.,])(?<!第){amount_as('t')}[:：]$"
REACH = 28
"""The most code points that a total takes before its colon."""
OTHER = r"等|其中|其余|另|每|人均|约|近|余|多|超|党|女|新增|增加|减少|以上|以下|各|累计|奖励|补助"
END = "。；;"
MOST = 12


def _parts(text: str, at: int) -> tuple[list[str], list[str], int]:
    """The items that follow one another from ``at``, their units, and where they end."""
    items: list[str] = []
    units: list[str] = []
    regex = compiled(ITEM)
    while len(items) < MOST and (match := regex.match(text, at)):
        items.append(match[0])
        units.append(match["pu"])
        at = match.end()
        if text[at : at + 1] not in ("、", "，"):
            break
        at += 1
    return items, units, at


def _totals(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Amounts right before a colon, each with where the searched piece begins."""
    for colon in compiled("[:：]").finditer(text):
        start = max(0, colon.end() - REACH)
        match = compiled(TOTAL).search(text[start : colon.end()])
        if match:
            yield match, start


def _find(doc: Document) -> Iterator[Hit]:
    for match, start in _totals(doc.text):
        items, units, end = _parts(doc.text, start + match.end())
        done = end >= len(doc.text) or doc.text[end] in END or doc.text[end] == "\n"
        if len(items) < 2 or not done or set(units) != {match["tu"]} or compiled(OTHER).search("".join(items)):
            continue
        found = [compiled(amount_as("n")).search(item) for item in items]
        parts = [rounded(one["n"], one["ns"]) for one in found if one]
        total = rounded(match["t"], match["ts"])
        added = sum((part.value for part in parts), Decimal(0))
        shown = [*parts, total]
        slack = Decimal(0) if all(one.step == 1 for one in shown) else sum((one.step for one in shown), Decimal(0)) / 2
        if abs(added - total.value) > slack:
            yield Hit(Span(start + match.start("t"), start + match.end("tu")), says={"sum": to_arabic(added)})


rule = Rule(
    code="SUM040",
    title="冒号后各项之和",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="分项之和等于总数"),
    message="后面列出的各项相加是{sum}，与“{old}”不符，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "处置险情⟦6处⟧：管涌2处、滑坡3处、漫溢2处。": None,
        "选派干部⟦20名⟧：县直单位12名，乡镇9名。": None,
    },
    good=[
        "处置险情7处：管涌2处、滑坡3处、漫溢2处。",
        "选派干部20名：县直单位12名、乡镇6名等。",
        "评出先进20名：党员12名、女性10名。",
        "投入资金1.2亿元：财政0.8亿元、自筹0.4亿元。",
        "计划招生100人：详见附件1，面试2人。",
    ],
)
