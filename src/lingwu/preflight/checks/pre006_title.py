"""会议的名称在各文件里应写得一样。省略开头的“全区”之类不算不同；差一两个字的，多半是哪处写错了。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.agreeing import other_meeting, same_title
from lingwu.preflight.meeting import Meeting, odd_ones


def _find(meeting: Meeting) -> Iterator[Slip]:
    for claim, usual in odd_ones(meeting.titles, same_title):
        if not other_meeting(claim.value, usual.value):
            yield Slip(claim.at, (usual.at,))


rule = CrossRule(
    code="PRE006",
    title="会议名称不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="同一会议的名称一致"),
    message="这里的会议名称是“{text}”，{file}写的是“{other}”。",
    find=_find,
    bad=[
        [("议程.txt", "全区春季防汛工作会议议程", "全区春季防汛抗旱工作会议议程")],
        [("讲话稿-王建国.txt", "在全区春季防汛工作会议上", "在全区春季防讯工作会议上")],
        [("日程.toml", '"全区春季防汛工作会议"', '"全区夏季防汛工作会议"')],
    ],
    good=[
        [("议程.txt", "全区春季防汛工作会议议程", "春季防汛工作会议议程")],
        [("议程.txt", "全区春季防汛工作会议议程", "会议议程")],
        [("日程.toml", '"全区春季防汛工作会议"', '"参加全区春季防汛工作会议"')],
    ],
)
