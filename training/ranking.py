"""Trains the ranker on held-back sentences with slips, calibrates it, and sets how sure it must be to speak."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from torch import nn
from torch.nn import functional

from lingwu.spelling import judge
from lingwu.spelling.features import Evidence, Knowledge, gather
from lingwu.spelling.network import Reader
from lingwu.spelling.proposals import Kind, Proposals
from lingwu.spelling.ranker import Ranker
from lingwu.spelling.sheet import Sheet

Pairs = Sequence[tuple[str, str]]
"""Sentences with their right form."""
QUANTILES, ROUNDS, BATCH, RATE = 24, 6, 1024, 2e-3
FIRST, SECOND = (128, 48), (24,)
"""The hidden layers of the two judgements."""
AT_ONCE = 400
FLOORS = {"replaced": 0.90, "missing": 0.95, "extra": 0.95}
"""A slip of each kind is spoken of from this chance on, or from a higher one at which few enough clean sentences are
changed; never below: a false alarm costs more than a missed slip, and one missing or one too many changes more of a
text."""
STEPS = 0.005
CLEAN = 0.005
"""At most this share of clean sentences, of texts like and unlike those learned, may be changed by one kind of slip."""


@dataclass(frozen=True)
class Rows:
    """Features of proposals, whether each is right, its kind, and the number of its sentence."""

    features: NDArray[np.float32]
    right: NDArray[np.bool_]
    kind: NDArray[np.uint8]
    sentence: NDArray[np.int64]
    read: Sequence[tuple[Sheet, Evidence]] = ()


def read(some: Rows, first: Ranker, knowledge: Knowledge, reader: Reader) -> Rows:
    """Those of the rows that come to the second judgement, with the features of both kinds."""
    chosen, features, at = [], [], 0
    for sheet, evidence in some.read:
        which, found = judge.read(sheet, evidence, first.probabilities(evidence.features), knowledge, reader)
        chosen.append(at + which)
        features.append(found)
        at += len(evidence.proposals)
    return replace(only(some, np.concatenate(chosen)), features=np.concatenate(features))


def rows(knowledge: Knowledge, pairs: Pairs) -> Rows:
    """All proposals on the spoilt sentences of ``pairs``."""
    parts = []
    for at in range(0, len(pairs), AT_ONCE):
        some = pairs[at : at + AT_ONCE]
        sheet = Sheet.of([spoilt for spoilt, _ in some], knowledge.vocabulary)
        evidence = gather(sheet, knowledge)
        right = _right(evidence.proposals, sheet, knowledge, some)
        line = sheet.line_of(evidence.proposals.at) + at
        parts.append(Rows(evidence.features, right, evidence.proposals.kind, line, [(sheet, evidence)]))
    return join(parts)


def only(some: Rows, which: NDArray[np.bool_] | NDArray[np.int64]) -> Rows:
    """The rows that ``which`` names."""
    return Rows(some.features[which], some.right[which], some.kind[which], some.sentence[which])


def join(parts: Sequence[Rows]) -> Rows:
    """All of ``parts`` one after another."""
    names = ("features", "right", "kind", "sentence")
    whole = (np.concatenate([getattr(part, name) for part in parts]) for name in names)
    return Rows(*whole, read=[each for part in parts for each in part.read])


def _right(proposals: Proposals, sheet: Sheet, knowledge: Knowledge, pairs: Pairs) -> NDArray[np.bool_]:
    """Whether each proposal brings its sentence nearer to the truth by all that it changes."""
    right = np.zeros(len(proposals), bool)
    line = sheet.line_of(proposals.at)
    for row in range(len(proposals)):
        spoilt, truth = pairs[int(line[row])]
        if spoilt == truth:
            continue
        at, old = int(proposals.at[row] - sheet.starts[line[row]]), int(proposals.old[row])
        new = "".join(knowledge.vocabulary.character(int(n)) for n in proposals.new[row, : proposals.size[row]])
        if len(spoilt) == len(truth) and old == len(new):
            was = spoilt[at : at + old]
            right[row] = truth[at : at + old] == new and all(a != b for a, b in zip(was, new, strict=True))
        elif old != len(new) or len(spoilt) != len(truth):
            far, then = Levenshtein.distance(spoilt, truth), spoilt[:at] + new + spoilt[at + old :]
            right[row] = Levenshtein.distance(then, truth) == far - max(old, len(new))
    return right


def train(some: Rows, hidden: Sequence[int] = FIRST, seed: int = 0) -> Ranker:
    """A ranker with ``hidden`` layers that fits ``some`` rows."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    blank = Ranker(
        np.quantile(some.features[::5], np.linspace(0, 1, QUANTILES), axis=0).astype(np.float32),
        some.features.mean(0),
        some.features.std(0) + np.float32(1e-3),
        [],
    )
    inputs, targets = torch.from_numpy(blank.shaped(some.features)), torch.from_numpy(some.right.astype(np.float32))
    sizes = (inputs.shape[1], *hidden)
    layers: list[nn.Module] = []
    for size, following in itertools.pairwise(sizes):
        layers += [nn.Linear(size, following), nn.GELU("tanh")]
    network = nn.Sequential(*layers, nn.Linear(sizes[-1], 1))
    steps = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-2)
    total = max(1, ROUNDS * (len(targets) // BATCH))
    for number in range(total):
        if number % (total // ROUNDS) == 0:
            order = torch.from_numpy(chance.permutation(len(targets)))
        at = number % (total // ROUNDS) * BATCH
        pick = order[at : at + BATCH]
        for group in steps.param_groups:
            group["lr"] = RATE * (1 - number / total) + 1e-5
        loss = functional.binary_cross_entropy_with_logits(network(inputs[pick])[:, 0], targets[pick])
        steps.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        steps.step()
    plain = [
        (m.weight.detach().numpy().T.copy(), m.bias.detach().numpy().copy()) for m in network if hasattr(m, "bias")
    ]
    return replace(blank, layers=plain)


def calibrated(ranker: Ranker, fresh: Rows) -> Ranker:
    """The ranker with its probabilities fitted to ``fresh`` rows, which it was not trained on (Platt)."""
    chance = ranker.probabilities(fresh.features).clip(1e-7, 1 - 1e-7)
    value = torch.from_numpy(np.log(chance / (1 - chance)))
    right = torch.from_numpy(fresh.right.astype(np.float32))
    slope, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    steps = torch.optim.LBFGS([slope, shift], max_iter=100)

    def loss() -> torch.Tensor:
        steps.zero_grad()
        lost = functional.binary_cross_entropy_with_logits(value * slope + shift, right)
        lost.backward()  # type: ignore[no-untyped-call]
        return lost

    steps.step(loss)
    return replace(ranker, heat=float(1 / slope), shift=float(shift))


def thresholds(ranker: Ranker, clean: Sequence[Rows], sizes: Sequence[int]) -> dict[str, float]:
    """For each kind of slip the least probability at which at most ``CLEAN`` of clean sentences are changed.

    ``clean`` are rows of sentences without slips, of several sorts of text with ``sizes`` sentences each; every sort
    counts the same, so that text unlike the learned one has its say.
    """
    chances = [ranker.probabilities(part.features) for part in clean]
    found = {}
    for sort, test in SORTS.items():
        highest = [_highest(part, chance, test(part.kind)) for part, chance in zip(clean, chances, strict=True)]
        steps = np.arange(FLOORS[sort], 1, STEPS).round(3).tolist()
        found[sort] = next((least for least in steps if _changed(highest, sizes, least) <= CLEAN), steps[-1])
    return found


def _highest(part: Rows, chance: NDArray[np.float32], which: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The highest chance of each sentence that has a proposal of the wanted kind."""
    most = np.zeros(int(part.sentence.max(initial=0)) + 1, np.float32)
    np.maximum.at(most, part.sentence[which], chance[which])
    return most


def _changed(highest: Sequence[NDArray[np.float32]], sizes: Sequence[int], least: float) -> float:
    shares = [(most >= least).sum() / size for most, size in zip(highest, sizes, strict=True)]
    return float(np.mean(shares))


SORTS: dict[str, Callable[[NDArray[np.uint8]], NDArray[np.bool_]]] = {
    "replaced": lambda kind: (kind != Kind.MISSING) & (kind != Kind.EXTRA),
    "missing": lambda kind: kind == Kind.MISSING,
    "extra": lambda kind: kind == Kind.EXTRA,
}
