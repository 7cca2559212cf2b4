"""What might have been meant: for places that look odd, the characters and words that are easily taken for what stands
there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import IntFlag
from typing import Self

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.counts import Counts, keys_of
from lingwu.spelling.sheet import Sheet

Places = NDArray[np.int64]
BEFORE, WIDTH = 4, 10
"""A window shows this many ids before the change, and so many in all."""
PAIR_LEVEL = 2
"""A word is proposed for two characters at once only where its count reaches this level."""
SUMS, LEAST = 3, 1
"""A character is proposed where its two pairs with its neighbours reach these levels together and the better one
alone."""


FEW = 64
"""At so many places at a time all fillers are tried: more would only take more memory."""


class Kind(IntFlag):
    """How a proposal comes from what stands there."""

    SOUND = 1  # the same sound, whatever the tone
    TONE = 2  # and the same tone
    NEAR = 4  # a near sound (z/zh, n/l, in/ing …)
    SHAPE = 8  # looks alike
    WORD = 16  # a word of two characters, both different, that sounds the same
    SWAP = 32  # two characters the other way round
    EXTRA = 64  # one character too many
    MISSING = 128  # one character too few


@dataclass(frozen=True)
class Proposals:
    """``old[n]`` ids from ``at[n]`` on would become the first ``size[n]`` of ``new[n]``; all arrays have one row
    each. ``close`` says how much a single character looks like the one that stands there, 0 to 255."""

    at: Places
    old: NDArray[np.int64]
    new: NDArray[np.uint16]
    size: NDArray[np.int64]
    kind: NDArray[np.uint8]
    close: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.at)

    def take(self, which: NDArray[np.bool_] | Places) -> Self:
        """The proposals that ``which`` names."""
        return type(self)(*(getattr(self, item.name)[which] for item in fields(self)))

    @classmethod
    def join(cls, parts: Iterable[Proposals]) -> Proposals:
        """All of ``parts`` one after another."""
        each = list(parts)
        return cls(*(np.concatenate([getattr(part, item.name) for part in each]) for item in fields(cls)))

    def windows(self, ids: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The ids around each place as they would be, shape ``(n, WIDTH)``; the change begins at column ``BEFORE``."""
        column = np.arange(WIDTH)[None, :]
        after = column >= BEFORE + self.size[:, None]
        source = self.at[:, None] + column - BEFORE + np.where(after, (self.old - self.size)[:, None], 0)
        window: NDArray[np.uint16] = ids[source]
        for step in range(self.new.shape[1]):
            rows = self.size > step
            window[rows, BEFORE + step] = self.new[rows, step]
        return window


