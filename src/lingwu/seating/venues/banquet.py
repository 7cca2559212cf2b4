"""宴会圆桌: the host faces the door; places count from the host towards the host's right hand.

With host and deputy: 1st guest at the host's right, 2nd at the left, 3rd and 4th beside the deputy, who sits opposite.
The main table is the one farthest from the door; the others follow by distance, right before left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lingwu.seating.venue import GUEST, HOST, Layout, Seat, Shape, VenueError, laid

SIDED = "may"
ROLES = ()
SIZES = {"tables": "桌数，或各桌席数，主桌在先，如 [12, 10, 10]", "seats": "每桌席数（默认 10）"}
ABREAST = 3
"""Tables in one row behind the main table."""


@dataclass(frozen=True)
class Round:
    """A table: its number, what its seats' names begin with, its seats, its centre, 1 where the right is higher."""

    number: int
    prefix: str
    n: int
    centre: tuple[float, float]
    sign: int


def build(spec: Mapping[str, Any], rules: Mapping[str, str], counts: Mapping[str, int]) -> Layout:
    """The room seen from the door, which is at the bottom."""
    sizes = _sizes(spec, sum(counts.values()))
    sided = HOST in counts or GUEST in counts
    guests = _guests(sizes, counts, rules) if sided else [0] * len(sizes)
    sign = 1 if rules["upper"] == "right" else -1
    centres = _centres(sizes, sign)
    seats: list[Seat] = []
    for table, (n, centre) in enumerate(zip(sizes, centres, strict=True), 1):
        order = _order(n, rules["hosts"], sided, guests[table - 1])
        prefix = f"{table}桌" if len(sizes) > 1 else ""
        round_ = Round(table, prefix, n, centre, sign)
        seats += [_seat(round_, index, pool, words) for index, pool, words in order]
    rounds = (Shape("round", x, y, 2 * (_radius(n) - 0.75), 0, "主桌" if not t and len(sizes) > 1 else f"{t + 1}桌")
              for t, (n, (x, y)) in enumerate(zip(sizes, centres, strict=True)))  # fmt: skip
    bottom = max(y + _radius(n) for n, (_, y) in zip(sizes, centres, strict=True)) + 1.4
    return laid(
        seats,
        kind="banquet",
        title="宴会座次图",
        shapes=(*rounds, Shape("door", 0, bottom, 2, 0.3, "门")),
        viewpoint="从门口看，门在图的下方；各桌主陪面门，左右按就座人自己的左右手",
        close=True,
        parted=len(sizes) > 1,
        notes=_notes(counts),
    )


