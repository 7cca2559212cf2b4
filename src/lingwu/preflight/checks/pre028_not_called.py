"""议程上发言的人，主持词里应请到。没有主持词，或主持词一个人名也没有点的，不看；主持人自己不看。"""

import re
from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near
from lingwu.preflight.papers import PaperKind

STYLED = r"[一-龥]{0,2}?(?:长|书记|主任|主席)"
"""How a host calls a superior, by the surname and the post alone: 罗局长."""


def _find(meeting: Meeting) -> Iterator[Slip]:
    called = frozenset(one.who.text for one in meeting.called)
    hosts = {claim.value.text for claim in meeting.hosts}
    scripts = meeting.of(PaperKind.SCRIPT)
    spoken = re.sub(r"刚才[^。！]*", "", "".join(paper.doc.text for paper in scripts))
    for turn in meeting.turns if len(called) >= 2 else ():
        name = turn.who.text if turn.who else ""
        if (
            turn.who
            and name not in called | hosts
            and name not in spoken
            and not (near(name, called) or re.search(name[0] + STYLED, spoken))
        ):
            yield Slip(turn.who.name, (scripts[0].whole(),))


rule = CrossRule(
    code="PRE028",
    title="主持词漏了发言人",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="议程上有“{text}”发言，{file}里没有请他（她）。",
    find=_find,
    bad=[
        [("主持词.txt", "　　下面，请区水利局局长周志华同志汇报水库安全度汛准备情况。\n", "")],
        [("主持词.txt", "　　首先，请区气象局局长陈明远同志通报春季雨情趋势。\n", "")],
    ],
    good=[
        [("主持词.txt", "首先，请区气象局局长陈明远同志通报春季雨情趋势。", "首先，陈明远同志通报春季雨情趋势。")],
        [("主持词.txt", "请王建国区长讲话", "请区长王建国同志作重要讲话")],
        [("主持词.txt", "请王建国区长讲话", "请王区长讲话")],
    ],
)
