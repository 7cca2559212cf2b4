"""How often runs of two to five characters were seen: counts of millions of n-grams in a few bytes each.

The table is a binary fuse filter (Graf and Lemire, 2022) with values: three cells of an array, xored, give 16 bits,
of which twelve must agree with the n-gram's hash and four are the level of its count. An n-gram that was never
counted is taken for a counted one once in 4,096 looks; ``levels`` asks the shorter runs inside it as well, which leaves
next to nothing of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint16]
Keys = NDArray[np.uint64]
Levels = NDArray[np.uint8]

STEPS = np.array([1, 2, 3, 4, 6, 8, 12, 18, 28, 45, 80, 160, 400, 1200, 5000], np.uint32)
"""A count's level is the number of steps that it reaches: 0 for never, 15 for 5,000 times and more."""
COUNTS = np.array([0, 1, 2, 3, 5, 7, 10, 14, 22, 35, 60, 110, 250, 700, 2400, 9000], np.float32)
"""What a level stands for when probabilities are worked out."""
LONGEST = 5
"""Runs of at most this many characters are counted."""

_MULTIPLY = np.uint64(0x9E3779B97F4A7C15)
_FINISH = np.uint64(0xBF58476D1CE4E5B9)


def keys_of(ids: NDArray[Any], length: int) -> Keys:
    """The hashes of all runs of ``length`` ids along the last axis, shape ``(..., n - length + 1)``."""
    last = ids.shape[-1] - length + 1
    keys = np.full((*ids.shape[:-1], last), length, np.uint64)
    for step in range(length):
        keys = (keys ^ ids[..., step : last + step].astype(np.uint64)) * _MULTIPLY
        keys ^= keys >> np.uint64(29)
    keys *= _FINISH
    mixed: Keys = keys ^ (keys >> np.uint64(32))
    return mixed


def cells_of(keys: Keys, segments: int, width: int) -> tuple[NDArray[np.int64], ...]:
    """The three cells of each key in a table of ``segments + 2`` segments of ``width`` cells (a power of two)."""
    top = (keys >> np.uint64(32)) * np.uint64(segments) >> np.uint64(32)
    first = top * np.uint64(width)
    mask = np.uint64(width - 1)
    return (
        (first + (keys & mask)).astype(np.int64),
        (first + np.uint64(width) + ((keys >> np.uint64(18)) & mask)).astype(np.int64),
        (first + np.uint64(2 * width) + (((keys >> np.uint64(9)) ^ (keys >> np.uint64(36))) & mask)).astype(np.int64),
    )


def checks_of(keys: Keys) -> NDArray[np.uint16]:
    """The twelve upper bits that a cell's value must agree with."""
    return ((keys ^ (keys >> np.uint64(23))) & np.uint64(0xFFF)).astype(np.uint16) << np.uint16(4)


@dataclass(frozen=True)
class Counts:
    """The table: ``cells`` of 16 bits in ``segments + 2`` segments of ``width``."""

    cells: NDArray[np.uint16]
    segments: int
    width: int

    def find(self, keys: Keys) -> Levels:
        """The level of each key, 0 where it was not counted."""
        one, two, three = cells_of(keys, self.segments, self.width)
        value = self.cells[one] ^ self.cells[two] ^ self.cells[three] ^ checks_of(keys)
        return np.where(value < 16, value, 0).astype(np.uint8)

    def levels(self, ids: NDArray[Any]) -> dict[int, Levels]:
        """For each length 2 … 5 the levels of all runs along the last axis of ``ids``.

        A run cannot be commoner than the runs inside it: where the table says so, the smaller level holds.
        """
        found: dict[int, Levels] = {}
        for length in range(2, min(LONGEST, ids.shape[-1]) + 1):
            level = self.find(keys_of(ids, length))
            if length > 2:
                inner = found[length - 1]
                level = np.minimum(level, np.minimum(inner[..., :-1], inner[..., 1:]))
            found[length] = level
        return found
