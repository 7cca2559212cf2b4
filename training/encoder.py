"""Trains the encoder: it sees sentences with slips and hidden characters and says what each character should be.

PyTorch is needed here and nowhere else. ``arrays`` gives the weights as ``lingwu.spelling.network`` reads them.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from lingwu.spelling.network import HEADS, LONGEST, pairs_of
from lingwu.spelling.proposals import Confusions, Kind
from lingwu.spelling.sheet import EDGE, MASK, NOTHING, Vocabulary

CHOSEN, REPLACED, HIDDEN = 0.22, 0.42, 0.80
"""This share of the characters is asked for; of these so many are replaced, up to the second number hidden, the rest
kept."""
WEIGHTS = ((Kind.TONE, 4.0), (Kind.SOUND, 2.5), (Kind.NEAR, 0.6), (Kind.SHAPE, 0.5))
"""How often a character is taken for another, by the first kind that fits."""
CHOICES = 32
PAIR_WIDTH = 64


@dataclass(frozen=True)
class Setting:
    """The size of the network and of its training."""

    width: int
    blocks: int
    inner: int
    pairs: int
    tokens: int
    rate: float


SETTINGS = {
    "small": Setting(width=256, blocks=3, inner=512, pairs=1 << 17, tokens=2048, rate=1.5e-3),
    "large": Setting(width=384, blocks=6, inner=1152, pairs=1 << 16, tokens=32768, rate=1e-3),
}


class Block(nn.Module):
    """Attention over the sentence, its input sharpened by a convolution over five characters."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        width = setting.width
        self.n1, self.n2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, width, 5, padding=2, groups=width)
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.f1, self.f2 = nn.Linear(width, setting.inner), nn.Linear(setting.inner, width)

    def forward(self, value: Tensor, shown: Tensor) -> Tensor:
        """Shapes ``(n, length, width)`` and ``(n, 1, 1, length)``."""
        many, length, width = value.shape
        near = self.n1(value)
        near = near + self.conv(near.transpose(1, 2)).transpose(1, 2)
        query, key, content = self.qkv(near).view(many, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, content, attn_mask=shown)
        value = value + self.o(seen.transpose(1, 2).reshape(many, length, width))
        return value + self.f2(functional.gelu(self.f1(self.n2(value)), approximate="tanh"))


class Network(nn.Module):
    """The encoder in training; its output shares the table of characters with its input."""

    def __init__(self, characters: int, setting: Setting) -> None:
        super().__init__()
        width = setting.width
        self.e, self.p = nn.Embedding(characters, width), nn.Embedding(LONGEST, width)
        self.b, self.bp = nn.Embedding(setting.pairs, PAIR_WIDTH), nn.Linear(2 * PAIR_WIDTH, width)
        self.blocks = nn.ModuleList([Block(setting) for _ in range(setting.blocks)])
        self.n, self.out = nn.LayerNorm(width), nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(characters))
        nn.init.normal_(self.e.weight, std=0.05)
        nn.init.normal_(self.p.weight, std=0.02)
        nn.init.normal_(self.b.weight, std=0.02)
        nn.init.eye_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, ids: Tensor, pairs: Tensor) -> Tensor:
        """Hidden states ``(n, length, width)`` of ``ids`` and their rows in the table of pairs."""
        left = self.b(pairs)
        right = functional.pad(left, (0, 0, 0, 1))[:, 1:]
        value = self.e(ids) + self.p.weight[: ids.shape[1]] + self.bp(torch.cat([left, right], -1))
        shown = (ids != NOTHING)[:, None, None, :]
        for block in self.blocks:
            value = block(value, shown)
        hidden: Tensor = self.out(self.n(value))
        return hidden


