"""要来的人比会场的座位多。座位数取自会场表（日程里的 [[room]]，或表头是“地点”“座位数”的表），没有就不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting


def _find(meeting: Meeting) -> Iterator[Slip]:
    coming = len(meeting.coming) or max((claim.value for claim in meeting.counts), default=0)
    rooms = [
        room for schedule in meeting.schedules for claim in meeting.places[:1] if (room := schedule.room(claim.value))
    ]
    for room in rooms[:1]:
        if coming > room.capacity:
            yield Slip(meeting.places[0].at, (room.at,), {"coming": str(coming), "seats": str(room.capacity)})


rule = CrossRule(
    code="PRE020",
    title="会场坐不下",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="要来 {coming} 人，“{text}”只有 {seats} 个座位（{file}）。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("日程.toml", "capacity = 30", "capacity = 6")],
        [("日程.toml", "capacity = 30", "capacity = 7")],
    ],
    good=[
        [("日程.toml", "capacity = 30", "capacity = 8")],
        [
            (
                "日程.toml",
                'place = "区行政中心二号楼第一会议室"\ncapacity = 30',
                'place = "区行政中心二号楼第二会议室"\ncapacity = 3',
            )
        ],
    ],
)
