"""议程各项加起来，不应超过会议本身的时间。各项写了时长就加时长，写了起止就看最后一项到几点。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.schedule.model import Event, Schedule, clock


def _find(schedule: Schedule) -> Iterator[Slip]:
    for event in schedule.events:
        if event.parts and event.start is not None and event.end is not None and event.end > event.start:
            yield from _beyond(event, event.start, event.end)


def _beyond(event: Event, start: int, end: int) -> Iterator[Slip]:
    ends = [part for part in event.parts if part.end is not None and part.end > end]
    if ends:
        last = max(ends, key=lambda part: part.end or 0)
        yield Slip(last.at, (event.clock,), {"how": f"排到 {clock(last.end or 0)}", "end": clock(end)})
        return
    lengths = [part.length for part in event.parts]
    if all(length is not None for length in lengths):
        total = sum(length or 0 for length in lengths)
        if total > end - start and all(part.start is None for part in event.parts):
            how = f"各项共 {total} 分钟，会议只有 {end - start} 分钟"
            yield Slip(event.parts[-1].at, (event.clock,), {"how": how, "end": clock(end)})


rule = CrossRule(
    code="SCH010",
    title="议程超过会议时间",
    basis=Basis("会务安排惯例", strength=Strength.CUSTOM),
    message="议程{how}，会议 {end} 结束，排不下。",
    find=_find,
    bad=[
        [("日程.toml", 'start = "10:10"\nend = "10:30"', 'start = "10:10"\nend = "10:50"')],
        [("日程.toml", "minutes = 30", "minutes = 45")],
    ],
    good=[
        [("日程.toml", 'start = "10:10"\nend = "10:30"', 'start = "10:10"\nend = "10:25"')],
        [("日程.toml", "minutes = 30", "minutes = 20")],
    ],
)
