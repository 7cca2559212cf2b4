"""How likely each character is after those before it, and before those after it, by the counts.

Interpolated absolute discounting over runs of one to five characters. How many different characters follow a context,
which the method asks for, is not stored but guessed from the context's own count; the values therefore rank well but
do not add up to one.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.counts import COUNTS, LONGEST, Counts, Levels

Floats = NDArray[np.float32]

DISCOUNT = 0.75
FOLLOWERS = 0.8
"""A context seen n times has about n to this power different followers."""


def log_probabilities(ids: NDArray[Any], counts: Counts, singles: Floats) -> tuple[Floats, Floats, dict[int, Levels]]:
    """Log probabilities forward and backward of each id along the last axis, and the levels they were made from.

    ``singles`` holds the count of each single id, shape ``(vocabulary,)``. Both results have the shape of ``ids``.
    """
    levels = counts.levels(ids)
    seen = {length: COUNTS[level] for length, level in levels.items()}
    seen[1] = singles[ids]
    forward = (seen[1] + np.float32(0.5)) / singles.sum(dtype=np.float32)
    backward = forward.copy()
    for length in range(2, min(LONGEST, ids.shape[-1]) + 1):
        whole = seen[length]
        _sharpen(forward[..., length - 1 :], whole, seen[length - 1][..., :-1])
        _sharpen(backward[..., : 1 - length], whole, seen[length - 1][..., 1:])
    return np.log(forward), np.log(backward), levels


def _sharpen(probability: Floats, whole: Floats, context: Floats) -> None:
    """Brings ``probability``, in place, from a shorter context to one a character longer."""
    total = np.maximum(np.maximum(context, whole), 1)
    share = np.maximum(whole - DISCOUNT, 0) / total
    left = np.minimum(1, DISCOUNT * total ** (FOLLOWERS - 1))
    np.copyto(probability, share + left * probability, where=(context > 0) | (whole > 0), casting="same_kind")
