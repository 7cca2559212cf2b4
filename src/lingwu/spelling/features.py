"""What speaks for and against each proposal, as numbers for the ranker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import rjieba
from numpy.typing import NDArray

from lingwu.spelling.counts import LONGEST, Counts, Levels
from lingwu.spelling.fluency import Floats, log_probabilities
from lingwu.spelling.network import Reader
from lingwu.spelling.proposals import BEFORE, WIDTH, Confusions, Kind, Places, Proposals
from lingwu.spelling.sheet import LATIN, Sheet, Vocabulary

ODD = -5.8
"""A character whose log probability, the mean of both directions, is below this is looked at."""
HOPELESS = -1.0
"""A proposal that gains less than this, in log probability, is dropped at once."""
KEPT = 6
"""So many proposals of one kind are kept for one place."""
FLAGS = tuple(Kind)
NAMES = (
    "gain_forward", "gain_backward", "gain", "gain_least",
    "old_forward", "old_backward", "new_forward", "new_backward",
    "old_forward_end", "old_backward_end", "new_forward_end", "new_backward_end",
    "new_forward_least", "new_backward_least", "old_forward_least", "old_backward_least",
    *(f"{when}_{what}_{length}" for when in ("old", "new") for length in range(2, LONGEST + 1)
      for what in ("most", "sum", "none")),
    "rank", "margin", "rival", "left", "right", *(f"is_{flag.name}".lower() for flag in FLAGS),
    "close", "line_mean", "odd_near", "line_length", "old_common", "new_common", "here", "before", "after",
    "words", "lone", "word_length", "words_more", "lone_more", "new_word_length", "word_offset", "new_word_offset",
)  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """What the model knows of the language, apart from its judgement."""

    vocabulary: Vocabulary
    counts: Counts
    singles: Floats
    confusions: Confusions
    reader: Reader | None = None


@dataclass(frozen=True)
class Evidence:
    """Proposals with one row of features each, shape ``(n, len(NAMES))``."""

    proposals: Proposals
    features: Floats


def gather(sheet: Sheet, knowledge: Knowledge) -> Evidence:
    """The proposals worth a judgement on all lines of ``sheet``, with their features."""
    forward, backward, _ = log_probabilities(sheet.ids, knowledge.counts, knowledge.singles)
    ease: Floats = (forward + backward) / np.float32(2)
    odd = np.flatnonzero((ease < ODD) & knowledge.confusions.knows(sheet.ids))
    proposals = knowledge.confusions.propose(sheet, odd, knowledge.counts)
    if not len(proposals):
        return Evidence(proposals, np.zeros((0, len(NAMES)), np.float32))
    fit = _fit(sheet.ids, proposals, knowledge)
    gain = fit[:, 2]
    chosen, among = _among(proposals, gain)
    proposals, fit = proposals.take(chosen), fit[chosen]
    around = _around(sheet, proposals, ease, odd, knowledge.singles)
    columns = [fit, among, around, _words(sheet, proposals, knowledge.vocabulary)]
    return Evidence(proposals, np.concatenate(columns, 1).astype(np.float32))


def _fit(ids: NDArray[np.uint16], proposals: Proposals, knowledge: Knowledge) -> Floats:
    """How well each proposal reads beside what stands there."""
    places, row = np.unique(proposals.at, return_inverse=True)
    old = log_probabilities(ids[places[:, None] + np.arange(WIDTH) - BEFORE], knowledge.counts, knowledge.singles)
    new = log_probabilities(proposals.windows(ids), knowledge.counts, knowledge.singles)
    old_forward, old_backward = old[0][row], old[1][row]
    was = _touched(proposals.old, old_forward, old_backward)
    now = _touched(proposals.size, new[0], new[1])
    gains = (now[0] - was[0], now[1] - was[1])
    end_old, end_new = BEFORE + np.maximum(proposals.old - 1, 0), BEFORE + np.maximum(proposals.size - 1, 0)
    line = np.arange(len(proposals))
    columns = [
        *gains, (gains[0] + gains[1]) / 2, np.minimum(*gains),
        old_forward[:, BEFORE], old_backward[:, BEFORE], new[0][:, BEFORE], new[1][:, BEFORE],
        old_forward[line, end_old], old_backward[line, end_old], new[0][line, end_new], new[1][line, end_new],
        now[2], now[3], was[2], was[3],
    ]  # fmt: skip
    return np.concatenate([np.stack(columns, 1), _coverage(old[2])[row], _coverage(new[2])], 1)


def _touched(many: Places, forward: Floats, backward: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Sums and minima of the log probabilities that a change of ``many`` ids has a part in, forward and backward."""
    column = np.arange(WIDTH)[None, :]
    ahead = (column >= BEFORE) & (column < BEFORE + many[:, None] + LONGEST - 1)
    behind = column < BEFORE + many[:, None]
    return (
        (forward * ahead).sum(1), (backward * behind).sum(1),
        np.where(ahead, forward, 0).min(1), np.where(behind, backward, 0).min(1),
    )  # fmt: skip


