"""一个人在座次上只应有一个座位，席卡也只做一个名字一次（同名的人写明单位）。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting, Placed


def _find(meeting: Meeting) -> Iterator[Slip]:
    for placed in (meeting.seats, meeting.cards):
        seen: dict[str, Placed] = {}
        for one in placed:
            same_named = sum(other.person.name == one.name for other in meeting.invited)
            if one.name in seen and same_named < 2 and seen[one.name].paper is one.paper:
                yield Slip(one.at, (seen[one.name].at,), {"what": one.paper.kind.value})
            seen.setdefault(one.name, one)


rule = CrossRule(
    code="PRE016",
    title="一人排了两次",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="“{text}”在{what}里出现了两次。",
    find=_find,
    bad=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排4座,孙丽")],
        [("席卡.txt", "孙丽", "孙丽\n周志华")],
    ],
    good=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排4座,")],
        [("日程.toml", '["李红梅", "周志华"]', '["李红梅", "王建国"]')],
    ],
)
