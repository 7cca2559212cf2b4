"""写了结束时间的文件，应是同一个时间；没有写的不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.agreeing import same_number
from lingwu.preflight.meeting import Meeting, odd_ones
from lingwu.schedule.model import clock


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.ends, same_number):
        yield Slip(claim.at, (usual.at,), {"here": clock(claim.value), "there": clock(usual.value)})


rule = CrossRule(
    code="PRE004",
    title="会议结束时间不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议各文件的时间一致"),
    message="这里的结束时间是 {here}，{file}写的是 {there}。",
    find=_find,
    severity=Severity.DOUBT,
    bad=[[("日程.toml", 'end = "10:30"', 'end = "11:00"')], [("通知.txt", "上午9:00—10:30", "上午9:00—11:30")]],
    good=[[("日程.toml", 'end = "10:30"\n', "")], [("通知.txt", "上午9:00—10:30", "上午9:00")]],
)
