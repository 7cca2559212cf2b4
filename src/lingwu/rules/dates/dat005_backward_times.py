"""起止时刻先早后晚：上午9:00—11:30。夜间跨过零点的时段（22:00—6:00）不在此列。"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.dates import JOINS, Time, times_of
from lingwu.text.regexes import compiled


def _backward(first: Time, last: Time) -> bool:
    """Both surely on the same day: the first before four, the second after half past eight, told the same way."""
    if last.part == "" and first.part and last.hour < 12:
        last_minutes = Time(0, 0, last.hour, last.minute, first.part, "").minutes
    else:
        last_minutes = last.minutes
    if first.part == "上午" and last.part in {"", "上午"} and 7 < last.hour <= 12:
        return last.hour * 60 + last.minute < first.minutes
    daytime = first.minutes <= 16 * 60 and last_minutes > 8 * 60 + 30
    return daytime and last_minutes < first.minutes and not (first.part == "" and last.part)


def _find(doc: Document) -> Iterator[Hit]:
    found = doc.derive(times_of)
    for first, last in pairwise(found):
        joint = compiled(JOINS).match(doc.text, first.end)
        both = first.exists and last.exists and joint and joint.end() == last.start
        if both and _backward(first, last) and not (first.part == "上午" and first.hour > 12):
            yield Hit(Span(first.start, last.end))


rule = Rule(
    code="DAT005",
    title="起止时刻颠倒",
    basis=Basis("时刻先后", strength=Strength.REQUIRED, note="止时不早于起时"),
    message="“{old}”的结束时刻早于开始时刻，请核对。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={"会议时间：⟦15:00—14:00⟧。": None, "值班时间为⟦上午11时至9时⟧。": None, "会议⟦上午9:00—8:30⟧举行。": None},
    good=[
        "会议时间：9:00—11:30。",
        "夜间施工22:00—6:00。",
        "下午2:00—5:00",
        "上午9时至下午3时",
        "上午9时至5时",
        "值班时间为17:30—8:30",
    ],
)
