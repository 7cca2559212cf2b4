"""两地之间路上要多少分钟，路程表写明了的，前后两项之间至少要留够。只看同一个人接连要到的两处。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    for first, second, gap in schedule.follows():
        if not (first.place and second.place):
            continue
        needed = schedule.travel(first.place.text, second.place.text)
        both = {one.text for one in first.people} & {one.text for one in second.people}
        if needed is not None and both and gap < needed:
            says = {
                "who": "、".join(sorted(both)), "first": first.said(), "second": second.said(),
                "gap": str(gap), "needed": str(needed), "from": first.place.text, "to": second.place.text,
            }  # fmt: skip
            yield Slip(second.clock, (first.clock,), says)


rule = CrossRule(
    code="SCH005",
    title="路上时间不够",
    basis=Basis("本单位路程表", strength=Strength.CUSTOM),
    message="{who}参加完{first}再到{second}，中间只有 {gap} 分钟，从{from}到{to}要 {needed} 分钟。",
    find=_find,
    bad=[
        [("日程.toml", 'start = "16:30"\nend = "17:20"', 'start = "16:20"\nend = "17:20"')],
        [("日程.toml", "minutes = 25", "minutes = 40")],
    ],
    good=[
        [("日程.toml", 'start = "16:30"\nend = "17:20"', 'start = "16:25"\nend = "17:20"')],
        [("日程.toml", 'start = "16:30"\nend = "17:20"\nplace = "区政府第一会议室"\npeople = ["李红梅", "王建国"]',
          'start = "16:10"\nend = "17:20"\nplace = "区政府第一会议室"\npeople = ["王建国"]')],
    ],
)  # fmt: skip