@dataclass
class Lessons:
    """Batches of sentences with slips; ``ids`` is a stream of lines with an edge after each."""

    ids: NDArray[np.uint16]
    vocabulary: Vocabulary
    confusions: Confusions
    chance: np.random.Generator

    def __post_init__(self) -> None:
        self.pieces = self._cut()
        self.choices = self._choices()
        wide = np.arange(len(self.vocabulary))
        self.known = self.confusions.first[wide + 1] > self.confusions.first[wide]

    def batches(self, tokens: int) -> Iterator[NDArray[np.int64]]:
        """Sentences of about one length, shape ``(n, length)``, without end."""
        size = np.minimum(LONGEST, (self.pieces[:, 1] - self.pieces[:, 0] + 9) // 8 * 8)
        while True:
            waiting: dict[int, list[int]] = {}
            for number in self.chance.permutation(len(self.pieces)):
                length = int(size[number])
                row = waiting.setdefault(length, [])
                row.append(number)
                if len(row) * length >= tokens:
                    yield self._batch(waiting.pop(length), length)

    def spoil(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The sentences with slips and hidden characters, and the places that are asked for."""
        asked = (self.chance.random(ids.shape) < CHOSEN) & self.known[ids]
        kind = self.chance.random(ids.shape)
        wrong, hidden = asked & (kind < REPLACED), asked & (kind >= REPLACED) & (kind < HIDDEN)
        spoilt = ids.copy()
        spoilt[wrong] = self.choices[ids[wrong], self.chance.integers(0, CHOICES, int(wrong.sum()))]
        spoilt[hidden] = MASK
        return spoilt, asked

    def _batch(self, numbers: list[int], length: int) -> NDArray[np.int64]:
        ids = np.full((len(numbers), length), NOTHING, np.int64)
        for row, number in enumerate(numbers):
            start, end = self.pieces[number]
            ids[row, 0] = ids[row, end - start + 1] = EDGE
            ids[row, 1 : end - start + 1] = self.ids[start:end]
        return ids

    def _cut(self) -> NDArray[np.int64]:
        """The sentences as ranges of the stream, cut as ``lingwu.spelling.network.sentences`` does."""
        final = np.isin(self.ids, self.vocabulary.ids("。！？；")) | (self.ids == EDGE)
        soft = np.isin(self.ids, self.vocabulary.ids("，：、"))
        pieces, start, reach = [], 0, LONGEST - 2
        for end in np.flatnonzero(final).tolist():
            last = end if self.ids[end] == EDGE else end + 1
            while last - start > reach:
                marks = np.flatnonzero(soft[start + reach // 3 : start + reach])
                cut = start + reach // 3 + int(marks[-1]) + 1 if len(marks) else start + reach
                pieces.append((start, cut))
                start = cut
            if last - start >= 4:
                pieces.append((start, last))
            start = end + 1
        return np.array(pieces, np.int64)

    def _choices(self) -> NDArray[np.int64]:
        often = np.bincount(self.ids, minlength=len(self.vocabulary)).astype(float)
        table = np.zeros((len(self.vocabulary), CHOICES), np.int64)
        for number in range(len(self.vocabulary)):
            first, last = self.confusions.first[number], self.confusions.first[number + 1]
            if first == last:
                continue
            ways, others = self.confusions.ways[first:last], self.confusions.alike[first:last]
            weight = np.select([(ways & kind) > 0 for kind, _ in WEIGHTS], [weight for _, weight in WEIGHTS], 0.1)
            weight = weight * (often[others] + 20) ** 0.5
            table[number] = self.chance.choice(others, CHOICES, p=weight / weight.sum())
        return table


def train(
    lessons: Lessons, setting: Setting, minutes: float, say: Callable[[str], None], seed: int = 1
) -> dict[str, NDArray[Any]]:
    """Trains for ``minutes``, on the graphics card where there is one, and returns the weights for the package."""
    torch.manual_seed(seed)
    place = "cuda" if torch.cuda.is_available() else "cpu"
    network = Network(len(lessons.vocabulary), setting).to(place)
    table, rest = network.b.weight, [p for name, p in network.named_parameters() if name != "b.weight"]
    groups = [{"params": rest, "weight_decay": 0.01}, {"params": [table], "weight_decay": 0.0}]
    steps = torch.optim.AdamW(groups, lr=setting.rate, betas=(0.9, 0.98), fused=True)
    began, losses = time.monotonic(), []
    for number, ids in enumerate(lessons.batches(setting.tokens)):
        spent = (time.monotonic() - began) / (60 * minutes)
        if spent >= 1:
            break
        for group in steps.param_groups:
            group["lr"] = setting.rate * min(1, (number + 1) / 400) * max(0.02, min(1, (1 - spent) / 0.7))
        losses.append(_step(network, steps, lessons, ids, place))
        if number % 400 == 399:
            say(f"step {number + 1}, {spent:.0%} of the time, loss {np.mean(losses[-400:]):.3f}")
    return arrays(network)


def _step(
    network: Network, steps: torch.optim.Optimizer, lessons: Lessons, ids: NDArray[np.int64], place: str
) -> float:
    spoilt, asked = lessons.spoil(ids)
    where = torch.from_numpy(np.flatnonzero(asked)).to(place)
    truth = torch.from_numpy(ids.ravel()).to(place)[where]
    pairs = torch.from_numpy(pairs_of(spoilt, network.b.num_embeddings)).to(place)
    with torch.autocast(place, torch.bfloat16, enabled=place == "cuda"):
        hidden = network(torch.from_numpy(spoilt).to(place), pairs)
        scores = hidden.reshape(-1, hidden.shape[-1])[where] @ network.e.weight.T + network.bias
    loss = functional.cross_entropy(scores.float(), truth)
    steps.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(steps.param_groups[0]["params"], 1.0)
    steps.step()
    value = float(loss.detach())
    if not math.isfinite(value):
        raise RuntimeError("the loss is no longer a number; a lower rate may help")
    return value


def arrays(network: Network) -> dict[str, NDArray[Any]]:
    """The weights: matrices as eight-bit rows with a scale each, the rest as 16-bit numbers."""
    found: dict[str, NDArray[Any]] = {}
    for name, tensor in network.state_dict().items():
        value = tensor.detach().cpu().numpy()
        if value.ndim == 2:
            scale = np.maximum(np.abs(value).max(1, keepdims=True), 1e-8) / 127
            found[name] = np.round(value / scale).astype(np.int8)
            found[f"{name}/scale"] = scale.astype(np.float32)
        else:
            found[name] = value.astype(np.float32)
    return found
