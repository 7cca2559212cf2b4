"""长桌会谈: two sides of a long table, the chief of each in the middle, the interpreter beside or behind.

Across: guests face the door. End-on: guests at the right of those who enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "must"
ROLES = ("翻译", "记录")
SIZES = {"rows": "每侧席数上限"}
NAMES = {GUEST: "客方", HOST: "主方"}


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The table seen from the door, which is at the bottom."""
    seats, reach = [], 1.0
    for side in (GUEST, HOST):
        if "rows" in spec:
            _lines.filled(_lines.sizes_of(spec, 0), counts.get(side, 0), NAMES[side])
        row = _side(side, rules, counts)
        reach = max([reach, *(abs(seat.x) for seat in row)])
        seats += [_placed(seat, side, rules["door"]) for seat in row]
    across = rules["door"] == "across"
    long, bottom = 2 * reach + 1, 1.9 if across else reach + 0.8
    table = Shape("rect", 0, 0, long if across else 1.2, 1.2 if across else long, "会 谈 桌" if across else "")
    return laid(
        _lines.joined(seats),
        kind="table",
        title="会谈座次图",
        shapes=(table, Shape("door", 0, bottom + 0.8, 2, 0.3, "门")),
        viewpoint="从门口看，门在图的下方；左右按就座人自己的左右手",
    )


def _side(side: str, rules: Mapping[str, str], counts: Mapping[str, int]) -> list[Seat]:
    """One side as a row around x = 0, x counted to the sitters' left, the best seat first."""
    upper = 1 if rules["upper"] == "left" else -1
    hand = {"right": -1, "left": 1}.get(rules["interpreter"], 0)
    helpers = counts.get(f"{side}翻译", 0)
    beside = bool(helpers and hand)
    seats = []
    for rank in range(counts.get(side, 0)):
        step = upper * (1 if rank % 2 else -1) * ((rank + 1) // 2)
        at = step + (hand if beside and step * hand > 0 else 0)
        seats.append(_seat(side, side, at, "主谈人居中" if not rank else _why(at, upper)))
    for n in range(helpers):
        where = (hand, 0.0) if beside and n == 0 else (0.8 * n - 0.4 * (helpers - 1), 1.2)
        words = "居主谈人右手" if beside and hand < 0 else "居主谈人左手" if beside else "在主谈人身后"
        seat = _seat(side, f"{side}翻译", where[0], f"翻译{words}")
        seats.append(replace(seat, id=f"{NAMES[side]}翻译{n + 1}", label=f"{NAMES[side]}翻译席", y=where[1]))
    for n in range(counts.get(f"{side}记录", 0)):
        seat = _seat(side, f"{side}记录", 2.0 + n, "记录员在后排，不列入排序")
        seats.append(replace(seat, id=f"{NAMES[side]}记录{n + 1}", label=f"{NAMES[side]}记录席", y=1.2))
    return seats


def _seat(side: str, pool: str, at: float, why: str) -> Seat:
    name = NAMES[side] + ("主谈" if at == 0 else f"{'左' if at > 0 else '右'}{abs(at):g}")
    return Seat(name, f"{name}席", at, 0, pool=pool, section=NAMES[side], why=why, short=name)


def _why(at: float, upper: int) -> str:
    return f"居主谈人{'左' if at > 0 else '右'}手，以{'左' if upper > 0 else '右'}为上交替"


def _placed(seat: Seat, side: str, door: str) -> Seat:
    """The seat turned into the room: ``x`` was to the sitter's left, ``y`` behind the sitter."""
    away = 1.1 + seat.y
    if door == "across":
        x, y = (seat.x, -away) if side == GUEST else (-seat.x, away)
    else:
        x, y = (away, seat.x) if side == GUEST else (-away, -seat.x)
    return replace(seat, x=x, y=y, section=seat.section + ("后排" if seat.y else ""))
