"""时刻必须存在：小时不超过24，分不超过59；24:00是一天的结束，没有24:30，应写次日00:30。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, whole
from lingwu.text.dates import Time, times_of
from lingwu.text.regexes import compiled

LEAD = r"(?:[日号午晨晚间）)]\s?|时间[:：为]?\s?|定于|[:：\d]\s?[—～至-]\s?)$"
LASTS = r"(?:历时|用时|耗时|时长|累计|成绩|第)[^，。]{0,4}$"


def _surely_a_time(doc: Document, time: Time) -> bool:
    before = doc.text[max(0, time.start - 10) : time.start]
    if compiled(LASTS).search(before) or time.hour > 31:
        return False
    if time.form in "时点":
        return doc.text[time.end - 1] == "分"
    return bool(time.part) or bool(compiled(LEAD).search(before))


def _find(doc: Document) -> Iterator[Hit]:
    for time in doc.derive(times_of):
        if not time.exists and _surely_a_time(doc, time):
            yield Hit(Span(time.start, time.end))


rule = Rule(
    code="DAT006",
    title="时刻不存在",
    basis=Basis("GB/T 7408—2005", "5.3"),
    message="没有“{old}”这个时刻，请核对。",
    find=whole(_find),
    bad={"会议定于3月5日⟦25:10⟧开始。": None, "于⟦14时65分⟧到达。": None, "3月5日⟦24:30⟧截止。": None},
    good=["会议定于3月5日15:10开始。", "比例为25:75。", "3月5日24:00截止。", "历时36时20分。", "第14时65分段"],
)
