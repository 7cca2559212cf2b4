"""“上午”“早上”“凌晨”后面的钟点不超过12：上午14:30自相矛盾，要么是14:30（下午2:30），要么钟点写错了。"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Span, Strength, whole
from lingwu.text.dates import times_of

MORNING = {"上午", "早上", "早晨", "清晨", "凌晨"}


def _find(doc: Document) -> Iterator[Hit]:
    for time in doc.derive(times_of):
        if time.part in MORNING and 13 <= time.hour <= 23 and time.minute < 60:
            said = doc.text[time.start : time.end]
            clock = said.removeprefix(time.part).lstrip()
            yield Hit(
                Span(time.start, time.end), clock, (f"下午{clock.replace(str(time.hour), str(time.hour - 12), 1)}",)
            )


rule = Rule(
    code="DAT007",
    title="上午与钟点矛盾",
    basis=Basis("GB/T 15835—2011", "5.1.5", Strength.REQUIRED, "十二小时制与二十四小时制不混用"),
    message="“{old}”自相矛盾，请核对；如钟点无误，应写作“{new}”。",
    find=whole(_find),
    bad={"定于3月5日上午14:30召开。": "定于3月5日14:30召开。", "凌晨15时许": "15时许"},
    good=["定于3月5日上午9:30召开。", "上午12:00结束。", "上午，15时的气温", "凌晨1时许"],
)
