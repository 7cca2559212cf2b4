"""名单标题写着共多少人的，应与名单的行数相符。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim in meeting.own_counts:
        own = [one for one in meeting.invited if one.paper is claim.paper]
        coming = sum(one.person.comes for one in own)
        if own and claim.value not in (len(own), coming):
            yield Slip(claim.at, (own[-1].name,), {"rows": str(len(own))})


rule = CrossRule(
    code="PRE018",
    title="名单人数与行数不符",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="名单写着“{text}”，实际列了 {rows} 人。",
    find=_find,
    bad=[
        [("名单.csv", "共9人", "共10人")],
        [("名单.csv", "共9人", "共7人")],
    ],
    good=[
        [("名单.csv", "共9人", "共8人")],
        [("名单.csv", "（共9人）", "")],
    ],
)
