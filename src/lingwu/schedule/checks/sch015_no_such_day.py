"""日程上的日期应是日历上有的一天。没有的那天（2月30日）排不进任何人的日历，别的日期规则也都无从核对。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule
from lingwu.text.dates import dates


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        if event.day is None and any(not date.exists() for date in dates(event.when.text)):
            yield Slip(event.when, (event.title,))


rule = CrossRule(
    code="SCH015",
    title="日程上没有这一天",
    basis=Basis("公历历法", strength=Strength.REQUIRED),
    message="日历上没有“{text}”这一天，请核对“{other}”的日期。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年2月30日（星期五）"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "4月31日"')],
    ],
    good=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2月29日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年3月13日"')],
    ],
)
