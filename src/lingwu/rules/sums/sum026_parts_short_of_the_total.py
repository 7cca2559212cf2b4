"""“其中”逐项列出的部分相加比总数略少，改一个数字就相等，多半是总数或其中一项写错了一个数字。

“其中”可以只举一部分，所以只看：列了两项以上、单位相同、相加与总数相差不到八分之一，差额又正好是一个数位上的差（如10、30、200）的。
各项可以互相重叠的、写“主要”“包括”的不看。
"""

from collections.abc import Iterator
from decimal import Decimal

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.numerals import SCALES, to_arabic
from lingwu.text.regexes import compiled
from lingwu.text.rounded import Rounded, amount_as, rounded

ITEM = rf"[^，。；：、（）()\d\n%]{{2,12}}{amount_as('p')}"
TOTAL = rf"(?:^|[，。；：、（）\n])(?P<lead>[^，。；：、（）\n]{{0,24}}?)(?<![\d.,])(?<!%){amount_as('t')}[，,]其中[:：，]?$"
UNLIKE = r"均|(?<!新)增|减|降|超|比|拟|每|提高|上升|多|少|由|从|节约|盈|亏|[约近余]|以上|主要|包括|党|女|男|族|学历|职称|岁|级|重点|示范|优秀|先进"
END = r"[。；\n]|$|，(?![^，。；\d]{0,20}\d)"
REACH = 45
LEAST = 100
"""Below this a difference of one place says nothing."""


def _parts(text: str, at: int) -> list[tuple[str, Rounded, str]]:
    """The parts from ``at`` on, where they reach to the end of the sentence: what they are, their number, their unit."""
    parts: list[tuple[str, Rounded, str]] = []
    while len(parts) < 8 and (match := compiled(ITEM).match(text, at)):
        parts.append((match[0], rounded(match["p"], match["ps"]), match["pu"]))
        at = match.end()
        if compiled(END).match(text, at):
            return parts
        if text[at : at + 1] not in ("、", "，"):
            break
        at += 1
    return []


def _find(doc: Document) -> Iterator[Hit]:
    at = doc.text.find("其中")
    while at >= 0:
        before = doc.text[max(0, at - REACH) : at + 2].rpartition("\n")[2]
        match = compiled(TOTAL).search(before)
        if match and not compiled(UNLIKE).search(match["lead"]):
            total, parts = rounded(match["t"], match["ts"]), _parts(doc.text, at + 2)
            plain = all(unit == match["tu"] and not compiled(UNLIKE).search(said) for said, _, unit in parts)
            short = total.value - sum((part.value for _, part, _ in parts), Decimal(0))
            if len(parts) >= 2 and plain and _one_place(short, total, [part for _, part, _ in parts]):
                start = at + 2 - len(before)
                span = Span(start + match.start("t"), start + match.end("tu"))
                yield Hit(
                    span,
                    says={"sum": to_arabic((total.value - short) / SCALES[match["ts"] or ""]) + (match["ts"] or "")},
                )
        at = doc.text.find("其中", at + 2)


def _one_place(short: Decimal, total: Rounded, parts: list[Rounded]) -> bool:
    """Whether ``short`` could come from one wrong digit: one place of the decimal system, and small."""
    places = to_arabic(short / total.step).strip("0")
    enough = total.value / total.step >= LEAST and all(part.step == total.step for part in parts)
    return enough and 0 < short * 8 < total.value and len(places) == 1 and short < min(part.value for part in parts)


rule = Rule(
    code="SUM026",
    title="其中各项略少于总数",
    basis=Basis("数据勾稽关系", strength=Strength.RECOMMENDED, note="列全的分项之和等于总数"),
    message="其中各项相加是{sum}，比总数“{old}”略少，如已列全，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "本次招聘⟦126名⟧，其中教育类60名、卫生类40名、综合类16名。": None,
        "全年产生废物⟦1260吨⟧，其中综合利用820吨、处置410吨，年末无贮存。": None,
    },
    good=[
        "本次招聘116名，其中教育类60名、卫生类40名、综合类16名。",
        "本次招聘216名，其中教育类60名、卫生类40名。",
        "全年用地1260亩，其中道路用地820亩、绿化用地413亩。",
        "共有干部126人，其中党员60人、女性56人。",
    ],
)
