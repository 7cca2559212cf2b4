"""同一项活动（名称、日期、开始时间都相同）列了两次。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Event, Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    seen: dict[object, Event] = {}
    for event in schedule.events:
        key = (event.title.text, event.day, event.start)
        if event.day and event.start is not None and key in seen:
            yield Slip(event.title, (seen[key].title,), {"when": event.when.text})
        seen.setdefault(key, event)


rule = CrossRule(
    code="SCH014",
    title="同一活动列了两次",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="“{text}”（{when}）列了两次。",
    find=_find,
    bad=[
        [("日程.toml", 'title = "信访接待"\ndate = "2026年3月13日（星期五）"\nstart = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'title = "信访接待"\ndate = "2026年3月13日"\nstart = "10:20"\n\n[[event]]\ntitle = "信访接待"\ndate = "2026年3月13日"\nstart = "10:20"')],
        [("日程.toml", 'title = "信访接待"\ndate = "2026年3月13日（星期五）"\nstart = "10:20"\nend = "11:30"\nplace = "区信访接待大厅"\npeople = ["赵志远"]',
          'title = "党组理论学习"\ndate = "2026年3月13日"\nstart = "8:30"')],
    ],
    good=[
        [("日程.toml", 'title = "信访接待"\ndate = "2026年3月13日（星期五）"', 'title = "党组理论学习"\ndate = "2026年3月20日"')],
        [("日程.toml", 'title = "信访接待"', 'title = "党组理论学习"')],
    ],
)  # fmt: skip
