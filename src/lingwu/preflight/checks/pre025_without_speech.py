"""议程上发言的人多半已有讲话稿、汇报材料在文件夹里，这个人却没有，提醒一声；自己带稿子的不必理会。"""

import re
from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import near

READ_OUT = r"宣读|宣布|主持|介绍|颁|揭牌|签|审议|学习"
"""What one speaks without a paper of one's own."""


def _find(meeting: Meeting) -> Iterator[Slip]:
    have = frozenset(speech.who.text for speech in meeting.speeches if speech.who)
    hosts = {claim.value.text for claim in meeting.hosts}
    seen: set[str] = set()
    speaking = {turn.who.text for turn in meeting.turns if turn.who} - hosts
    for turn in meeting.turns if 2 * len(have & speaking) > len(speaking) else ():
        name = turn.who.text if turn.who else ""
        if re.search(READ_OUT, turn.part.title.text):
            continue
        if turn.who and name not in have | hosts | seen and not near(name, have) and not _in_files(meeting, name):
            seen.add(name)
            yield Slip(turn.who.name)


def _in_files(meeting: Meeting, name: str) -> bool:
    return any(name in speech.paper.stem for speech in meeting.speeches)


rule = CrossRule(
    code="PRE025",
    title="发言人没有讲话稿",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="议程上有“{text}”发言，文件夹里没有他（她）的稿子。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("议程.txt", "10:00—10:30　区长王建国讲话", "10:00—10:10　城关街道办事处主任孙丽表态发言\n10:10—10:30　区长王建国讲话"),
         ("主持词.txt", "最后，请王建国", "下面，请孙丽同志表态发言。\n　　最后，请王建国")],
    ],
    good=[
        [("议程.txt", "10:00—10:30　区长王建国讲话", "10:00—10:10　讨论\n10:10—10:30　区长王建国讲话")],
    ],
)  # fmt: skip
