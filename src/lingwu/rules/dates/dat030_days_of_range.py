"""起止日期与天数应当相符：“9月25日至27日，为期4天”，首尾都算是3天。

不算首日的也通行，所以比首尾都算的少一天不提示；写小时、工作日、年度的不看。
"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.text.dates import Date, dates_of, ranges
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

JOIN = r"[（(][^（）()\n]{1,8}[）)](?:上午|下午|晚上)?(?:至|到|—{1,2}|－|-|～)"
LASTS = r"(?:[（(][^（）()\n]{1,8}[）)])?[，,（(]?\s?(?:为期|历时|会期|共计|共)(?P<x>\d{1,3}|[一二两三四五六七八九十]{1,3})天(?![^，。；\n]{0,2}(?:半|以|左右|课时))"


def _pairs(doc: Document) -> Iterator[tuple[Date, Date]]:
    """First and last day of each range; of those, too, that name the weekday or the part of the day."""
    found = list(doc.derive(dates_of))
    for pair in ranges(doc.text, found):
        yield pair.first, pair.last
    for first, last in pairwise(found):
        if 2 < last.start - first.end < 16 and compiled(JOIN).fullmatch(doc.text, first.end, last.start):
            yield first, last


def _find(doc: Document) -> Iterator[Hit]:
    if not any(word in doc.text for word in ("为期", "历时", "会期", "共")):
        return
    for start, end in _pairs(doc):
        match = compiled(LASTS).match(doc.text, end.end)
        first, last = start.on(2024), end.on(start.year or 2024)
        days = parse(match["x"]) if match else None
        if match is None or first is None or last is None or days is None or last < first:
            continue
        long = (last - first).days + 1
        leap = start.year is None and start.month <= 2 < end.month
        if days not in (long, long - 1) and not (leap and days == long - 2):
            yield Hit(Span(*match.span("x")), str(long), says={"long": str(long)})


rule = Rule(
    code="DAT030",
    title="起止日期与天数不符",
    basis=Basis("日期先后", strength=Strength.RECOMMENDED, note="天数由起止日期推算"),
    message="按起止日期首尾都算是{long}天，这里写作“{old}”天，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION],
    bad={
        "培训时间为9月25日至9月27日，为期4天。": "培训时间为9月25日至9月27日，为期3天。",
        "时间：2026年9月25日（星期五）至9月27日，为期4天。": "时间：2026年9月25日（星期五）至9月27日，为期3天。",
        "展览于2025年5月1日至10日举行。会期2025年6月1日至6月5日，共7天。": "展览于2025年5月1日至10日举行。会期2025年6月1日至6月5日，共5天。",
    },
    good=[
        "培训时间为9月25日至9月27日，为期3天。",
        "放假时间为10月1日至7日，共7天。",
        "培训时间为9月25日至9月27日，为期2天。",
        "9月25日至9月27日，为期4个课时。",
    ],
)
