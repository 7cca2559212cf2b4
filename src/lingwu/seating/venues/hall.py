"""报告厅: blocks of seats with aisles between, rows numbered from the stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lingwu.seating import rows as ranks
from lingwu.seating.venue import Layout, Seat, Shape, VenueError, laid

SIDED = "never"
ROLES = ()
SIZES = {
    "blocks": "各区每排座数，从左到右（面向主席台），如 [8, 14, 8]；区与区之间是过道",
    "rows": "排数",
    "first": "从第几排坐起",
    "missing": '没有的座位，如 ["1排1座"]',
    "odd": "单双号厅里单号在哪一侧（面向主席台）：left 或 right",
}
AISLE, PITCH = 1.0, 1.05


@dataclass(frozen=True)
class Column:
    """One column of seats: where it is, and its number."""

    x: float
    number: int
    block: int


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The hall with its stage at the top, seen from the back."""
    said = spec.get("blocks", [20])
    blocks = [int(n) for n in (said if isinstance(said, list) else [said])]
    columns = _columns(blocks, rules["numbering"], spec.get("odd", "left"))
    said_rows = spec.get("rows", 10)
    total = int(said_rows[0] if isinstance(said_rows, list) else said_rows)
    first = int(spec.get("first", 1))
    missing = set(spec.get("missing", ()))
    seats = [seat for seat in _ordered(columns, first, total, rules) if seat.id not in missing]
    if (wanted := sum(counts.values())) > len(seats):
        raise VenueError(f"会场只有 {len(seats)} 座，要 {wanted} 座（含留空的），少 {wanted - len(seats)} 座。")
    width = columns[-1].x - columns[0].x
    return laid(
        _joined(seats, rules),
        kind="hall",
        title="会场座次图",
        shapes=(Shape("rect", 0, -1.6, max(width * 0.6, 4), 1.0, "主 席 台"), *_row_numbers(columns[0].x - 1.1, total)),
        viewpoint="面向主席台看；排从主席台数起",
        opposite="从主席台看（面向观众席）",
        close=False,
    )  # fmt: skip


def _row_numbers(x: float, total: int) -> Iterator[Shape]:
    return (Shape("text", x, (row - 1) * PITCH, 1.0, 0.5, f"{row}排") for row in range(1, total + 1))


def _columns(blocks: Sequence[int], numbering: str, odd: str) -> list[Column]:
    xs, at = [], 0.0
    for block, width in enumerate(blocks):
        xs += [(at + n, block) for n in range(width)]
        at += width + AISLE
    middle = (xs[0][0] + xs[-1][0]) / 2
    numbers = _odd_even([x - middle for x, _ in xs], odd) if numbering == "odd_even" else range(1, len(xs) + 1)
    return [Column(x - middle, number, block) for (x, block), number in zip(xs, numbers, strict=True)]


def _odd_even(xs: Sequence[float], odd: str) -> list[int]:
    half = len(xs) // 2
    left, right = range(half), range(half, len(xs))
    odd_side, even_side = (left, right) if odd == "left" else (right, left)
    number = {i: 2 * n + 1 for n, i in enumerate(sorted(odd_side, key=lambda i: abs(xs[i])))}
    number |= {i: 2 * n + 2 for n, i in enumerate(sorted(even_side, key=lambda i: abs(xs[i])))}
    return [number[i] for i in range(len(xs))]


def _ordered(columns: Sequence[Column], first: int, total: int, rules: Mapping[str, str]) -> Iterator[Seat]:
    if rules["fill"] == "columns":
        for n, column in enumerate(columns):
            down = range(first, total + 1)
            yield from (_seat(column, row, "逐列连坐") for row in (down if n % 2 == 0 else reversed(down)))
        return
    centre_out = [round(place.x + (len(columns) - 1) / 2) for place in ranks.places(len(columns), "A", rules["upper"])]
    for row in range(first, total + 1):
        if rules["fill"] == "across":
            line = columns if (row - first) % 2 == 0 else columns[::-1]
            yield from (_seat(column, row, "逐排连坐") for column in line)
        else:
            yield from (_seat(columns[i], row, "前排为先，由中间向两侧") for i in centre_out)


def _seat(column: Column, row: int, why: str) -> Seat:
    name = f"{row}排{column.number}座"
    return Seat(name, f"第{name}", column.x, (row - 1) * PITCH, section=f"{row}排{column.block + 1}区", why=why,
                short=f"{row}-{column.number}")  # fmt: skip


def _joined(seats: Sequence[Seat], rules: Mapping[str, str]) -> list[Seat]:
    """With neighbours, and ``walk`` along the rows as a snake, along the columns where these are filled."""
    at = {(round(seat.x * 4), round(seat.y * 4)): seat.id for seat in seats}
    walk = {seat.id: place for place, seat in enumerate(seats if rules["fill"] != "rank" else _snake(seats))}

    def beside(seat: Seat) -> tuple[str, ...]:
        x, y = round(seat.x * 4), round(seat.y * 4)
        return tuple(at[(x + step, y)] for step in (-4, 4) if (x + step, y) in at)

    return [
        Seat(
            seat.id,
            seat.label,
            seat.x,
            seat.y,
            seat.pool,
            seat.section,
            walk[seat.id],
            beside(seat),
            seat.why,
            seat.short,
        )
        for seat in seats
    ]  # ``replace`` would take half of the time of a large hall


def _snake(seats: Sequence[Seat]) -> list[Seat]:
    return sorted(seats, key=lambda seat: (seat.y, seat.x if round(seat.y / PITCH) % 2 == 0 else -seat.x))
