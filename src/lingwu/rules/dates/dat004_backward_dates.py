"""起止日期先早后晚：3月5日至8日。后一个日期早于前一个，必有一个写错。

没有写年份的跨年起止（11月15日至3月15日）不在此列。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.text.dates import Range, dates_of, ranges


def _backward(span: Range) -> bool:
    first, last = span.first, span.last
    if first.lunar or last.lunar or (first.day is None) != (last.day is None) or first.short or last.short:
        return False
    days = (first.month, first.day or 0), (last.month, last.day or 0)
    if first.year and last.year and (last.start != first.start):
        return (last.year, *days[1]) < (first.year, *days[0])
    return not last.year and first.month == last.month and days[1] < days[0]


def _find(doc: Document) -> Iterator[Hit]:
    for span in ranges(doc.text, doc.derive(dates_of)):
        if _backward(span):
            yield Hit(Span(span.start, span.end))


rule = Rule(
    code="DAT004",
    title="起止日期颠倒",
    basis=Basis("日期先后", strength=Strength.REQUIRED, note="止期不早于起期"),
    message="“{old}”的止期早于起期，请核对。",
    find=whole(_find),
    bad={"会期为⟦3月8日至5日⟧。": None, "有效期为⟦2025年3月1日至2024年2月28日⟧。": None},
    good=["会期为3月5日至8日。", "采暖期为11月15日至3月15日。", "2024年12月30日至2025年1月2日", "9月至7月"],
)