def _coverage(levels: Mapping[int, Levels]) -> Floats:
    """For each length the highest level, the sum and the number of unseen runs over the changed place."""
    columns = []
    for length in range(2, LONGEST + 1):
        level = levels[length][:, BEFORE + 1 - length : BEFORE + 1].astype(np.float32)
        columns += [level.max(1), level.sum(1), (level == 0).sum(1).astype(np.float32)]
    return np.stack(columns, 1)


def _among(proposals: Proposals, gain: Floats) -> tuple[Places, Floats]:
    """Which proposals to keep, and how each stands among those for the same place and its neighbours."""
    shape = proposals.old * 3 + proposals.size
    group = proposals.at * 16 + shape
    order = np.lexsort((-gain, group))
    group, gain = group[order], gain[order]
    fresh = np.r_[True, group[1:] != group[:-1]]
    head = np.maximum.accumulate(np.where(fresh, np.arange(len(order)), 0))
    rank = np.arange(len(order)) - head
    following = np.minimum(head + 1, len(order) - 1)
    second = np.where(group[following] == group, gain[following], -30)
    at, end = proposals.at[order], (proposals.at + proposals.old)[order]
    best = np.full(int(end.max()) + 3, -30.0)
    np.maximum.at(best, at, gain)
    margin = gain - np.where(rank == 0, second, gain[head])
    columns = [rank, margin, best[at] - gain, best[at - 1], best[end]]
    columns += [(proposals.kind[order] & flag) > 0 for flag in FLAGS]
    keep = (rank < KEPT) & (gain > HOPELESS)
    return order[keep], np.stack(columns, 1)[keep].astype(np.float32)


def _around(sheet: Sheet, proposals: Proposals, ease: Floats, odd: Places, singles: Floats) -> Floats:
    line, at = sheet.line_of(proposals.at), proposals.at
    sums = np.concatenate([[0], np.cumsum(ease)])
    start, length = sheet.starts[line], sheet.lengths[line]
    mean = (sums[start + length] - sums[start]) / np.maximum(length, 1)
    marks = np.zeros(len(ease) + 1)
    marks[odd + 1] = 1
    near = np.cumsum(marks)
    common = np.log(singles + 1)
    columns = [
        proposals.close, mean, near[np.minimum(at + 5, len(ease))] - near[at - 4], np.minimum(length, 100),
        common[sheet.ids[at]], np.where(proposals.size > 0, common[proposals.new[:, 0]], 0),
        ease[at], ease[at - 1], ease[at + 1],
    ]  # fmt: skip
    return np.stack(columns, 1)


def _words(sheet: Sheet, proposals: Proposals, vocabulary: Vocabulary) -> Floats:
    """How the dictionary cuts the window into words, as it is and as it would be."""
    seen: dict[str, tuple[int, int, int, int]] = {}
    rows = np.zeros((len(proposals), 8), np.float32)
    fields = (proposals.at, proposals.old, proposals.size, proposals.new)
    for row, (at, old, size, new) in enumerate(zip(*(field.tolist() for field in fields), strict=True)):
        left, was = sheet.text[at - BEFORE : at], sheet.text[at - BEFORE : at + WIDTH - BEFORE]
        put = "".join(vocabulary.character(number) if number > LATIN else "" for number in new[:size])
        now = left + put + sheet.text[at + old : at + old + WIDTH - BEFORE - size]
        a = seen.get(was) or seen.setdefault(was, _cut(was))
        b = seen.get(now) or seen.setdefault(now, _cut(now))
        rows[row] = (a[0], a[1], a[2], b[0] - a[0], b[1] - a[1], b[2], a[3], b[3])
    return rows


def _cut(window: str) -> tuple[int, int, int, int]:
    """Words, words of one character, the length of the word at the change, and how far into it the change lies."""
    at, words, lone, length, offset = 0, 0, 0, 0, 0
    for word in rjieba.cut(window, False):
        words += 1
        lone += len(word) == 1
        if at <= BEFORE < at + len(word):
            length, offset = len(word), BEFORE - at
        at += len(word)
    return words, lone, length, offset
