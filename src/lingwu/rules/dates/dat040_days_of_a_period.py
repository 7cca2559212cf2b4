"""起止日期之间的天数要与所说的相符：9月25日至9月27日是3天（算头不算尾是2天），不是“为期4天”。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.structure.issued import year_of
from lingwu.text.dates import Range, dates_of, ranges
from lingwu.text.numerals import parse
from lingwu.text.regexes import compiled

SAID = r"(?:（[^（）\n]{0,12}）)?[^。；\n\d]{0,10}?(?:为期|会期|历时|共|时长|假期)(?P<n>\d{1,2}|[两三四五六七八九十]{1,3})(?P<u>个?[天日])(?![内前后多左以半月])"
WORKING = "工作日"
FEWEST, MOST = 2, 60


def _days(doc: Document, span: Range) -> int | None:
    """The days from the first to the last, both counted."""
    year = year_of(doc, span.first) or 2025
    first, last = span.first.on(year), span.last.on(span.last.year or span.first.year or year)
    return (last - first).days + 1 if first and last else None


def _find(doc: Document) -> Iterator[Hit]:
    if not any(word in doc.text for word in ("为期", "会期", "历时", "共", "时长", "假期")):
        return
    for span in ranges(doc.text, doc.derive(dates_of)):
        match = compiled(SAID).match(doc.text, span.end)
        days, said = _days(doc, span), parse(match["n"]) if match else None
        if not match or days is None or said is None or not FEWEST <= days <= MOST or WORKING in match[0]:
            continue
        if said not in (days, days - 1):
            yield Hit(Span(*match.span("n")), str(days), says={"period": doc.text[span.start : span.end]})


rule = Rule(
    code="DAT040",
    title="起止日期与天数",
    basis=Basis("公历历法", strength=Strength.RECOMMENDED, note="天数由起止日期推算"),
    message="{period}是{new}天，这里写作{old}天，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "展销会于2025年9月25日至9月27日举办，为期4天。": "展销会于2025年9月25日至9月27日举办，为期3天。",
        "2025年3月5日至8日，会期7天。": "2025年3月5日至8日，会期4天。",
    },
    good=[
        "展销会于2025年9月25日至9月27日举办，为期3天。",
        "2025年3月5日至8日，会期三天。",
        "2025年10月1日至10月8日，共5个工作日。",
        "2025年3月5日至8日，共10家单位参加。",
    ],
)
