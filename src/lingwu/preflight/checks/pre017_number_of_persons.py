"""通知写明共多少人的，应与名单对得上：不多于名单总人数，不少于要来的人数。写“约”“左右”的不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    lists = tuple(paper.whole() for paper in meeting.of(PaperKind.PEOPLE))
    total, coming = len(meeting.invited), len(meeting.coming)
    stated = sum(claim.value for claim in meeting.counts)
    for claim in meeting.counts if meeting.invited else ():
        if not any(coming <= number <= total for number in (claim.value, stated)):
            said = f"{coming} 人" if total == coming else f"{total} 人（{coming} 人参加）"
            yield Slip(claim.at, lists[:1], {"said": said})


rule = CrossRule(
    code="PRE017",
    title="人数与名单不符",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="通知说“{text}”，{file}上有 {said}。",
    find=_find,
    bad=[
        [("通知.txt", "共8人", "共12人")],
        [("通知.txt", "共8人", "共7人")],
    ],
    good=[
        [("通知.txt", "共8人", "共9人")],
        [("通知.txt", "共8人", "约12人")],
        [("通知.txt", "，共8人", "")],
    ],
)  # fmt: skip
