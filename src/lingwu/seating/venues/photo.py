"""合影: rows on steps before the camera; the front row first, each by the rule of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "may"
ROLES = ()
SIZES = {"rows": "各排人数，前排在先，如 [9, 11, 12]；不写则自定", "width": "场地宽度（米）"}
PITCH, WIDE = 1.25, 11
SHOULDER = 0.55
"""Metres that one person takes in a row."""


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The group seen from the camera, the front row below."""
    wanted = sum(counts.values())
    sizes = _lines.sizes_of(spec, wanted) if "rows" in spec else _own_sizes(wanted)
    taken = _lines.filled(sizes, wanted, "合影")
    top = (len(taken) - 1) * PITCH
    seats: list[Seat] = []
    for row, n in enumerate(taken, 1):
        seats += _lines.centred(n, top - (row - 1) * PITCH, rules, (f"{row}排", f"第{row}排"))
    if HOST in counts or GUEST in counts:
        seats = _sided(seats, taken[0], counts)
    shapes = (Shape("rect", 0, top + 2.2, 1.2, 0.6, "照相机"),)
    return laid(
        _lines.joined(seats),
        kind="photo",
        title="合影站位图",
        shapes=shapes,
        viewpoint="从照相机看；合影人面向镜头，其左手在图的右边",
        opposite="从合影人身后看（面向镜头）；合影人的左手在图的左边",
        notes=tuple(_notes(taken, spec)),
    )


def _own_sizes(wanted: int) -> list[int]:
    """Rows of at most eleven, the front one odd."""
    rows = max(1, -(-wanted // WIDE))
    front = -(-wanted // rows)
    front -= front % 2 == 0 and rows > 1
    left = wanted - front
    return (
        [front, *(left // (rows - 1) + (row < left % (rows - 1)) for row in range(rows - 1))] if rows > 1 else [front]
    )


def _sided(seats: list[Seat], front: int, counts: Mapping[str, int]) -> list[Seat]:
    """主 in the centre, 主宾 at the upper hand, then in pairs by turns; both ends of the front row are hosts'."""
    left = {HOST: counts.get(HOST, 0), GUEST: counts.get(GUEST, 0)}
    sides = []
    for place in range(len(seats)):
        end = front > 3 and front - 2 <= place < front
        wish = HOST if place == 0 or end or ((place - 1) // 2) % 2 else GUEST
        spare = wish == HOST and place and not end and left[HOST] <= 2 and place < front
        side = GUEST if spare and left[GUEST] else wish
        side = side if left[side] else (GUEST if side == HOST else HOST)
        left[side] -= 1
        sides.append(side)
    return [
        replace(seat, pool=side, why=f"{'主人居中' if not n else f'主客相间，此位{side}方'}；{seat.why}")
        for n, (seat, side) in enumerate(zip(seats, sides, strict=True))
    ]


def _notes(taken: list[int], spec: Mapping[str, Any]) -> list[str]:
    notes = (
        [f"前排 {taken[0]} 人（{'单数，1号居正中' if taken[0] % 2 else '双数，无人居正中，宜改为单数'}）"]
        if taken
        else []
    )
    need = max(taken, default=0) * SHOULDER
    if "width" in spec and need > spec["width"]:
        notes.append(f"最宽一排约需 {need:.1f} 米，场地宽 {spec['width']} 米，站不下，请加排")
    return notes
