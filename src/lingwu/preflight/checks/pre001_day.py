"""会议日期在通知、议程、日程、讲话稿里必须是同一天。多数文件写的那天作准（一样多时以通知为准），不同的那处提示；没有写日期的文件不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.agreeing import same_day
from lingwu.preflight.meeting import Meeting, odd_ones


def _find(meeting: Meeting) -> Iterator[Slip]:
    yield from (Slip(claim.at, (usual.at,)) for claim, usual in odd_ones(meeting.days, same_day))
    several = [claim for claim in meeting.days if claim.value.last]
    for claim, usual in odd_ones(several, same_day):  # a single day may lie within both
        yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE001",
    title="会议日期不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议各文件的日期一致"),
    message="这里的日期是“{text}”，{file}写的是“{other}”。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("议程.txt", "2026年3月12日（星期四）", "2026年3月13日（星期五）")],
        [("讲话稿-王建国.txt", "（2026年3月12日）", "（2026年3月2日）")],
        [("主持词.txt", "（2026年3月12日）", "（2025年3月12日）")],
    ],
    good=[
        [("议程.txt", "2026年3月12日（星期四）", "3月12日")],
        [("讲话稿-王建国.txt", "（2026年3月12日）\n", "")],
        [("通知.txt", "3月10日（星期二）17:00前", "3月9日下班前")],
    ],
)
