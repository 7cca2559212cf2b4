"""讲话稿、主持词写的日期，应是会议那天。多半是从旧稿改来没有改，或写成了起草的日子。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.agreeing import same_day
from lingwu.preflight.meeting import Meeting, odd_ones


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones([*meeting.days, *meeting.spoken_days], same_day):
        if claim in meeting.spoken_days:
            yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE031",
    title="讲话稿的日期不是会议那天",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="这里的日期是“{text}”，{file}写的是“{other}”。",
    find=_find,
    bad=[
        [("讲话稿-王建国.txt", "（2026年3月12日）", "（2026年3月2日）")],
        [("主持词.txt", "（2026年3月12日）", "（2025年3月12日）")],
    ],
    good=[
        [("讲话稿-王建国.txt", "（2026年3月12日）\n", "")],
        [("讲话稿-王建国.txt", "（2026年3月12日）", "（3月12日）")],
    ],
)
