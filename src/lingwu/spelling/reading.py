"""What the encoder, which reads whole sentences, says of proposals."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import LONGEST, Encoder, sentences
from lingwu.spelling.proposals import Places, Proposals
from lingwu.spelling.sheet import EDGE, NOTHING, Sheet

NAMES = ("read", "read_old", "read_new", "read_gain")
AT_ONCE = 4096
"""So many ids are read in one go."""
STEP = 8
"""Sentences are read together with others of about their length, counted in steps of this."""


def read(sheet: Sheet, proposals: Proposals, promising: NDArray[np.bool_], encoder: Encoder) -> Floats:
    """For each proposal whether it was read, the log probabilities of what stands there and of what is proposed, and
    the difference, shape ``(n, 4)``. Only sentences with a promising proposal are read; proposals that change the
    length are not judged.
    """
    columns = np.zeros((len(proposals), len(NAMES)), np.float32)
    judged = np.flatnonzero((proposals.old == proposals.size) & (proposals.size > 0))
    wanted = np.unique(proposals.at[promising])
    for pieces in _batches(sheet, wanted):
        states, where = _states(sheet, pieces, encoder)
        rows = judged[(where[proposals.at[judged]] >= 0) & (where[(proposals.at + proposals.old - 1)[judged]] >= 0)]
        if len(rows):
            columns[rows] = _judged(sheet, proposals.take(rows), (states, where), encoder)
    return columns


def _batches(sheet: Sheet, wanted: Places) -> Iterator[list[tuple[int, int]]]:
    """Sentences that hold a wanted place, as ranges of the sheet, some of about one length at a time."""
    waiting: dict[int, list[tuple[int, int]]] = {}
    for line in np.unique(sheet.line_of(wanted)).tolist():
        start = int(sheet.starts[line])
        text = sheet.text[start : start + int(sheet.lengths[line])]
        for first, last in sentences(text):
            here = np.searchsorted(wanted, [start + first, start + last])
            if here[0] == here[1]:
                continue
            size = min(LONGEST, (last - first + 2 + STEP - 1) // STEP * STEP)
            pieces = waiting.setdefault(size, [])
            pieces.append((start + first, start + last))
            if len(pieces) * size >= AT_ONCE:
                yield waiting.pop(size)
    yield from waiting.values()


def _states(sheet: Sheet, pieces: list[tuple[int, int]], encoder: Encoder) -> tuple[Floats, Places]:
    """Hidden states of all ids of the pieces, one after another, and for each place of the sheet its row (-1: none)."""
    longest = max(last - first for first, last in pieces) + 2
    ids = np.full((len(pieces), longest), NOTHING, np.int64)
    where = np.full(len(sheet.ids), -1, np.int64)
    for row, (first, last) in enumerate(pieces):
        ids[row, 0] = ids[row, last - first + 1] = EDGE
        ids[row, 1 : last - first + 1] = sheet.ids[first:last]
        where[first:last] = row * longest + 1 + np.arange(last - first)
    hidden = encoder.hidden(ids)
    return hidden.reshape(-1, hidden.shape[-1]), where


def _judged(sheet: Sheet, proposals: Proposals, read: tuple[Floats, Places], encoder: Encoder) -> Floats:
    """The columns of proposals all of whose places were read; ``read`` is what ``_states`` gave."""
    states, where = read
    places = np.unique(np.concatenate([proposals.at, proposals.at + proposals.old - 1]))
    hidden = states[where[places]]
    totals = encoder.totals(hidden)
    columns = np.zeros((len(proposals), len(NAMES)), np.float32)
    columns[:, 0] = 1
    for step in range(2):
        some = np.flatnonzero(proposals.size > step)
        at = proposals.at[some] + step
        index = np.searchsorted(places, at)
        for column, ids in ((1, sheet.ids[at]), (2, proposals.new[some, step])):
            columns[some, column] += encoder.scores(hidden[index], ids.astype(np.int64)) - totals[index]
    columns[:, 3] = columns[:, 2] - columns[:, 1]
    return columns
