"""一个座位只坐一个人：座次表里两行是同一个座位号，现场就有一人没有座位。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Slip, Strength
from lingwu.preflight.meeting import Meeting, Placed


def _find(meeting: Meeting) -> Iterator[Slip]:
    seen: dict[tuple[str, str], Placed] = {}
    for one in meeting.seats:
        if one.seat is None:
            continue
        first = seen.setdefault((one.paper.path, "".join(one.seat.text.split())), one)
        if first.name != one.name and first.seat:
            yield Slip(one.seat, (first.seat,), {"name": one.name, "before": first.name})


rule = CrossRule(
    code="PRE032",
    title="一座两人",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM),
    message="座位“{text}”排了“{before}”，又排了“{name}”。",
    find=_find,
    bad=[
        [("座次.csv", "3排3座,郑晓燕", "3排2座,郑晓燕")],
    ],
    good=[
        [("座次.csv", "3排3座,郑晓燕", "3排3座,郑晓燕\n3排3座,")],
    ],
)
