"""One row of seats facing the audience: which rank sits where.

Practice (no standard): odd numbers put 1 in the centre, 2 at 1's upper hand, 3 at the other, and so on. Even numbers
have two customs that mirror each other (A, B), see ``rules.OPTIONS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A place in a row: ``x`` counted from the centre line to the sitter's left (in seats), ``name`` from 1's seat."""

    x: float
    name: str
    why: str


def ranks(n: int, even: str = "A", upper: str = "left") -> list[int]:
    """The ranks of a row of ``n`` as the sitters see it, from their left to their right (rules A and B)."""
    row = sorted(range(n), key=lambda rank: -places(n, even, upper)[rank].x)
    return [rank + 1 for rank in row]


def places(n: int, even: str = "A", upper: str = "left") -> Sequence[Place]:
    """Where each rank of a row of ``n`` sits, rank 1 first.

    ``even``: A, B, C or D (see ``rules.OPTIONS``); ``upper`` the higher hand, ``left`` or ``right``.
    """
    sign = 1 if upper == "left" else -1
    offsets = _offsets(n, even)
    shift = _centre(n, even, offsets)
    return [_place(rank, (sign * (at - shift), sign * at), n, even, upper) for rank, at in enumerate(offsets)]


def _offsets(n: int, even: str) -> list[int]:
    """Seats from rank 1's to the upper hand (positive) or the other, for each rank."""
    if even == "D" and n % 2 and n > 5:
        return [0, -2, *(k for step in range(1, n) for k in (step, -2 - step))][:n]
    if even == "B" and n % 2 == 0:
        return [0, *(k for step in range(1, n) for k in (-step, step))][:n]
    return [0, *(k for step in range(1, n) for k in (step, -step))][:n]


def _centre(n: int, even: str, offsets: Sequence[int]) -> float:
    """Where the centre line runs, in the same count."""
    if even == "C":
        return 0
    if even == "D" and n % 2 and n > 5:
        return -1
    return (max(offsets) + min(offsets)) / 2


def _place(rank: int, place: tuple[float, int], n: int, even: str, upper: str) -> Place:
    x, at = place
    side = "左" if at > 0 else "右"
    name = f"{side}{abs(at)}" if at else "主位"
    return Place(x, name, _why(rank, at, n, even, "左" if upper == "left" else "右"))


def _why(rank: int, at: int, n: int, even: str, upper: str) -> str:
    hand = "左手" if at > 0 else "右手"
    parity = "单数" if n % 2 else f"双数（{even}）"
    lower = "右" if upper == "左" else "左"
    if even == "D" and n % 2 and n > 5 and rank < 2:
        return f"正中空出，居中线{lower if rank else upper}侧（D：1号、2号职务相当）"
    if rank:
        return f"居1号{hand}第{abs(at)}位（{parity}，以{upper}为上，左右交替）"
    if n % 2 or even == "C":
        return "居正中"
    return f"居正中偏{upper if even == 'B' else lower}（双数（{even}），1号、2号同居正中）"
