"""议程两项之间空出一段没有写明做什么，提醒一声；中间是休息的，写上“休息”一项就不再提示。"""

from collections.abc import Iterator
from itertools import pairwise

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule, clock

LEAST, MOST = 1, 75
"""Minutes of a gap that is told; a longer one is a break for a meal."""


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        for first, second in pairwise(event.parts):
            if first.end is not None and second.start is not None and LEAST <= second.start - first.end <= MOST:
                says = {"first": first.title.text, "end": clock(first.end), "second": second.title.text,
                        "start": clock(second.start)}  # fmt: skip
                yield Slip(second.at, (first.at,), says)


rule = CrossRule(
    code="SCH012",
    title="议程中间有空档",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="“{first}”{end} 结束，“{second}”{start} 才开始，中间没有安排。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("日程.toml", 'start = "9:40"\nend = "10:10"', 'start = "9:50"\nend = "10:10"')],
        [("日程.toml", 'start = "10:10"\nend = "10:30"', 'start = "10:15"\nend = "10:30"')],
    ],
    good=[
        [("日程.toml", 'start = "9:40"\nend = "10:10"', 'start = "9:40"')],
        [("日程.toml", 'title = "讨论"\nstart = "9:40"', 'title = "茶歇、讨论"\nstart = "9:40"')],
    ],
)
