"""主持人在通知、议程、主持词里应是同一个人。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting, odd_ones
from lingwu.preflight.names import Who, near


def _same(one: Who, other: Who) -> bool:
    return one.text == other.text


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.hosts, _same):
        if not near(claim.value.text, meeting.known):
            yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE029",
    title="主持人不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="这里的主持人是“{text}”，{file}写的是“{other}”。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("主持词.txt", "主持词\n李红梅", "主持词\n孙丽")],
        [("议程.txt", "主持人：副区长李红梅", "主持人：城关街道办事处主任孙丽")],
    ],
    good=[
        [("议程.txt", "主持人：副区长李红梅", "主持人：李红梅")],
        [("议程.txt", "主持人：副区长李红梅\n", "")],
    ],
)
