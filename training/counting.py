"""Counts n-grams and packs them into the table that ``lingwu.spelling.counts`` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from lingwu.spelling.counts import STEPS, Counts, Keys, cells_of, checks_of, keys_of
from lingwu.spelling.sheet import EDGE, LATIN, Vocabulary

RARE = 4
"""A character seen less often than this is unknown to the model."""
LEAST: Mapping[int, int] = {2: 1, 3: 2, 4: 2, 5: 3}
"""Runs of each length are kept from this count on."""
ONCE, PER, MOST, RUNS = 2, 20, 12, 30
"""A word of a dictionary counts as so many occurrences, one more for each so many of its count, and so many at most; a
run inside many words as so many at most."""
_WIDTH = 1 << 13
_LOADS = (1.125, 1.14, 1.17, 1.2, 1.25, 1.3, 1.5)


def vocabulary(lines: Iterable[str]) -> Vocabulary:
    """The characters that occur often enough, the commonest first."""
    seen: Counter[str] = Counter()
    for line in lines:
        seen.update(line)
    kept = [c for c, many in seen.most_common() if many >= RARE and (not c.isascii() or c in ',.:;()%"')]
    return Vocabulary("".join(kept))


def stream(lines: Iterable[str], words: Vocabulary) -> NDArray[np.uint16]:
    """All lines as ids, an edge after each."""
    edge = np.array([EDGE], np.uint16)
    return np.concatenate([edge, *(part for line in lines for part in (words.ids(line), edge))])


Words = Sequence[tuple[NDArray[np.uint16], NDArray[np.int64]]]
"""Words of one length each as ids, shape ``(words, length)``, and as how many occurrences each counts."""


def words(dictionary: Mapping[str, int], vocabulary: Vocabulary) -> Words:
    """The words of a ``dictionary`` with their counts, weighed so that each is known and none outweighs the texts."""
    found = []
    for length in sorted({len(word) for word in dictionary}):
        some = [word for word in dictionary if len(word) == length]
        ids = np.stack([vocabulary.ids(word) for word in some])
        many = np.array([min(ONCE + dictionary[word] // PER, MOST) for word in some])
        known = (ids > LATIN).all(1)
        found.append((ids[known], many[known]))
    return found


def counts(ids: NDArray[np.uint16], more: Words = (), least: Mapping[int, int] = LEAST) -> Counts:
    """The packed table of all runs of two to five ids that do not run over an edge, those inside the words of ``more``
    counted in."""
    keys, levels = [], []
    for length, few in least.items():
        found = keys_of(ids, length)
        inner = np.zeros(len(found), bool)
        for step in range(1, length - 1):
            inner |= ids[step : len(found) + step] == EDGE
        key, many = _summed(*np.unique(found[~inner], return_counts=True), *_inside(more, length))
        keys.append(key[many >= few])
        levels.append(np.searchsorted(STEPS, many[many >= few], side="right").astype(np.uint16))
    key, first = np.unique(np.concatenate(keys), return_index=True)
    return packed(key, np.concatenate(levels)[first])


def _inside(more: Words, length: int) -> tuple[Keys, NDArray[np.int64]]:
    """The runs of a length inside words, each once."""
    runs = [(keys_of(ids, length), many) for ids, many in more if ids.shape[1] >= length]
    if not runs:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    keys = np.concatenate([key.ravel() for key, _ in runs])
    many = np.concatenate([np.repeat(many, key.shape[1]) for key, many in runs])
    key, many = _summed(keys, many)
    return key, np.minimum(many, RUNS)


def _summed(keys: Keys, many: NDArray[np.int64], *more: Any) -> tuple[Keys, NDArray[np.int64]]:
    if more:
        keys, many = np.concatenate([keys, more[0]]), np.concatenate([many, more[1]])
    key, number = np.unique(keys, return_inverse=True)
    return key, np.bincount(number, many, len(key)).astype(np.int64)


def packed(keys: NDArray[np.uint64], levels: NDArray[np.uint16]) -> Counts:
    """A table in which each of the different ``keys`` has its level.

    Raises:
        RuntimeError: no table size up to half more than the keys would do, which chance alone makes all but impossible.
    """
    for load in _LOADS:
        segments = int(np.ceil(len(keys) * load / _WIDTH))
        cells = _peel(*cells_of(keys, segments, _WIDTH), checks_of(keys) | levels, (segments + 2) * _WIDTH)
        if len(cells):
            return Counts(cells, segments, _WIDTH)
    raise RuntimeError("the table of counts could not be built")


@njit(cache=True)  # type: ignore[untyped-decorator]
def _peel(a: Any, b: Any, c: Any, values: Any, size: int) -> Any:
    """Cells such that the three cells of each key, xored, give its value; empty where the keys do not come apart.

    A cell that only one key uses fixes that key's value last of all: such keys are taken away until none is left.
    """
    users, sums = np.zeros(size, np.int32), np.zeros(size, np.int64)
    for key in range(len(a)):
        for cell in (a[key], b[key], c[key]):
            users[cell] += 1
            sums[cell] ^= key
    queue = list(np.flatnonzero(users == 1))
    taken, at = np.empty(len(a), np.int64), np.empty(len(a), np.int64)
    many = 0
    while queue:
        cell = queue.pop()
        if users[cell] != 1:
            continue
        key = sums[cell]
        taken[many], at[many] = key, cell
        many += 1
        for other in (a[key], b[key], c[key]):
            users[other] -= 1
            sums[other] ^= key
            if users[other] == 1:
                queue.append(other)
    if many < len(a):
        return np.zeros(0, np.uint16)
    cells = np.zeros(size, np.uint16)
    for step in range(many - 1, -1, -1):
        key = taken[step]
        cells[at[step]] = values[key] ^ cells[a[key]] ^ cells[b[key]] ^ cells[c[key]]
    return cells
