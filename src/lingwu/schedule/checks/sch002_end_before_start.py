"""结束时间应晚于开始时间。写反了、少写“下午”、抄错一位数字，都会让结束早于开始。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule, clock


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        several = event.last is not None and event.last != event.day
        if event.start is None or event.end is None or several or event.end > event.start:
            continue
        said = {"title": event.title.text, "start": clock(event.start), "end": clock(event.end)}
        yield Slip(event.clock, (event.title,), said)


rule = CrossRule(
    code="SCH002",
    title="结束不晚于开始",
    basis=Basis("时间先后", strength=Strength.REQUIRED),
    message="“{title}”{start}开始、{end}结束，结束不晚于开始，请核对。",
    find=_find,
    severity=Severity.ERROR,
    bad=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "11:20"\nend = "11:00"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "10:20"\nend = "10:20"')],
    ],
    good=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "10:20"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'time = "上午10:20—11:30"')],
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'time = "下午2:30—4:00"')],
    ],
)
