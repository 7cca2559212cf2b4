"""题注里的通过日期应在会期之内：题注写“2025年1月5日某某全体会议通过”，正文却说会议于1月6日至7日举行。

决议、公报、条例一类的题注与正文各写一次、日期都写明的，才核对。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import title
from lingwu.text.dates import Date, dates_of, ranges
from lingwu.text.regexes import compiled

NOTE = r"^\s*[（(](?:\d{4}年)?\d{1,2}月\d{1,2}日[^（）()\n]{4,60}(?:会议|全会)[^（）()\n]{0,12}通过[）)]"
HELD = r"[^。；\n]{0,24}?(?:举|召开)"
MEETING = r"(?:会议|全会)[，,]?(?:于|在)$"
HEAD = 6
"""The note stands among this many blocks at the top."""


def _held(doc: Document, after: int) -> list[tuple[Date, Date]]:
    """First and last day of each meeting that the text says was held."""
    found = [date for date in doc.derive(dates_of) if date.start >= after]
    spans = {pair.first.start: (pair.first, pair.last) for pair in ranges(doc.text, found)}
    pairs = [spans.get(date.start, (date, date)) for date in found]
    return [
        (first, last)
        for first, last in pairs
        if compiled(MEETING).search(doc.text[max(0, first.start - 6) : first.start])
        and compiled(HELD).match(doc.text, last.end)
    ]


def _find(doc: Document) -> Iterator[Hit]:
    if "通过）" not in doc.text and "通过)" not in doc.text:
        return
    for block in doc.blocks[:HEAD]:
        if not compiled(NOTE).match(block.span.of(doc.text)):
            continue
        adopted = next((date for date in doc.derive(dates_of) if date.start >= block.span.start), None)
        held = _held(doc, block.span.end)
        closing = title(doc).text.endswith("公报")
        if adopted and len(held) == 1 and _outside(adopted, *held[0], closing):
            said = doc.text[held[0][0].start : held[0][1].end]
            yield Hit(Span(adopted.start, adopted.end), says={"held": said})


def _outside(adopted: Date, first: Date, last: Date, closing: bool) -> bool:
    """Whether the day of adoption is before the meeting, or after it where its last day is told.

    A communique is adopted on the last day (``closing``).
    """
    year = adopted.year or first.year or 2024
    day, begins, ends = adopted.on(year), first.on(year), last.on(first.year or year)
    if day is None or begins is None or ends is None:
        return False
    return day < begins or (first is not last and (day > ends or (closing and day < ends)))


rule = Rule(
    code="CON025",
    title="通过日期不在会期内",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "题注与正文的日期一致"),
    message="题注的通过日期是“{old}”，正文说会议于{held}举行，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "示范市第一届委员会第二次全体会议公报\n（⟦2025年1月8日⟧示范市第一届委员会第二次全体会议通过）\n示范市第一届委员会第二次全体会议于2025年1月5日至6日在示范市举行。": None,
        "关于防汛工作的决议\n（⟦2025年1月5日⟧示范市第一届人民代表大会第二次会议通过）\n示范市第一届人民代表大会第二次会议，于2025年1月6日召开。": None,
    },
    good=[
        "关于防汛工作的决议\n（2025年1月6日示范市第一届人民代表大会第二次会议通过）\n示范市第一届人民代表大会第二次会议，于2025年1月5日至6日召开。",
        "关于防汛工作的决议\n（2025年1月6日示范市第一届人民代表大会第二次会议通过）\n上次会议于2024年1月5日召开，这次会议于2025年1月6日召开。",
        "关于防汛工作的决议\n（2025年1月6日示范市第一届人民代表大会第二次会议通过）\n各单位应当执行。",
    ],
)
