"""同一个人的名字，在议程、座次、席卡、讲话稿、日程里应与名单上写得一样。多数文件怎么写，就以哪种写法为准。三字的差一个字，两字的差一个音近形近的字，又不是名单上别的人，就提示。"""

from collections import Counter
from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Quote, Slip, Strength
from lingwu.preflight.gathering import people_named
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import bare, near


def _find(meeting: Meeting) -> Iterator[Slip]:
    strange: dict[str, list[Quote]] = {}
    for name, at in _names(meeting):
        right = near(name, meeting.known)
        if right and not _both_speak(meeting, name, right):
            strange.setdefault(name, []).append(at)
    written = Counter(name for name, _ in {(name, at.path) for name, at in _names(meeting)})
    for name, places in strange.items():
        right = near(name, meeting.known)
        listed = tuple(one.name for one in meeting.invited if one.person.name == right)
        if len({at.path for at in places}) > max(1, written[right]):  # then it is rather the list that is wrong
            yield Slip(listed[0], tuple(places), {"right": name})
            continue
        for at in places:
            yield Slip(at, listed, {"right": right})


def _names(meeting: Meeting) -> Iterator[tuple[str, Quote]]:
    for _, at, _, _ in people_named(meeting):
        yield bare(at.text), at
    for schedule in meeting.schedules:
        for event in schedule.events:
            for person in event.people:
                yield bare(person.text), person


def _both_speak(meeting: Meeting, one: str, other: str) -> bool:
    """Whether the agenda has both names, so that they are two persons."""
    names = {turn.who.text for turn in meeting.turns if turn.who}
    return {one, other} <= names


rule = CrossRule(
    code="PRE009",
    title="姓名与名单差一字",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="姓名以名单为准"),
    message="这里写的是“{text}”，{file}里是“{right}”，请核对哪个对。",
    find=_find,
    bad=[
        [("议程.txt", "局长张立强汇报", "局长张力强汇报")],
        [("座次.csv", "3排2座,吴海涛", "3排2座,吴海滔")],
        [("席卡.txt", "郑晓燕", "郑小燕")],
        [("日程.toml", '["李红梅", "周志华"]', '["李红梅", "周志骅"]')],
    ],
    good=[
        [("席卡.txt", "孙丽", "孙　丽")],
        [("议程.txt", "局长张立强汇报", "局长张立强同志汇报")],
    ],
)
