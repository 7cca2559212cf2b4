"""议程上的发言人应在参会名单里。名单里有只差一个字的名字时，由 PRE009 提示，这里不再提示；没有名单就不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    lists = tuple(paper.whole() for paper in meeting.of(PaperKind.PEOPLE))
    for turn in meeting.turns if meeting.invited else ():
        if turn.who and turn.who.text not in meeting.known and not near(turn.who.text, meeting.known):
            yield Slip(turn.who.name, lists[:1])


rule = CrossRule(
    code="PRE008",
    title="发言人不在参会名单",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="发言人先要请到"),
    message="议程上有“{text}”发言，{file}里没有这个人。",
    find=_find,
    bad=[
        [("议程.txt", "区水利局局长周志华汇报", "区住建局局长徐文斌汇报"), ("主持词.txt", "区水利局局长周志华同志", "区住建局局长徐文斌同志"),
         ("汇报材料-周志华.txt", "区水利局局长　周志华", "区住建局局长　徐文斌")],
    ],
    good=[
        [("议程.txt", "区水利局局长周志华汇报", "区水利局负责人汇报")],
        [("议程.txt", "区水利局局长周志华汇报", "周志华同志汇报")],
    ],
)  # fmt: skip
