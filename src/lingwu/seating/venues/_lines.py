"""What several venues share: rows of seats, their neighbours, and how many seats a row gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from lingwu.seating import rows
from lingwu.seating.venue import Seat, VenueError


def filled(sizes: Sequence[int], wanted: int, what: str) -> list[int]:
    """How many sit in each row when the front ones are filled first.

    Raises:
        VenueError: there are not enough seats.
    """
    if wanted > sum(sizes):
        room, short = sum(sizes), wanted - sum(sizes)
        raise VenueError(f"{what}只有 {room} 席，要 {wanted} 席（含留空的），少 {short} 席；请加座或减少人数。")
    taken, left = [], wanted
    for size in sizes:
        taken.append(min(size, left))
        left -= taken[-1]
    return [size for size in taken if size]


def sizes_of(spec: Mapping[str, Any], wanted: int) -> list[int]:
    """The capacities of the rows; one row for all where none are given."""
    said = spec.get("rows", [max(wanted, 1)])
    return [int(size) for size in (said if isinstance(said, list) else [said])]


def centred(n: int, y: float, rules: Mapping[str, str], names: tuple[str, str], facing: bool = True) -> list[Seat]:
    """A row of ``n`` by the rule of rows, best seat first. ``facing``: the sitters face the viewer.

    ``names`` begin the seats' ids (“1排”) and their labels (“第1排”).
    """
    name, row = names
    made = rows.places(n, rules.get("even", "A"), rules.get("upper", "left"))
    first = "1号" if name in {"1排", "上席", "下席"} else "本排首位"
    turn = 1 if facing else -1
    seats = [
        Seat(name + at.name, row + at.name, turn * at.x, y, section=row, why=at.why.replace("1号", first))
        for at in made
    ]
    order = sorted(range(n), key=lambda i: seats[i].x)
    for number, index in enumerate(order, 1):
        seats[index] = replace(seats[index], short=f"{name}左起{number}座")
    return seats


def joined(seats: Sequence[Seat], gap: float = 1.3) -> list[Seat]:
    """``seats`` with ``walk`` and ``beside``: those of one section at most ``gap`` apart sit side by side.

    Walking goes row by row from left to right.
    """
    order = sorted(range(len(seats)), key=lambda i: (seats[i].section, seats[i].y, seats[i].x))
    beside: dict[int, list[str]] = {index: [] for index in order}
    for one, two in pairwise(order):
        a, b = seats[one], seats[two]
        if a.section == b.section and abs(a.x - b.x) + abs(a.y - b.y) <= gap:
            beside[one].append(b.id)
            beside[two].append(a.id)
    walk = {index: place for place, index in enumerate(order)}
    return [replace(seat, walk=walk[i], beside=tuple(beside[i])) for i, seat in enumerate(seats)]


def parity(taken: Sequence[int], rules: Mapping[str, str], what: str = "第{}排") -> tuple[str, ...]:
    """How many sit in each row, odd or even, and a question where an even row has a rule that nobody chose."""
    said = [f"{what.format(row)} {n} 席（{'单' if n % 2 else '双'}数）" for row, n in enumerate(taken, 1)]
    notes = ["；".join(said)] if said else []
    if rules.get("even_unsaid") and any(n % 2 == 0 for n in taken):
        notes.append("有双数的排：双数排法各地不一，本图按 A 排，请按本单位惯例确认（选项 even）")
    return tuple(notes)
