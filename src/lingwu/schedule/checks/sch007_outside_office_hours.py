"""活动安排在工作时间以外（默认 8:00 至 18:00，可用 hours 改），提醒一声；确要安排的不必理会。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Severity, Slip, Strength
from lingwu.schedule.model import Schedule, clock


def _find(schedule: Schedule) -> Iterator[Slip]:
    opens, closes = schedule.hours
    hours = f"{clock(opens)}—{clock(closes)}"
    for event in schedule.events:
        early = event.start is not None and event.start < opens
        late = max(event.start or 0, event.end or 0) > closes
        if early or late:
            yield Slip(event.clock, says={"title": event.title.text, "hours": hours})


rule = CrossRule(
    code="SCH007",
    title="在工作时间以外",
    basis=Basis("国务院关于职工工作时间的规定", "第三条", Strength.CUSTOM, "每日工作 8 小时，起止由各单位自定"),
    message="“{title}”（{text}）不全在工作时间（{hours}）内。",
    find=_find,
    severity=Severity.ADVICE,
    bad=[
        [("日程.toml", 'start = "10:20"\nend = "11:30"', 'start = "18:20"\nend = "19:00"')],
        [("日程.toml", 'start = "16:30"\nend = "17:20"', 'start = "16:30"\nend = "17:40"')],
    ],
    good=[
        [("日程.toml", 'start = "16:30"\nend = "17:20"', 'start = "16:30"\nend = "17:30"')],
        [("日程.toml", 'start = "16:30"\nend = "17:20"', 'start = "16:30"')],
    ],
)
