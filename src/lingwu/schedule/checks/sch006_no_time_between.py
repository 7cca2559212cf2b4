"""同一个人接连要到两处、路程表没有写明要多久的，中间至少留出 buffer 分钟（默认 10 分钟，可在日程里改）。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule, same_place


def _find(schedule: Schedule) -> Iterator[Slip]:
    for first, second, gap in schedule.follows():
        if not (first.place and second.place) or same_place(first.place.text, second.place.text):
            continue
        both = {one.text for one in first.people} & {one.text for one in second.people}
        known = schedule.travel(first.place.text, second.place.text) is not None
        if both and not known and gap < schedule.buffer:
            who = "、".join(sorted(both))
            says = {"who": who, "first": first.said(), "second": second.said(), "gap": str(gap)}
            yield Slip(second.clock, (first.clock,), says)


rule = CrossRule(
    code="SCH006",
    title="两项之间没有留时间",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM, note="换会场要留出时间"),
    message="{who}参加完{first}再到{second}，换会场只有 {gap} 分钟。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "10:00"\nend = "11:30"')],
        [("日程.toml", "buffer = 10", "buffer = 30")],
    ],
    good=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "10:10"\nend = "11:30"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"', 'start = "10:00"\nend = "11:30"\nplace = "第一会议室"')],
    ],
)  # fmt: skip
