"""会议日期在通知、议程、日程里必须是同一天。多数文件写的那天作准（一样多时以通知为准），不同的那处提示；没有写日期的文件不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.agreeing import same_day
from lingwu.preflight.meeting import Meeting, odd_ones
from lingwu.schedule.clock import When


def _find(meeting: Meeting) -> Iterator[Slip]:
    several = [claim for claim in meeting.days if claim.value.last]  # a single day may lie within two that differ
    for claims in ([*meeting.days, *meeting.spoken_days], several):
        for claim, usual in odd_ones(claims, same_day):
            if claim in meeting.spoken_days:
                continue  # PRE031
            yield Slip(claim.at, (usual.at,), {"here": _said(claim.value), "there": _said(usual.value)})


def _said(when: When) -> str:
    """The date as it stands, with the last day where that is told by other lines."""
    last = when.last if when.last and str(when.last.day) not in when.said else None
    return f"{when.said}至{last.month}月{last.day}日" if last else when.said


rule = CrossRule(
    code="PRE001",
    title="会议日期不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议各文件的日期一致"),
    message="这里的日期是“{here}”，{file}写的是“{there}”。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("议程.txt", "2026年3月12日（星期四）", "2026年3月13日（星期五）")],
        [
            (
                "日程.toml",
                '"全区春季防汛工作会议"\ndate = "2026年3月12日（星期四）"',
                '"全区春季防汛工作会议"\ndate = "2026年3月11日"',
            )
        ],
    ],
    good=[
        [("议程.txt", "2026年3月12日（星期四）", "3月12日")],
        [("讲话稿-王建国.txt", "（2026年3月12日）\n", "")],
        [("通知.txt", "3月10日（星期二）17:00前", "3月9日下班前")],
    ],
)
