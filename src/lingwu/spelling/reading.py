"""What the encoder, which reads whole sentences, says of proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import LONGEST, Encoder, sentences
from lingwu.spelling.proposals import Places, Proposals
from lingwu.spelling.sheet import EDGE, NOTHING, Sheet

NAMES = ("read", "read_old", "read_new", "read_gain", "read_below_top", "near", "near_least")
NEAR = 2
"""So many characters on either side are looked at, to see how well the encoder follows."""
AT_ONCE = 2048
"""So many ids are read in one go."""
NORMALISED = 512
"""So many places are normalised in one go."""
STEP = 8
"""Sentences are read together with others of about their length, counted in steps of this."""
Sequences = list[NDArray[np.uint16]]


@dataclass(frozen=True)
class _Windows:
    """Places of sequences, ``sequence * LONGEST + column``: those of a change and those beside it, -1 for none.

    ``own`` has shape ``(n, 2)``, ``near`` ``(n, 2 * NEAR)``.
    """

    own: Places
    near: Places

    @classmethod
    def of(cls, sequences: Sequences, number: Places, column: Places, size: NDArray[np.int64]) -> _Windows:
        """The windows of changes of ``size`` ids at ``column`` of the sequences ``number``."""
        base, last = number * LONGEST, np.array([len(sequence) for sequence in sequences], np.int64)[number] - 2
        step = np.arange(2)
        own = np.where(step < size[:, None], (base + column)[:, None] + step, -1)
        away = np.r_[np.arange(-NEAR, 0), np.arange(NEAR)]
        beside = column[:, None] + away + np.where(away >= 0, size[:, None], 0)
        near = np.where((beside >= 1) & (beside <= last[:, None]), base[:, None] + beside, -1)
        return cls(own, near)

    @property
    def wanted(self) -> Places:
        """Every place once, in order, and the first of all, so that there is one."""
        places = np.unique(np.concatenate([[0], self.own.ravel(), self.near.ravel()]))
        return places[places >= 0]


def read(sheet: Sheet, proposals: Proposals, encoder: Encoder) -> Floats:
    """For each proposal the columns ``NAMES``, all 0 where its place lies across the cut between two sentences."""
    columns = np.zeros((len(proposals), len(NAMES)), np.float32)
    sequences, number, start = _pieces(sheet, proposals)
    rows = np.flatnonzero(number >= 0)
    if not len(rows):
        return columns
    some, number = proposals.take(rows), number[rows]
    windows = _Windows.of(sequences, number, some.at - start[rows] + 1, some.old)
    said = _Said(windows.wanted, _states(sequences, windows.wanted, encoder), sequences, encoder)
    near, old = said.own(windows.near), said.own(windows.own).sum(1)
    same = some.old == some.size
    new = np.where(same, said.of(windows.own, some.new).sum(1), 0)
    below = np.where(same, said.top(windows.own).sum(1) - new, 0)
    gain = np.where(same, new - old, 0)
    columns[rows] = np.stack([np.ones(len(rows)), old, new, gain, below, near.sum(1), near.min(1)], 1)
    return columns


def _pieces(sheet: Sheet, proposals: Proposals) -> tuple[Sequences, Places, Places]:
    """The sentences in which the proposals stand, with both edges; for each proposal the number of its sentence (-1:
    across a cut) and where that begins in the sheet."""
    sequences: Sequences = []
    number, begins = np.full(len(proposals), -1), np.zeros(len(proposals), np.int64)
    order = np.argsort(proposals.at, kind="stable")
    at, line = proposals.at[order], sheet.line_of(proposals.at[order])
    edge = np.array([EDGE], np.uint16)
    for one in np.unique(line).tolist():
        start = int(sheet.starts[one])
        for first, last in sentences(sheet.text[start : start + int(sheet.lengths[one])], LONGEST - 3):
            low, high = np.searchsorted(at, [start + first, start + last])
            rows = order[low:high]
            rows = rows[(proposals.at + proposals.old)[rows] <= start + last]
            if len(rows):
                number[rows], begins[rows] = len(sequences), start + first
                sequences.append(np.concatenate([edge, sheet.ids[start + first : start + last], edge]))
    return sequences, number, begins


def _states(sequences: Sequence[NDArray[np.uint16]], wanted: Places, encoder: Encoder) -> Floats:
    """Hidden states of the ``wanted`` places, shape ``(n, width)``."""
    sizes = np.array([(len(sequence) + STEP - 1) // STEP * STEP for sequence in sequences])
    owner = wanted // LONGEST
    states = np.zeros((len(wanted), encoder.width), np.float32)
    slot = np.full(len(sequences), -1)
    for numbers in _batches(sizes):
        longest = min(LONGEST, int(sizes[numbers[-1]]))
        ids = np.full((len(numbers), longest), NOTHING, np.int64)
        for row, number in enumerate(numbers.tolist()):
            ids[row, : len(sequences[number])] = sequences[number]
        slot[:] = -1
        slot[numbers] = np.arange(len(numbers))
        here = np.flatnonzero(slot[owner] >= 0)
        if len(here):
            states[here] = encoder.hidden(ids, slot[owner[here]] * longest + wanted[here] % LONGEST)
    return states


def _batches(sizes: NDArray[np.int64]) -> list[Places]:
    """Numbers of sequences of about one size, as many as are read in one go."""
    order = np.argsort(sizes, kind="stable")
    found, first = [], 0
    while first < len(order):
        last = first + 1
        while last < len(order) and (last - first + 1) * sizes[order[last]] <= AT_ONCE:
            last += 1
        found.append(order[first:last])
        first = last
    return found


class _Said:
    """Log probabilities of characters at the places that were read."""

    def __init__(self, wanted: Places, states: Floats, sequences: Sequences, encoder: Encoder) -> None:
        self._wanted, self._states, self._encoder = wanted, states, encoder
        parts = [encoder.totals(states[at : at + NORMALISED]) for at in range(0, len(states), NORMALISED)]
        self._totals, self._tops = (np.concatenate(each) for each in zip(*parts, strict=True))
        columns = np.array([sequences[place // LONGEST][place % LONGEST] for place in wanted.tolist()], np.int64)
        self._own = encoder.scores(states, columns) - self._totals

    def own(self, places: Places) -> Floats:
        """Of the characters that stand at ``places``, 0 for places -1."""
        return self._at(self._own, places)

    def top(self, places: Places) -> Floats:
        """Of the likeliest character at each of ``places``."""
        return self._at(self._tops - self._totals, places)

    def of(self, places: Places, ids: NDArray[np.uint16]) -> Floats:
        """Of other characters, ``ids`` of the shape of ``places``."""
        row = np.searchsorted(self._wanted, np.maximum(places, self._wanted[0]))
        scores = self._encoder.scores(self._states[row], ids.astype(np.int64)) - self._totals[row]
        return np.where(places >= 0, scores, 0)

    def _at(self, values: Floats, places: Places) -> Floats:
        row = np.searchsorted(self._wanted, np.maximum(places, self._wanted[0]))
        return np.where(places >= 0, values[row], 0)
