"""How likely each proposal is to be what was meant: a first judgement by counts, a second one by the reader of what
the first leaves open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling import features, reading
from lingwu.spelling.features import Evidence, Knowledge
from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import Reader
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Sheet

ALSO = (
    "gain", "margin", "rival", "is_shape", "is_word", "is_swap", "is_extra", "is_missing", "close", "line_mean",
    "odd_near", "old_common", "new_common", "here", "before", "after",
)  # fmt: skip
"""The features of the first judgement that the second one sees too, beside what came of all of them. It has learned
from text nearer to what the reader knows than an office's is: the less it sees, the less it relies on that."""
NAMES = ("first", *ALSO, *reading.NAMES)
_ALSO = [features.NAMES.index(name) for name in ALSO]
SURE = 1e-6


@dataclass(frozen=True)
class Judge:
    """``second`` takes the features ``NAMES``; None where there is no reader."""

    first: Ranker
    second: Ranker | None = None

    def chances(self, sheet: Sheet, evidence: Evidence, knowledge: Knowledge) -> Floats:
        """The chance of each proposal, shape ``(n,)``; 0 for those that a judgement rules out before the last one."""
        chance = self.first.probabilities(evidence.features)
        if self.second is None or knowledge.reader is None:
            return chance
        rows, columns = read(sheet, evidence, chance, knowledge, knowledge.reader)
        chance = np.zeros(len(chance), np.float32)
        if len(rows):
            chance[rows] = self.second.probabilities(columns)
        return chance


def read(
    sheet: Sheet, evidence: Evidence, chance: Floats, knowledge: Knowledge, reader: Reader
) -> tuple[NDArray[np.int64], Floats]:
    """The rows worth a second judgement, and their features ``NAMES``, by the ``chance`` that the first one gave."""
    rows, said = reading.read(sheet, evidence.proposals, chance, knowledge, reader)
    sure = chance[rows].clip(SURE, 1 - SURE)
    odds = np.log(sure / (1 - sure))[:, None]
    return rows, np.concatenate([odds, evidence.features[rows][:, _ALSO], said], 1).astype(np.float32)
