"""议程一项接一项：后一项不应在前一项结束之前开始，次序也不应颠倒。"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule, clock


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        timed = [part for part in event.parts if part.start is not None]
        for first, second in pairwise(timed):
            until = first.end if first.end is not None else first.start
            if until is not None and second.start is not None and second.start < until:
                how = f"到 {clock(until)}" if first.end is not None else f"{clock(until)} 开始"
                says = {"first": first.title.text, "second": second.title.text, "how": how, "at": clock(second.start)}
                yield Slip(second.at, (first.at,), says)


rule = CrossRule(
    code="SCH011",
    title="议程前后重叠或颠倒",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="前一项“{first}”{how}，后一项“{second}”却从 {at} 开始。",
    find=_find,
    bad=[
        [("日程.toml", 'start = "9:40"\nend = "10:10"', 'start = "9:30"\nend = "10:10"')],
        [("日程.toml", 'start = "10:10"\nend = "10:30"', 'start = "10:00"\nend = "10:30"')],
    ],
    good=[
        [("日程.toml", 'start = "9:40"\nend = "10:10"', 'start = "9:40"')],
        [("日程.toml", 'start = "9:40"\nend = "10:10"', "minutes = 30")],
    ],
)
