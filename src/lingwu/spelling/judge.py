"""How likely each proposal is to be what was meant: a first judgement by counts, a second one by the reader of what
the first leaves open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling import reading
from lingwu.spelling.features import Evidence, Knowledge
from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import Reader
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Sheet

WORTH = 0.06
"""A sentence is read for proposals to which the first judgement gives at least this chance."""


@dataclass(frozen=True)
class Judge:
    """``second`` takes the features of the first and after them those of ``reading``; None where there is no
    reader."""

    first: Ranker
    second: Ranker | None = None

    def chances(self, sheet: Sheet, evidence: Evidence, knowledge: Knowledge) -> Floats:
        """The chance of each proposal, shape ``(n,)``; 0 for those that a judgement rules out before the last one."""
        chance = self.first.probabilities(evidence.features)
        if self.second is None or knowledge.reader is None:
            return chance
        rows, features = read(sheet, evidence, chance, knowledge, knowledge.reader)
        chance = np.zeros(len(chance), np.float32)
        if len(rows):
            chance[rows] = self.second.probabilities(features)
        return chance


def read(
    sheet: Sheet, evidence: Evidence, chance: Floats, knowledge: Knowledge, reader: Reader
) -> tuple[NDArray[np.int64], Floats]:
    """The rows worth a second judgement, and all their features, shape ``(rows, both kinds of features)``."""
    rows = np.flatnonzero(chance >= WORTH)
    said = reading.read(sheet, evidence.proposals.take(rows), knowledge, reader)
    return rows, np.concatenate([evidence.features[rows], said], 1)
