"""报名、回执的截止时间应在会议之前。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting, first


def _find(meeting: Meeting) -> Iterator[Slip]:
    held = first(claim for claim in meeting.days if claim.value.day)
    for claim in meeting.deadlines if held else ():
        if held and claim.value.day and held.value.day and claim.value.day > held.value.day:
            yield Slip(claim.at, (held.at,))


rule = CrossRule(
    code="PRE022",
    title="报名截止晚于会议",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="报送截止到“{text}”，会议是“{other}”，开完会才截止。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("通知.txt", "3月10日（星期二）17:00前", "3月20日（星期五）17:00前")],
        [("通知.txt", "3月10日（星期二）17:00前", "4月10日前")],
    ],
    good=[
        [("通知.txt", "3月10日（星期二）17:00前", "3月11日前")],
        [("通知.txt", "3月10日（星期二）17:00前将参会回执报", "会后于3月20日前将落实情况报")],
    ],
)
