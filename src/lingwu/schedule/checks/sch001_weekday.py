"""日程上的星期必须与日期相符。星期写错，有人按日期到会，有人按星期到会。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule
from lingwu.workdays.calendar import WEEKDAYS


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        if event.day and event.weekday and event.day.isoweekday() != event.weekday:
            day = f"{event.day.year}年{event.day.month}月{event.day.day}日"
            yield Slip(
                event.week or event.when, (event.when,), says={"day": day, "right": WEEKDAYS[event.day.weekday()]}
            )


rule = CrossRule(
    code="SCH001",
    title="日程的星期与日期不符",
    basis=Basis("公历历法", strength=Strength.REQUIRED, note="星期由日期推算"),
    message="{day}是星期{right}，日程写的是“{text}”，请核对日期和星期哪个写错了。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月13日（星期四）"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月13日周六"')],
    ],
    good=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月13日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "3月13日周五"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = 2026-03-13')],
    ],
)
