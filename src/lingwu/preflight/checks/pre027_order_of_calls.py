"""主持词请人发言的次序，应与议程相同。只比两边都有的人；总结时再次提到的不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting


def _find(meeting: Meeting) -> Iterator[Slip]:
    called = {one.who.text: one for one in reversed(meeting.called)}
    turns = {turn.who.text: turn for turn in reversed(meeting.turns) if turn.who}
    both = [name for name in dict.fromkeys(one.who.text for one in meeting.called) if name in turns]
    wanted = [name for name in dict.fromkeys(turn.who.text for turn in meeting.turns if turn.who) if name in called]
    for said, right in zip(both, wanted, strict=True):
        if said != right:
            yield Slip(called[said].who.name, (turns[right].part.title,), {"right": right})
            return


rule = CrossRule(
    code="PRE027",
    title="主持词的次序与议程不同",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="主持词这里请“{text}”，按{file}应轮到“{right}”。",
    find=_find,
    bad=[
        [("主持词.txt", "下面，请区水利局局长周志华同志汇报水库安全度汛准备情况。\n　　下面，请区应急管理局局长张立强同志汇报应急准备情况。",
          "下面，请区应急管理局局长张立强同志汇报应急准备情况。\n　　下面，请区水利局局长周志华同志汇报水库安全度汛准备情况。")],
    ],
    good=[
        [("主持词.txt", "会议到此结束", "请张立强局长会后汇报落实情况。会议到此结束")],
        [("主持词.txt", "　　下面，请区水利局局长周志华同志汇报水库安全度汛准备情况。\n", "　　周志华同志的材料已经印发。\n")],
    ],
)  # fmt: skip
