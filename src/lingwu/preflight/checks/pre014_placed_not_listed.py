"""座次、席卡上的人应在名单里。与名单差一个字的由 PRE009 提示。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import is_name, near
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    lists = tuple(paper.whole() for paper in meeting.of(PaperKind.PEOPLE))
    for one in (*meeting.seats, *meeting.cards) if meeting.invited else ():
        if one.name not in meeting.known and is_name(one.name) and not near(one.name, meeting.known):
            yield Slip(one.at, lists[:1], {"what": one.paper.kind.value})


rule = CrossRule(
    code="PRE014",
    title="座次、席卡上有名单外的人",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="{what}里有“{text}”，{file}里没有这个人。",
    find=_find,
    bad=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排4座,徐文斌")],
        [("席卡.txt", "孙丽", "孙丽\n徐文斌")],
    ],
    good=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排4座,")],
        [("席卡.txt", "孙丽", "孙丽\n主持人\n发言席")],
    ],
)
