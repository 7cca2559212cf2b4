"""通知里点了名要来的人，应在参会名单里。差一个字的由 PRE009 提示。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near
from lingwu.preflight.papers import PaperKind


def _find(meeting: Meeting) -> Iterator[Slip]:
    lists = tuple(paper.whole() for paper in meeting.of(PaperKind.PEOPLE))
    for one in meeting.listed if meeting.invited else ():
        if one.who.text not in meeting.known and not near(one.who.text, meeting.known):
            yield Slip(one.who.name, lists[:1])


rule = CrossRule(
    code="PRE030",
    title="通知点名的人不在名单",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="通知请了“{text}”，{file}里没有这个人。",
    find=_find,
    bad=[
        [("通知.txt", "区长王建国，副区长李红梅", "区长王建国，副区长李红梅，区政协副主席徐文斌")],
        [("通知.txt", "区长王建国，副区长李红梅", "区长王建国，副区长李红梅、徐文斌")],
    ],
    good=[
        [("通知.txt", "区长王建国，副区长李红梅", "区政府领导")],
        [("通知.txt", "有关单位主要负责同志", "有关单位主要负责同志、安全科科长")],
    ],
)