@dataclass(frozen=True)
class Confusions:
    """Which characters and words are taken for which.

    The characters alike to id ``n`` are ``alike[first[n]:first[n + 1]]``, in the ways ``ways``, and look alike as much
    as ``close`` says, 0 to 255. ``readings`` gives up
    to two sounds of each id (0: none); the two-character ``words`` stand sorted by ``sounds``, the sounds of both in
    one number.
    ``fillers`` are the ids that may have been left out.
    """

    first: Places
    alike: NDArray[np.uint16]
    ways: NDArray[np.uint8]
    close: NDArray[np.uint8]
    readings: NDArray[np.int16]
    sounds: Places
    words: NDArray[np.uint16]
    fillers: NDArray[np.uint16]

    def knows(self, ids: NDArray[np.uint16]) -> NDArray[np.bool_]:
        """Whether anything is alike to each id."""
        wide = ids.astype(np.int64)
        return self.first[wide + 1] > self.first[wide]

    def propose(self, sheet: Sheet, odd: Places, counts: Counts) -> Proposals:
        """All that might be meant at the odd places, the hopeless ones left out."""
        pairs = np.unique(np.concatenate([odd, odd - 1]))
        parts = [
            self._singles(sheet.ids, odd, counts),
            self._words(sheet.ids, pairs, counts),
            _swaps(sheet.ids, pairs, counts),
            _extras(sheet.ids, odd, counts),
            self._missing(sheet.ids, np.unique(np.concatenate([odd, odd + 1])), counts),
        ]
        return Proposals.join(parts)

    def _singles(self, ids: NDArray[np.uint16], odd: Places, counts: Counts) -> Proposals:
        row, index = _spread(*self._range(ids[odd]))
        at, new = odd[row], self.alike[index]
        beside = np.stack([ids[at - 1], new, ids[at + 1]], 1)
        level = counts.find(keys_of(beside, 2)).astype(np.int64)
        good = (level.max(1) >= LEAST) & (level.sum(1) >= SUMS)
        found = _proposals(at[good], 1, np.stack([new[good]] * 2, 1), 1, self.ways[index][good])
        return replace(found, close=self.close[index][good])

    def _range(self, ids: NDArray[np.uint16]) -> tuple[Places, Places]:
        wide = ids.astype(np.int64)
        return self.first[wide], self.first[wide + 1]

    def _words(self, ids: NDArray[np.uint16], at: Places, counts: Counts) -> Proposals:
        found = []
        one, two = self.readings[ids[at]].astype(np.int64), self.readings[ids[at + 1]].astype(np.int64)
        for a in range(one.shape[1]):
            for b in range(two.shape[1]):
                sound = np.where((one[:, a] > 0) & (two[:, b] > 0), one[:, a] * 1024 + two[:, b], -1)
                row, index = _spread(np.searchsorted(self.sounds, sound), np.searchsorted(self.sounds, sound, "right"))
                found.append(np.concatenate([at[row][:, None], self.words[index]], 1))
        rows = np.unique(np.concatenate(found).astype(np.int64), axis=0)
        place, new = rows[:, 0], rows[:, 1:].astype(np.uint16)
        good = (new[:, 0] != ids[place]) & (new[:, 1] != ids[place + 1])
        good &= counts.find(keys_of(new, 2))[:, 0] >= PAIR_LEVEL
        return _proposals(place[good], 2, new[good], 2, Kind.WORD)

    def _missing(self, ids: NDArray[np.uint16], at: Places, counts: Counts) -> Proposals:
        """A filler between two characters, where all three were seen together."""
        at = at[self.knows(ids[at]) | self.knows(ids[at - 1])]
        parts = [self._filled(ids, at[few : few + FEW], counts) for few in range(0, len(at), FEW)]
        place, new = (np.concatenate(part) for part in zip(*parts, strict=True)) if parts else (at, ids[at])
        together = np.stack([ids[place - 1], new, ids[place]], 1)
        sure = (counts.find(keys_of(together[:, 1:], 2))[:, 0] >= PAIR_LEVEL) & (
            counts.find(keys_of(together, 3))[:, 0] >= LEAST
        )
        return _proposals(place[sure], 0, np.stack([new[sure]] * 2, 1), 1, Kind.MISSING)

    def _filled(self, ids: NDArray[np.uint16], at: Places, counts: Counts) -> tuple[Places, NDArray[np.uint16]]:
        """Places with a filler that often follows the character before them."""
        many = len(self.fillers)
        left = np.stack([np.repeat(ids[at - 1], many), np.tile(self.fillers, len(at))], 1)
        good = np.flatnonzero(counts.find(keys_of(left, 2))[:, 0] >= PAIR_LEVEL)
        return at[good // many], self.fillers[good % many]


def _swaps(ids: NDArray[np.uint16], at: Places, counts: Counts) -> Proposals:
    new = np.stack([ids[at + 1], ids[at]], 1)
    good = (new[:, 0] != new[:, 1]) & (counts.find(keys_of(new, 2))[:, 0] >= PAIR_LEVEL)
    return _proposals(at[good], 2, new[good], 2, Kind.SWAP)


def _extras(ids: NDArray[np.uint16], at: Places, counts: Counts) -> Proposals:
    beside = np.stack([ids[at - 1], ids[at + 1]], 1)
    good = counts.find(keys_of(beside, 2))[:, 0] >= LEAST
    return _proposals(at[good], 1, np.zeros((int(good.sum()), 2), np.uint16), 0, Kind.EXTRA)


def _spread(low: Places, high: Places) -> tuple[Places, Places]:
    """Each number of the ranges ``low:high``, and the row of its range."""
    many = high - low
    row = np.repeat(np.arange(len(low)), many)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)


def _proposals(at: Places, old: int, new: NDArray[np.uint16], size: int, kind: int | NDArray[np.uint8]) -> Proposals:
    many = len(at)
    kinds = np.full(many, kind, np.uint8) if isinstance(kind, int) else kind
    return Proposals(at, np.full(many, old), new, np.full(many, size), kinds, np.zeros(many, np.uint8))