def _sizes(spec: Mapping[str, Any], wanted: int) -> list[int]:
    said, each = spec.get("tables"), int(spec.get("seats", 10))
    sizes = [int(n) for n in said] if isinstance(said, list) else [each] * int(said or max(1, -(-wanted // each)))
    if min(sizes) < 4:
        raise VenueError("圆桌每桌至少 4 席。")
    if wanted > sum(sizes):
        raise VenueError(f"各桌共 {sum(sizes)} 席，要 {wanted} 席（含留空的），少 {wanted - sum(sizes)} 席；请加桌。")
    return sizes


def _guests(sizes: Sequence[int], counts: Mapping[str, int], rules: Mapping[str, str]) -> list[int]:
    """How many guests each table takes: hosts are shared out evenly, the main table first, guests fill the rest."""
    hosts, guests = counts.get(HOST, 0), counts.get(GUEST, 0)
    tables = len(sizes)
    shares = [hosts // tables + (table < hosts % tables) for table in range(tables)]
    room = [max(size - share, 0) for size, share in zip(sizes, shares, strict=True)]
    taken = []
    for free in room:
        taken.append(min(free, guests))
        guests -= taken[-1]
    if guests:
        raise VenueError(f"客方还有 {guests} 人没有座位：各桌按主方平均分配后坐不下，请加桌或增加每桌席数。")
    return taken


def _order(n: int, hosts: str, sided: bool, guests: int) -> list[tuple[int, str, str]]:
    """The places of one table, best first: index from the host to the host's right, pool, and the rule in words."""
    if not sided or hosts == "one":
        line = [0, *(i for k in range(1, n) for i in (k, n - k))]
        line = list(dict.fromkeys(line))
        words = ["主人面门居中", *("主人右手" if i <= n // 2 else "主人左手" for i in line[1:])]
        pools = [HOST, *(GUEST if k <= guests else HOST for k in range(1, n))] if sided else [""] * n
        return list(zip(line, pools, words, strict=True))
    half = n // 2
    fixed = [(0, HOST, "主陪面门居中"), (1, GUEST, "主宾居主陪右手"), (n - 1, GUEST, "副主宾居主陪左手"),
             (half, HOST, "副主陪居主陪对面"), (half + 1, GUEST, "三宾居副主陪右手"),
             (half - 1, GUEST, "四宾居副主陪左手")]  # fmt: skip
    fixed = list({place[0]: place for place in reversed(fixed)}.values())[::-1]
    used = {index for index, _, _ in fixed}
    rest = sorted((i for i in range(n) if i not in used), key=lambda i: (min(i, n - i), i))
    left = guests - sum(pool == GUEST for _, pool, _ in fixed)
    mixed = [(index, GUEST if k < left else HOST, "其余主客依次相陪") for k, index in enumerate(_by_turns(rest, left))]
    return [*fixed, *mixed]


def _by_turns(rest: Sequence[int], guests: int) -> list[int]:
    """``rest`` so that the first ``guests`` of it, which guests take, alternate with the hosts' places."""
    if guests <= 0 or guests >= len(rest):
        return list(rest)
    step = len(rest) / guests
    picked = {int(k * step) for k in range(guests)}
    return [*(rest[k] for k in sorted(picked)), *(i for k, i in enumerate(rest) if k not in picked)]


def _seat(table: Round, index: int, pool: str, words: str) -> Seat:
    """Index 0 at the top, facing the door; the host's right is the viewer's left."""
    angle = -math.pi / 2 - table.sign * 2 * math.pi * index / table.n
    x = table.centre[0] + _radius(table.n) * math.cos(angle)
    y = table.centre[1] + _radius(table.n) * math.sin(angle)
    name, *beside = (
        f"{table.prefix}主陪" if i % table.n == 0 else f"{table.prefix}{i % table.n + 1}座"
        for i in (index, index - 1, index + 1)
    )
    if table.sign < 0:
        words = words.translate(str.maketrans("左右", "右左"))
    walk = table.number * 1000 + index
    return Seat(name, name, x, y, pool, f"{table.number}桌", walk=walk, beside=tuple(beside), why=words, short=name)


def _radius(n: int) -> float:
    return max(1.6, n * 1.05 / (2 * math.pi) + 0.35)


def _centres(sizes: Sequence[int], sign: int) -> list[tuple[float, float]]:
    """The main table in the middle of the far row, the others in rows towards the door, upper hand first."""
    pitch = 2 * max(map(_radius, sizes)) + 1.5
    centres = [(0.0, 0.0)]
    for k in range(len(sizes) - 1):
        row, place = divmod(k, ABREAST)
        in_row = min(ABREAST, len(sizes) - 1 - row * ABREAST)
        middle_first = [0.0, -1.0, 1.0] if in_row == 3 else [-0.5, 0.5] if in_row == 2 else [0.0]
        centres.append((sign * middle_first[place] * pitch, (row + 1) * pitch))
    return centres


def _notes(counts: Mapping[str, int]) -> tuple[str, ...]:
    hosts, guests = counts.get(HOST, 0), counts.get(GUEST, 0)
    most = 3 if guests <= 10 else guests // 3
    if guests and hosts > most:
        return (
            f"主方 {hosts} 人；如属国内公务接待，客方 {guests} 人时陪餐不得超过 {most} 人"
            "（党政机关国内公务接待管理规定）",
        )
    return ()
