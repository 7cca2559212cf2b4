"""Lines of text as numbers: one array for all of them, with gaps between, so that they are looked at together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

GAP = 6
"""Empty cells between two lines: no window around a character reaches into the next line."""
NOTHING, MASK, UNKNOWN, EDGE, DIGIT, LATIN = range(6)
"""The first ids of every vocabulary: an empty cell, a hidden character, one that is not known, either end of a line."""
_PLANES = 0x110000


@dataclass(frozen=True)
class Vocabulary:
    """The characters that the model knows; a character's id is its place in ``characters``, from 6 on."""

    characters: str

    def __len__(self) -> int:
        return LATIN + 1 + len(self.characters)

    @cached_property
    def _table(self) -> NDArray[np.uint16]:
        table = np.full(_PLANES, UNKNOWN, np.uint16)
        table[ord("0") : ord("9") + 1] = DIGIT
        table[ord("A") : ord("Z") + 1] = LATIN
        table[ord("a") : ord("z") + 1] = LATIN
        table[np.frombuffer(self.characters.encode("utf-32-le"), np.uint32)] = np.arange(LATIN + 1, len(self))
        return table

    def ids(self, text: str) -> NDArray[np.uint16]:
        """One id for each code point."""
        return self._table[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)]

    def character(self, number: int) -> str:
        """The character of an id that stands for one."""
        return self.characters[number - LATIN - 1]


@dataclass(frozen=True)
class Sheet:
    """Lines side by side: ``ids`` and ``text`` run in step, line ``n`` begins at ``starts[n]``."""

    ids: NDArray[np.uint16]
    text: str
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]

    @classmethod
    def of(cls, lines: Sequence[str], vocabulary: Vocabulary) -> Sheet:
        """Lays out ``lines``; each stands between two edges."""
        gap = np.zeros(GAP, np.uint16)
        edge = np.array([EDGE], np.uint16)
        parts: list[NDArray[Any]] = []
        for line in lines:
            parts += [gap, edge, vocabulary.ids(line), edge]
        parts.append(np.zeros(2 * GAP, np.uint16))
        blank = "\n" * (GAP + 1)
        lengths = np.array([len(line) for line in lines], np.int64)
        starts = GAP + 1 + np.concatenate([[0], np.cumsum(lengths + GAP + 2)])[:-1]
        text = "".join(f"{blank}{line}\n" for line in lines) + "\n" * (2 * GAP)
        return cls(np.concatenate(parts), text, starts.astype(np.int64), lengths)

    def line_of(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """The line of each position."""
        return np.searchsorted(self.starts, at, side="right").astype(np.int64) - 1
