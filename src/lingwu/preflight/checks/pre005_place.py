"""会议地点在各文件里应是同一处。省略楼名（第一会议室）、第1与第一，不算不同；“第一会议室”与“第二会议室”才算。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.agreeing import same_room
from lingwu.preflight.meeting import Meeting, odd_ones


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.places, same_room):
        yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE005",
    title="会议地点不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议各文件的地点一致"),
    message="这里的地点是“{text}”，{file}写的是“{other}”。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("议程.txt", "二号楼第一会议室", "二号楼第三会议室")],
        [("日程.toml", 'place = "第一会议室"', 'place = "三楼报告厅"')],
    ],
    good=[
        [("议程.txt", "区行政中心二号楼第一会议室", "第1会议室")],
        [("日程.toml", 'place = "第一会议室"', 'place = "行政中心2号楼第一会议室"')],
        [("议程.txt", "地点：区行政中心二号楼第一会议室\n", "")],
    ],
)
