"""会议几点开始，通知、议程（第一项）、日程必须一致。签到、入场不算开始。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.agreeing import same_number
from lingwu.preflight.meeting import Meeting, odd_ones
from lingwu.schedule.model import clock


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.starts, same_number):
        yield Slip(claim.at, (usual.at,), {"here": clock(claim.value), "there": clock(usual.value)})


rule = CrossRule(
    code="PRE003",
    title="会议开始时间不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议各文件的时间一致"),
    message="这里的开始时间是 {here}，{file}写的是 {there}。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [
            ("议程.txt", "上午9:00—10:30", "上午9:30—10:30"),
            ("议程.txt", "9:00—9:20", "9:30—9:40"),
            ("议程.txt", "9:20—9:40", "9:40—9:50"),
            ("议程.txt", "9:40—10:00", "9:50—10:00"),
        ],
        [("日程.toml", 'start = "9:00"', 'start = "8:30"')],
    ],
    good=[
        [("议程.txt", "9:00—9:20", "8:40—9:00\u3000签到\n9:00—9:20")],
        [("议程.txt", "上午9:00—10:30\n", "\n")],
        [("日程.toml", 'start = "9:00"\nend = "10:30"', 'time = "上午9时—10时30分"')],
    ],
)
