"""同一个人的单位，在各文件里应是同一个。“区应急局”是“区应急管理局”的简称，不算不同。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.agreeing import same_post, same_unit
from lingwu.preflight.gathering import people_named
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import bare, unit_of


def _find(meeting: Meeting) -> Iterator[Slip]:
    for _, name, post, _ in people_named(meeting):
        one = meeting.person(bare(name.text))
        if not (post and one and one.unit and unit_of(post.text)) or (
            one.post and not same_post(post.text, one.post.text)
        ):
            continue
        if not same_unit(post.text, one.unit.text) and unit_of(post.text) not in (one.person.post or ""):
            yield Slip(post, (one.unit,), {"name": one.person.name, "unit": unit_of(post.text)})
    for placed in (*meeting.seats, *meeting.cards):
        one = meeting.person(placed.name)
        if placed.unit and one and one.unit and not same_unit(placed.unit.text, one.unit.text):
            yield Slip(placed.unit, (one.unit,), {"name": placed.name, "unit": placed.unit.text})


rule = CrossRule(
    code="PRE011",
    title="单位不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="“{name}”在这里的单位是“{unit}”，{file}里是“{other}”。",
    find=_find,
    bad=[
        [("议程.txt", "区水利局局长周志华汇报", "区农业农村局局长周志华汇报")],
        [("汇报材料-张立强.txt", "区应急管理局局长　张立强", "区消防救援局局长　张立强")],
        [("座次.csv", "座位,姓名\n1排1座,王建国", "座位,姓名,单位\n1排1座,王建国,区水利局")],
    ],
    good=[
        [("议程.txt", "区应急管理局局长张立强", "区应急局局长张立强")],
        [("议程.txt", "区水利局局长周志华汇报", "滨江区水利局局长周志华汇报")],
    ],
)
