"""同一个人（姓名、单位都相同）在名单里列了两次。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Invited, Meeting


def _find(meeting: Meeting) -> Iterator[Slip]:
    seen: dict[object, Invited] = {}
    for one in meeting.invited:
        key = (one.paper.path, one.person.name, one.person.unit)
        if key in seen:
            yield Slip(one.name, (seen[key].name,))
        seen.setdefault(key, one)


rule = CrossRule(
    code="PRE019",
    title="名单里列了两次",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="“{text}”在名单里列了两次，单位也相同。",
    find=_find,
    bad=[
        [
            ("名单.csv", "何永平,区城市管理局,局长,请假", "孙丽,城关街道办事处,主任,参加"),
            ("名单.csv", "共9人", "名单"),
            ("通知.txt", "共8人", "共9人"),
        ],
    ],
    good=[
        [("名单.csv", "何永平,区城市管理局,局长,请假", "孙丽,区城市管理局,局长,请假")],
    ],
)
