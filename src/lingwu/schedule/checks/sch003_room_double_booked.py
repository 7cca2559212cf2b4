"""一个会场同一时间只能开一个会。两项活动的时间有重叠、地点相同（第一会议室与区政府第一会议室算同一处）时提示。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule, same_place


def _find(schedule: Schedule) -> Iterator[Slip]:
    for first, second in schedule.overlaps():
        if first.place and second.place and same_place(first.place.text, second.place.text):
            says = {"first": first.said(), "second": second.said()}
            yield Slip(second.place, (first.place,), says)


rule = CrossRule(
    code="SCH003",
    title="会场重复占用",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM, note="一处会场同一时间只安排一项活动"),
    message="{second}与{first}时间重叠，都在“{text}”。",
    find=_find,
    bad=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'start = "9:30"\nend = "11:30"\nplace = "区政府第一会议室"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'time = "上午9时—11时"\nplace = "第一会议室"')],
    ],
    good=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"', 'start = "10:10"\nend = "11:30"\nplace = "第一会议室"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'start = "9:30"\nend = "11:30"\nplace = "第二会议室"')],
    ],
)  # fmt: skip
