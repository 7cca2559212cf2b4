"""How likely each proposal is to be what was meant: a first judgement by counts, a second one by the encoder of what
the first leaves open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling import reading
from lingwu.spelling.features import Evidence
from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import Encoder
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Sheet

WORTH = 0.02
"""A sentence is read by the encoder for proposals to which the first judgement gives at least this chance."""


@dataclass(frozen=True)
class Judge:
    """``second`` takes the features of the first and after them those of ``reading``; None where there is no
    encoder."""

    first: Ranker
    second: Ranker | None = None

    def chances(self, sheet: Sheet, evidence: Evidence, encoder: Encoder | None) -> Floats:
        """The chance of each proposal, shape ``(n,)``; 0 for those not worth reading."""
        chance = self.first.probabilities(evidence.features)
        if self.second is None or encoder is None:
            return chance
        rows, features = read(sheet, evidence, chance, encoder)
        chance = np.zeros(len(chance), np.float32)
        if len(rows):
            chance[rows] = self.second.probabilities(features)
        return chance


def read(sheet: Sheet, evidence: Evidence, chance: Floats, encoder: Encoder) -> tuple[NDArray[np.int64], Floats]:
    """The rows worth reading, and all their features, shape ``(rows, both kinds of features)``."""
    rows = np.flatnonzero(chance >= WORTH)
    said = reading.read(sheet, evidence.proposals.take(rows), encoder)
    return rows, np.concatenate([evidence.features[rows], said], 1)
