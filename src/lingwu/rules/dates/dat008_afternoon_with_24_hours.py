"""钟点用十二小时制就写“下午3时”，用二十四小时制就写“15时”，不写“下午15时”。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, whole
from lingwu.text.dates import times_of

LATE = {"下午", "傍晚", "晚上", "晚间", "深夜"}


def _find(doc: Document) -> Iterator[Hit]:
    for time in doc.derive(times_of):
        if time.part in LATE and 13 <= time.hour <= 24 and time.exists:
            clock = doc.text[time.start : time.end].removeprefix(time.part).lstrip()
            twelve = clock.replace(str(time.hour), str(time.hour - 12), 1)
            yield Hit(Span(time.start, time.end), clock, (time.part + twelve,))


rule = Rule(
    code="DAT008",
    title="“下午”与二十四小时制并用",
    basis=Basis("GB/T 15835—2011", "5.1.5", note="十二小时制或二十四小时制择一使用"),
    message="“{old}”把两种计时制写在一起，宜写作“{new}”。",
    find=whole(_find),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION],
    bad={"定于3月5日下午15:00召开。": "定于3月5日15:00召开。", "当日晚上20时集合。": "当日20时集合。"},
    good=["定于3月5日15:00召开。", "定于3月5日下午3:00召开。", "晚上8时集合。"],
)
