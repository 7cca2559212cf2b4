"""一个人不能同时在两处。两项活动的时间有重叠、人员里有同一个人时提示；“各科室负责人”之类不是一个人，不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    for first, second in schedule.overlaps():
        known = {person.text: person for person in first.people}
        for person in second.people:
            if person.text in known:
                says = {"first": first.said(), "second": second.said()}
                yield Slip(person, (known[person.text],), says)


rule = CrossRule(
    code="SCH004",
    title="一人同时在两处",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="“{text}”要参加{first}，又要参加{second}，两项时间重叠。",
    find=_find,
    bad=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "9:40"\nend = "11:30"')],
        [("日程.toml", '"2026年3月12日（星期四）"\nstart = "14:30"\nend = "16:00"', '"2026年3月12日（星期四）"\nstart = "15:30"\nend = "17:00"')],
    ],
    good=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'start = "9:40"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["钱伟"]')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'start = "9:40"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["有关单位负责人"]')],
    ],
)  # fmt: skip
