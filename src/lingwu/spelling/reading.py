"""What the reader, which sees whole sentences, says of proposals: of the sentence as it stands and as it would be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.features import Knowledge
from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import AHEAD, LONGEST, Changes, Reader, Trace, sentences
from lingwu.spelling.proposals import Confusions, Places, Proposals
from lingwu.spelling.sheet import EDGE, NOTHING, Sheet

NEAR = 2
"""So many characters on either side of a change are looked at, to see how they fit it."""
OFFSETS = (*range(-NEAR, 0), *range(2), *range(NEAR))
"""The places asked about, from the first place of a change, and the last ``NEAR`` of them from its end."""
NAMES = (
    "read", "read_old", "read_new", "read_gain", "read_below_top", "read_old_sound", "read_new_sound",
    "near_left_gain", "near_right_gain", "near_least_gain", "near_old", "near_new", "near_old_least", "near_new_least",
    "read_all_gain",
)  # fmt: skip
AT_ONCE = 1024
"""So many ids are read in one go."""
NORMALISED = 512
"""So many places are normalised in one go."""
Sequences = list[NDArray[np.uint16]]


@dataclass(frozen=True)
class _Said:
    """What the reader says at the ``OFFSETS`` of each change: the log probabilities of what stands there and of what
    would be likeliest, 0 where nothing is asked, of shape ``(n, len(OFFSETS))``. ``before`` and ``after`` are the
    states around the first place of the change, of shape ``(n, width)``."""

    logs: Floats
    best: Floats
    before: Floats
    after: Floats


def read(sheet: Sheet, proposals: Proposals, knowledge: Knowledge, reader: Reader) -> Floats:
    """For each proposal the columns ``NAMES``, all 0 where its place lies across the cut between two sentences."""
    columns = np.zeros((len(proposals), len(NAMES)), np.float32)
    sequences, number, start = _pieces(sheet, proposals)
    sizes = np.array([len(sequence) for sequence in sequences], np.int64)
    for numbers in _batches(sizes):
        ids = np.full((len(numbers), int(sizes[numbers[-1]]) + 1), NOTHING, np.int64)
        for row, one in enumerate(numbers.tolist()):
            ids[row, : len(sequences[one])] = sequences[one]
        rows = np.flatnonzero(np.isin(number, numbers))
        slot = np.zeros(len(sequences), np.int64)
        slot[numbers] = np.arange(len(numbers))
        some = proposals.take(rows)
        new = some.new.astype(np.int64)
        changes = Changes(slot[number[rows]], (proposals.at - start)[rows] + 1, some.old, some.size, new)
        columns[rows] = _columns(reader, reader.states(ids), changes, knowledge.confusions)
    return columns


def _columns(reader: Reader, trace: Trace, changes: Changes, confusions: Confusions) -> Floats:
    was, now = _as_it_stands(reader, trace, changes), _as_it_would_be(reader, trace, changes)
    own, left, right = slice(NEAR, NEAR + 2), slice(NEAR), slice(NEAR + 2, None)
    old, new = was.logs[:, own].sum(1), now.logs[:, own].sum(1)
    below = now.best[:, own].sum(1) - new
    near_old, near_new = (np.concatenate([said.logs[:, left], said.logs[:, right]], 1) for said in (was, now))
    gains = near_new - near_old
    stands = trace.at(changes.number, changes.column)
    expected = reader.expectations(was.before, was.after, confusions.readings[stands, 0].astype(np.int64))
    total = _totals(reader, expected)[0]
    single = (changes.old == 1) & (changes.size == 1)
    as_old, as_new = (np.where(single, reader.scores(expected, ids) - total, 0) for ids in (stands, changes.new[:, 0]))
    columns = [
        np.ones(len(old)), old, new, new - old, below, as_old, as_new,
        gains[:, :NEAR].sum(1), gains[:, NEAR:].sum(1), gains.min(1),
        near_old.sum(1), near_new.sum(1), near_old.min(1), near_new.min(1), new - old + gains.sum(1),
    ]  # fmt: skip
    return np.stack(columns, 1).astype(np.float32)


def _as_it_stands(reader: Reader, trace: Trace, changes: Changes) -> _Said:
    number, column = changes.number[:, None], _places(changes.column, changes.old)
    stands = trace.at(number, column)
    inside = np.clip(column, 1, trace.ids.shape[1] - 2)
    before, after = trace.forward[number, inside - 1], trace.backward[number, inside + 1]
    return _said(reader, before, after, stands, _asked(changes.old, stands))


def _as_it_would_be(reader: Reader, trace: Trace, changes: Changes) -> _Said:
    number, size = changes.number[:, None], changes.size[:, None]
    forward, backward = reader.amended(trace, changes)
    place = _places(np.zeros_like(changes.column), changes.size)
    own = np.take_along_axis(changes.new, np.clip(place, 0, 1), 1)
    column = changes.column[:, None] + place + np.where(place >= size, changes.old[:, None] - size, 0)
    stands = np.where((place >= 0) & (place < size), own, trace.at(number, column))
    last, row = trace.ids.shape[1] - 1, np.arange(len(place))[:, None]
    before = np.where(
        (place > 0)[..., None],
        forward[row, np.clip(place - 1, 0, AHEAD - 1)],
        trace.forward[number, np.clip(changes.column[:, None] + place - 1, 0, last)],
    )
    end = (changes.column + changes.old)[:, None] + place + 1 - size
    after = np.where(
        (place + 1 < size)[..., None],
        backward[row, np.clip(size - 2 - place, 0, AHEAD - 1)],
        trace.backward[number, np.clip(end, 0, last)],
    )
    return _said(reader, before, after, stands, _asked(changes.size, stands))


def _places(first: Places, size: Places) -> Places:
    """The places of the ``OFFSETS`` for changes of ``size`` ids at ``first``, shape ``(n, len(OFFSETS))``."""
    places: Places = first[:, None] + np.array(OFFSETS)[None, :]
    places[:, NEAR + 2 :] += size[:, None]
    return places


def _asked(size: Places, stands: Places) -> NDArray[np.bool_]:
    """Where a character stands, and of the places of a change only as many as it has."""
    asked: NDArray[np.bool_] = (stands != EDGE) & (stands != NOTHING)
    asked[:, NEAR : NEAR + 2] &= np.arange(2)[None, :] < size[:, None]
    return asked


def _said(reader: Reader, before: Floats, after: Floats, stands: Places, asked: NDArray[np.bool_]) -> _Said:
    logs, best = np.zeros(stands.shape, np.float32), np.zeros(stands.shape, np.float32)
    expected = reader.expectations(before[asked], after[asked], np.zeros(int(asked.sum()), np.int64))
    total, top = _totals(reader, expected)
    logs[asked] = reader.scores(expected, stands[asked]) - total
    best[asked] = top - total
    return _Said(logs, best, before[:, NEAR], after[:, NEAR])


def _totals(reader: Reader, expected: Floats) -> tuple[Floats, Floats]:
    parts = [reader.totals(expected[at : at + NORMALISED]) for at in range(0, len(expected), NORMALISED)]
    totals, tops = (np.concatenate(each) for each in zip(*parts, strict=True)) if parts else (expected[:, 0],) * 2
    return totals, tops


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
