"""要来的人都应有座位。只排主席台的座次图不看；没有座次就不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    seated = frozenset(one.name for one in meeting.seats)
    plans = tuple(paper.whole() for paper in meeting.of(PaperKind.SEATS))
    for one in meeting.coming if meeting.whole_plan() else ():
        strangers = seated - meeting.known
        if one.person.name not in seated and not near(one.person.name, strangers):
            yield Slip(one.name, plans[:1])


rule = CrossRule(
    code="PRE013",
    title="参会的人没有座位",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="“{text}”要来参会，{file}里没有座位。",
    find=_find,
    bad=[
        [("座次.csv", "3排2座,吴海涛\n", "")],
        [("座次.csv", "1排1座,王建国\n", "")],
    ],
    good=[
        [("名单.csv", "吴海涛,河东街道办事处,主任,参加", "吴海涛,河东街道办事处,主任,请假"), ("座次.csv", "3排2座,吴海涛\n", ""),
         ("席卡.txt", "吴海涛\n", ""), ("通知.txt", "共8人", "共7人")],
        [("座次.csv", "2排1座,张立强\n2排2座,周志华\n2排3座,陈明远\n3排1座,孙丽\n3排2座,吴海涛\n3排3座,郑晓燕\n", "")],
    ],
)  # fmt: skip
