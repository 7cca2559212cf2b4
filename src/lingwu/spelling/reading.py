"""What the reader, which sees whole sentences, says of proposals: how likely what stands there is, and what would."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.features import Knowledge
from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import LONGEST, Reader, View, sentences
from lingwu.spelling.proposals import Places, Proposals
from lingwu.spelling.sheet import EDGE, NOTHING, Sheet

WORTH, LEAST = 0.06, 0.004
"""A sentence is read where the first judgement gives a proposal at least this chance; then all those of its proposals
are judged anew to which it gives at least the second one."""
NAMES = (
    "read", "read_old", "read_new", "read_gain", "read_below_top", "sounds_old", "sounds_new", "sounds_below_top",
)  # fmt: skip
AT_ONCE = 1024
"""So many ids are read in one go."""
NORMALISED = 512
"""So many places are normalised in one go."""
Sequences = list[NDArray[np.uint16]]


@dataclass(frozen=True)
class Changes:
    """At ``column`` of the sentence ``number``, ``old`` ids become the first ``size`` of ``new``; one row each, ``new``
    of shape ``(n, 2)``."""

    number: Places
    column: Places
    old: Places
    size: Places
    new: Places


def read(
    sheet: Sheet, proposals: Proposals, chance: Floats, knowledge: Knowledge, reader: Reader
) -> tuple[Places, Floats]:
    """The rows of the proposals in sentences that are worth reading, by the ``chance`` of each proposal, and for each
    of these rows the columns ``NAMES``, all 0 where its place lies across the cut between two sentences."""
    likely = np.flatnonzero(chance >= LEAST)
    proposals, chance = proposals.take(likely), chance[likely]
    sequences, number, start = _pieces(sheet, proposals)
    most = np.zeros(len(sequences) + 1, np.float32)
    np.maximum.at(most, number, chance)
    rows = np.flatnonzero(np.where(number < 0, chance, most[number]) >= WORTH)
    proposals, number, start = proposals.take(rows), number[rows], start[rows]
    columns = np.zeros((len(rows), len(NAMES)), np.float32)
    for numbers in _batches(sequences, np.unique(number[number >= 0])):
        ids = np.full((len(numbers), len(sequences[numbers[-1]]) + 1), NOTHING, np.int64)
        for row, one in enumerate(numbers.tolist()):
            ids[row, : len(sequences[one])] = sequences[one]
        here = np.flatnonzero(np.isin(number, numbers))
        slot = np.zeros(len(sequences), np.int64)
        slot[numbers] = np.arange(len(numbers))
        some = proposals.take(here)
        new = some.new.astype(np.int64)
        changes = Changes(slot[number[here]], some.at - start[here] + 1, some.old, some.size, new)
        view = reader.view(ids, knowledge.confusions.readings[ids, 0].astype(np.int64))
        columns[here] = _columns(reader, view, changes)
    return likely[rows], columns


def _columns(reader: Reader, view: View, changes: Changes) -> Floats:
    (old, new, below), sounding = (_said(reader, expected, view, changes) for expected in view.expected)
    gain = np.where(changes.old == changes.size, new - old, 0)
    return np.stack([np.ones(len(old)), old, new, gain, below, *sounding], 1).astype(np.float32)


def _said(reader: Reader, expected: Floats, view: View, changes: Changes) -> tuple[Floats, Floats, Floats]:
    """The log probabilities of what stands at changed places (where one is missing, of what stands behind it) and of
    what would, and how far these are below the likeliest; the latter two are 0 where the length changes."""
    number, column = changes.number[:, None], changes.column[:, None] + np.arange(2)[None, :]
    asked = np.arange(2)[None, :] < np.maximum(changes.old, 1)[:, None]
    place = (number * view.ids.shape[1] + column)[asked]
    each, back = np.unique(place, return_inverse=True)
    expected = expected.reshape(-1, reader.width)[each]
    total, top = (part[back] for part in _totals(reader, expected))
    old, new, below = (np.zeros(asked.shape, np.float32) for _ in range(3))
    old[asked] = reader.scores(expected[back], view.at(number, column)[asked]) - total
    new[asked] = reader.scores(expected[back], changes.new[asked]) - total
    below[asked] = top - total - new[asked]
    same = changes.old == changes.size
    return old.sum(1), np.where(same, new.sum(1), 0), np.where(same, below.sum(1), 0)


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


def _batches(sequences: Sequences, numbers: Places) -> list[Places]:
    """The ``numbers`` of sequences of about one size, as many as are read in one go."""
    sizes = np.array([len(sequences[number]) for number in numbers.tolist()], np.int64)
    order = np.argsort(sizes, kind="stable")
    found, first = [], 0
    while first < len(order):
        last = first + 1
        while last < len(order) and (last - first + 1) * sizes[order[last]] <= AT_ONCE:
            last += 1
        found.append(numbers[order[first:last]])
        first = last
    return found
