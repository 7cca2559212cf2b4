"""Two strings laid side by side from a place where they agree: where they agree further, and where they differ.

Both strings hold characters only (no marks). The walk goes outward from the common seed, takes a difference of at most
``WIDEST`` characters where the strings agree again behind it, and stops at the first place where they do not: so a
quotation that gives only a part of its original ends there, and hostile text costs no more than the original's length.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDEST = 3
"""The longest difference, in characters of either side, that a walk steps over."""

AGAIN = 2
"""How many characters must agree behind a difference."""

STEPS = tuple(
    sorted(
        ((a, b) for a in range(WIDEST + 1) for b in range(WIDEST + 1) if a or b),
        key=lambda step: (max(step), abs(step[0] - step[1]), step[1]),
    )
)
"""``(characters of the original, characters of the text)`` that a difference may take, the smallest first."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """``original[a:b]`` reads ``text[x:y]``; one of the two may be empty."""

    a: int
    b: int
    x: int
    y: int

    @property
    def size(self) -> int:
        """The longer of the two sides, in characters."""
        return max(self.b - self.a, self.y - self.x)


@dataclass(frozen=True, slots=True)
class Alignment:
    """``original[a:b]`` stands at ``text[x:y]`` but for the differences, which are in order."""

    a: int
    b: int
    x: int
    y: int
    differences: tuple[Difference, ...] = ()

    @property
    def matched(self) -> int:
        """How many characters of the original stand in the text."""
        return self.b - self.a - sum(d.b - d.a for d in self.differences)


def align(original: str, text: str, i: int, j: int) -> Alignment:
    """The widest alignment around ``original[i] == text[j]``."""
    right, b, y = _walk(original[i:], text[j : j + 2 * len(original) + WIDEST])
    reach = 2 * i + WIDEST
    left, a, x = _walk(original[:i][::-1], text[max(0, j - reach) : j][::-1])
    before = [Difference(i - d.b, i - d.a, j - d.y, j - d.x) for d in reversed(left)]
    after = [Difference(i + d.a, i + d.b, j + d.x, j + d.y) for d in right]
    return Alignment(i - a, i + b, j - x, j + y, (*before, *after))


def differences(original: str, text: str, i: int = 0, j: int = 0) -> list[Difference]:
    """The fewest edits that lead from the one whole string to the other, neighbouring ones put together.

    ``i`` and ``j`` are where the two strings begin in longer ones, by which the offsets are counted.
    """
    from rapidfuzz.distance import Levenshtein  # loaded only where a difference is found

    found: list[Difference] = []
    for code in Levenshtein.opcodes(original, text):
        if code.tag == "equal":
            continue
        this = Difference(code.src_start + i, code.src_end + i, code.dest_start + j, code.dest_end + j)
        if found and (found[-1].b, found[-1].y) == (this.a, this.x):
            this = Difference(found[-1].a, this.b, found.pop().x, this.y)
        found.append(this)
    return found


def _walk(original: str, text: str) -> tuple[list[Difference], int, int]:
    """The differences from the start of both strings on, and how far the walk came in each."""
    found: list[Difference] = []
    i = j = 0
    while i < len(original) and j < len(text):
        if original[i] == text[j]:
            i, j = i + 1, j + 1
            continue
        step = _step(original, text, i, j)
        if step is None:
            break
        found.append(Difference(i, i + step[0], j, j + step[1]))
        i, j = i + step[0], j + step[1]
    return found, i, j


def _step(original: str, text: str, i: int, j: int) -> tuple[int, int] | None:
    for a, b in STEPS:
        ahead = original[i + a : i + a + AGAIN]
        if len(ahead) == AGAIN and text.startswith(ahead, j + b):
            return a, b
    return None
