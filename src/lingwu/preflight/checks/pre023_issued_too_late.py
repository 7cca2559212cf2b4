"""通知的成文日期应早于会议。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting, first


def _find(meeting: Meeting) -> Iterator[Slip]:
    held = first(claim for claim in meeting.days if claim.value.day)
    for claim in meeting.issued if held else ():
        if held and claim.value.day and held.value.day and claim.value.day > held.value.day:
            yield Slip(claim.at, (held.at,))


rule = CrossRule(
    code="PRE023",
    title="通知日期晚于会议",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="通知的日期是“{text}”，会议是“{other}”，开完会才发通知。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [
            ("通知.txt", "办公室\n2026年3月6日", "办公室\n2026年3月16日"),
            ("通知.txt", "3月10日（星期二）17:00前", "尽快"),
        ],
        [
            ("通知.txt", "办公室\n2026年3月6日", "办公室\n2026年4月6日"),
            ("通知.txt", "3月10日（星期二）17:00前", "尽快"),
        ],
    ],
    good=[
        [
            ("通知.txt", "办公室\n2026年3月6日", "办公室\n2026年3月12日"),
            ("通知.txt", "3月10日（星期二）17:00前", "尽快"),
        ],
        [("通知.txt", "办公室\n2026年3月6日", "办公室")],
    ],
)
