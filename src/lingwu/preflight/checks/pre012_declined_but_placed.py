"""请假、不参加的人，不应再排发言、座次和席卡。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.preflight.gathering import people_named
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import bare

PLACES = {"议程发言": "发言", "主持": "主持", "座次": "座位", "席卡": "席卡"}


def _away(meeting: Meeting) -> dict[str, str]:
    coming = {one.person.name for one in meeting.coming}
    return {one.person.name: one.person.state for one in meeting.invited if one.person.name not in coming}


def _find(meeting: Meeting) -> Iterator[Slip]:
    away = _away(meeting)
    for _, name, _, where in people_named(meeting):
        said = bare(name.text)
        if said in away and where in PLACES:
            one = next(one for one in meeting.invited if one.person.name == said and not one.person.comes)
            yield Slip(name, (one.state or one.name,), {"state": away[said], "where": PLACES[where]})


rule = CrossRule(
    code="PRE012",
    title="请假的人还排着",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="有人请假，座次、席卡、议程随之调整"),
    message="“{text}”已经{state}，这里还安排着{where}。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排4座,何永平")],
        [("席卡.txt", "郑晓燕", "郑晓燕\n何永平")],
    ],
    good=[
        [("名单.csv", "何永平,区城市管理局,局长,请假\n", ""), ("名单.csv", "（共9人）", "")],
        [("名单.csv", "王建国,区政府,区长,参加", "王建国,区政府,区长,")],
    ],
)
