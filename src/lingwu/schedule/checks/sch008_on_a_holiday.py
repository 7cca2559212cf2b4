"""活动排在法定节假日放假期间，多半是没有看放假通知。放假安排以国务院办公厅当年的通知为准；没有收录的年份不核对。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Schedule


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        if event.day is None or event.day.year not in schedule.calendar.years:
            continue
        day = schedule.calendar.day(event.day)
        if not day.working and day.holiday:
            yield Slip(event.when, says={"title": event.title.text, "holiday": day.holiday})


rule = CrossRule(
    code="SCH008",
    title="排在节假日",
    basis=Basis("国务院办公厅关于部分节假日安排的通知", strength=Strength.REQUIRED),
    message="“{title}”排在{text}，这天{holiday}放假。",
    find=_find,
    bad=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年10月6日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年2月21日"')],
    ],
    good=[
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年10月8日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2026年2月28日"')],
        [("日程.toml", '"信访接待"\ndate = "2026年3月13日（星期五）"', '"信访接待"\ndate = "2027年10月6日"')],
    ],
)
