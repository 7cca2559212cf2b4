"""参加的人比会场的座位多。日程写了人数、会场表写了座位数的才看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        room = schedule.room(event.place.text) if event.place else None
        if room and event.place and event.count and event.count > room.capacity:
            says = {"title": event.title.text, "count": str(event.count), "seats": str(room.capacity)}
            yield Slip(event.place, (room.at,), says)


rule = CrossRule(
    code="SCH013",
    title="会场坐不下",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="“{title}”有 {count} 人参加，“{text}”只有 {seats} 个座位。",
    find=_find,
    bad=[
        [("日程.toml", "count = 35", "count = 45")],
        [("日程.toml", "capacity = 120", "capacity = 100")],
    ],
    good=[
        [("日程.toml", "count = 35", "count = 40")],
        [("日程.toml", 'place = "区信访接待大厅"\npeople', 'place = "区信访接待大厅"\ncount = 500\npeople')],
    ],
)
