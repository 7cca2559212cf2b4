"""主席台: one or more rows facing the audience; the front row is filled first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lingwu.seating.venue import Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "never"
ROLES = ("主持",)
SIZES = {
    "rows": "各排席数，前排在先，如 [7, 9]；不写则一排",
    "fixed": "座椅固定，不随人数重排（true/false）",
    "podium": "设发言席",
}
PITCH = 1.6


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The rostrum seen from the audience: the last row at the top, the audience below."""
    chairs = counts.get("主持", 0) if rules["chair"] != "rank" else 0
    wanted = sum(counts.values())
    sizes = _lines.sizes_of(spec, wanted)
    taken = sizes if spec.get("fixed") else _lines.filled(sizes, wanted, "主席台")
    _lines.filled(sizes, wanted, "主席台")
    depth = (len(taken) - 1) * PITCH
    seats = []
    for row, n in enumerate(taken, 1):
        seats += _lines.centred(n, depth - (row - 1) * PITCH, rules, (f"{row}排", f"第{row}排"))
    seats = _with_chair(seats, chairs, taken[0] if taken else 0, rules["chair"])
    return laid(
        _lines.joined(seats),
        kind="rostrum",
        title="主席台座次图",
        shapes=_shapes(max(taken, default=1), depth, bool(spec.get("podium"))),
        viewpoint="从台下看（面向主席台）；主席台就座人面向观众席，其左手在图的右边",
        opposite="从台上看（面向观众席）；主席台就座人的左手在图的左边",
        notes=_lines.parity(taken, rules),
    )


def _with_chair(seats: list[Seat], chairs: int, front: int, custom: str) -> list[Seat]:
    """The chair's place taken out of the order where it is not by rank."""
    if not chairs or not front:
        return seats
    row = seats[:front]
    sides = {"centre": row[0], "left_end": max(row, key=lambda s: s.x), "right_end": min(row, key=lambda s: s.x)}
    place, words = sides[custom], {"centre": "前排正中", "left_end": "前排左端", "right_end": "前排右端"}[custom]
    kept = [seat for seat in seats if seat.id != place.id]
    return [replace(place, pool="主持", why=f"主持人居{words}"), *kept]


def _shapes(widest: int, depth: float, podium: bool) -> tuple[Shape, ...]:
    width = max(widest + 1.0, 6)
    shapes = [
        Shape("rect", 0, y + 0.72, widest, 0.28)
        for y in ([depth - row * PITCH for row in range(round(depth / PITCH) + 1)])
    ]
    shapes += [Shape("text", 0, -1.1, width, 0.5, "背景板"), Shape("text", 0, depth + 2.6, width, 0.6, "观 众 席")]
    if podium:
        shapes.append(Shape("rect", -width / 2 - 0.4, depth + 1.5, 1.3, 0.7, "发言席"))
    return tuple(shapes)
