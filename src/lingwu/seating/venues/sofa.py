"""会见厅: sofas in a horseshoe; the host and the guest of honour side by side, each party outward by rank."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "must"
ROLES = ("翻译", "记录")
SIZES = {"rows": "正面每侧沙发数（默认 3），其余排在两翼"}
NAMES = {GUEST: "客方", HOST: "主方"}


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The room seen from the door, which is at the bottom."""
    front = _lines.sizes_of(spec, 0)[0] if "rows" in spec else 3
    right_upper = rules["upper"] == "right"
    seats: list[Seat] = []
    for side in (GUEST, HOST):
        towards_left = (side == GUEST) == right_upper  # the host's right is the viewer's left
        sign = -1 if towards_left else 1
        seats += [_seat(side, n, front, sign, right_upper) for n in range(counts.get(side, 0))]
        seats += _helpers(side, sign, counts)
    wings = max([0, *(counts.get(side, 0) - front for side in (GUEST, HOST))])
    tables = [Shape("rect", 0, 0.05, 0.5, 0.5, "茶几")]
    return laid(
        _lines.joined(seats, 1.6),
        kind="sofa",
        title="会见座次图",
        shapes=(*tables, Shape("door", 0, wings * 1.2 + 2.4, 2, 0.3, "门")),
        viewpoint="从门口看，门在图的下方；左右按就座人自己的左右手",
    )


def _seat(side: str, n: int, front: int, sign: int, right_upper: bool) -> Seat:
    if n < front:
        x, y = sign * (0.9 + n * 1.2), 0.0
    else:
        x, y = sign * (0.9 + front * 1.2), 0.6 + (n - front + 0.5) * 1.2
    hand = "右" if right_upper else "左"
    chief = "主人" if side == HOST else f"主宾居主人{hand}手（以{hand}为上）"
    why = f"{chief}，面门居中" if n == 0 else f"{NAMES[side]}依次向外"
    name = f"{NAMES[side]}{n + 1}"
    return Seat(name, f"{name}席", x, y, side, NAMES[side], why=why, short=name)


def _helpers(side: str, sign: int, counts: Mapping[str, int]) -> list[Seat]:
    """Interpreters behind their chief, note-takers beyond them."""
    seats: list[Seat] = []
    for role in ROLES:
        for _ in range(counts.get(side + role, 0)):
            n = len(seats) + 1
            name = f"{NAMES[side]}{role}{n}"
            why = f"{role}在{'主宾' if side == GUEST else '主人'}身后"
            seats.append(Seat(name, f"{NAMES[side]}{role}席", sign * (0.9 + (n - 1) * 1.2), -1.3, side + role,
                              f"{NAMES[side]}后排", why=why, short=name))  # fmt: skip
    return seats
