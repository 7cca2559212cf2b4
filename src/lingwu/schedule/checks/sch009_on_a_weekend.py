"""活动排在周末（不是调休上班的周末），提醒一声；确要在周末办的不必理会。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        if event.day is None or event.day.year not in schedule.calendar.years:
            continue
        day = schedule.calendar.day(event.day)
        if not day.working and not day.holiday:
            yield Slip(event.when, says={"title": event.title.text, "weekday": day.weekday})


rule = CrossRule(
    code="SCH009",
    title="排在周末",
    basis=Basis(
        "国务院关于职工工作时间的规定", "第七条", Strength.REQUIRED, "国家机关、事业单位星期六和星期日为周休息日"
    ),
    message="“{title}”排在{text}，这天是{weekday}，不上班。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月14日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月15日（星期日）"')],
    ],
    good=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年2月14日（星期六）"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年5月9日"')],
    ],
)
