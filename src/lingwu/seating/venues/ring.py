"""回形桌和 U 形桌: a head side, two long sides and, where it is closed, a near side; an outer ring for 列席.

The door is at the bottom. Where there are two sides (汇报会), guests have the far side and hosts the near one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, laid
from lingwu.seating.venues import _lines

SIDED = "may"
ROLES = ("列席", "汇报", "记录")
SIZES = {"far": "远门一侧席数", "side": "左右每侧席数", "near": "近门一侧席数", "open": "U 形桌（近门一侧不坐人）"}


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The ring seen from the door."""
    inner = {pool: n for pool, n in counts.items() if pool not in ROLES}
    sided = HOST in inner or GUEST in inner
    far, side, near = _sides(spec, rules, inner, sided)
    width, depth = max(far, near, 3), max(side, 2)
    seats = [replace(s, pool=GUEST if sided else "") for s in _lines.centred(far, -1, rules, ("上席", "远门一侧"))]
    if not sided:
        seats += _long_sides(side, width, rules)
    if near:
        last = _lines.centred(near, depth, rules, ("下席", "近门一侧"), facing=False)
        seats += [replace(s, pool=HOST if sided else "") for s in last]
    seats += _outer(counts, width, depth)
    return laid(
        _lines.joined(seats),
        kind="ring",
        title="U形桌座次图" if spec.get("open") else "回形桌座次图",
        shapes=_table(width, depth, bool(spec.get("open")), 3.0 if counts.get("汇报") else 1.6),
        viewpoint="从门口看，门在图的下方；左右按就座人自己的左右手",
        notes=_lines.parity([far], rules, "远门一侧"),
    )


def _sides(
    spec: Mapping[str, Any], rules: Mapping[str, str], inner: Mapping[str, int], sided: bool
) -> tuple[int, int, int]:
    """How many seats the far, each long and the near side get."""
    if sided:
        return inner.get(GUEST, 0) or 1, int(spec.get("side", 3)), inner.get(HOST, 0) or 1
    wanted = sum(inner.values())
    far = 1 if rules["head"] == "end" else int(spec.get("far", min(wanted, 7)))
    near = 0 if spec.get("open") else int(spec.get("near", 0))
    side = int(spec.get("side", -(-max(wanted - far - near, 0) // 2)))
    taken = _lines.filled([far, 2 * side, near], wanted, "U形桌" if spec.get("open") else "回形桌")
    return taken[0], side, taken[2] if len(taken) > 2 else 0


def _long_sides(side: int, width: float, rules: Mapping[str, str]) -> list[Seat]:
    """Both long sides by turns, from the head down; the head's upper hand first (its left is the viewer's right)."""
    hands = ("左", "右") if rules["upper"] == "left" else ("右", "左")
    x = width / 2 + 1
    seats = []
    for place in range(1, side + 1):
        for hand in hands:
            name, at = f"{hand}侧{place}", x if hand == "左" else -x
            why = f"居主位{hand}手一侧，由远及近，以{hands[0]}为上交替"
            seats.append(Seat(name, f"{name}席", at, place - 0.5, section=f"{hand}侧", why=why, short=name))
    return seats


def _outer(counts: Mapping[str, int], width: float, depth: float) -> list[Seat]:
    """列席 behind the long sides, 汇报 opposite the head, 记录 behind the head's far corner."""
    seats = []
    for n in range(counts.get("列席", 0)):
        hand, place = ("左", "右")[n % 2], n // 2 + 1
        x = (width / 2 + 2.5) * (1 if hand == "左" else -1)
        seats.append(_of_role("列席", f"列席{hand}{place}", x, place - 0.5, "列席居外圈，由远及近"))
    for role, n, y in (("汇报", counts.get("汇报", 0), depth + 1.6), ("记录", counts.get("记录", 0), -2.6)):
        why = "汇报人居主位对面" if role == "汇报" else "记录员靠近主持人，不列入排序"
        for place in range(n):
            x = place - (n - 1) / 2 + (width / 2 - 1 if role == "记录" else 0)
            seats.append(_of_role(role, f"{role}{place + 1}", x, y, why))
    return seats


def _of_role(role: str, name: str, x: float, y: float, why: str) -> Seat:
    return Seat(name, f"{name}席", x, y, pool=role, section=f"{role}席", why=why, short=name)


def _table(width: float, depth: float, is_open: bool, door: float) -> tuple[Shape, ...]:
    thick, middle = 0.5, (depth - 1) / 2
    shapes = [
        Shape("rect", 0, -0.2, width + 1, thick),
        Shape("rect", -width / 2 - 0.25, middle, thick, depth - 0.1),
        Shape("rect", width / 2 + 0.25, middle, thick, depth - 0.1),
        Shape("door", 0, depth + door, 2, 0.3, "门"),
    ]
    return tuple(shapes if is_open else [*shapes, Shape("rect", 0, depth - 0.8, width + 1, thick)])
