"""Trains the encoder: it sees sentences with slips and hidden characters and says what each character should be.

PyTorch is needed here and nowhere else. ``arrays`` gives the weights as ``lingwu.spelling.network`` reads them.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from lingwu.spelling.fluency import Floats
from lingwu.spelling.network import HEADS, LONGEST, Encoder, pairs_of
from lingwu.spelling.proposals import Confusions, Kind
from lingwu.spelling.sheet import EDGE, MASK, NOTHING, Vocabulary

CHOSEN, REPLACED, HIDDEN = 0.20, 0.40, 0.62
"""This share of the characters is asked for; of these so many are replaced, up to the second number hidden, the rest
kept."""
WORDS = 0.03
"""At this share of the places a word of two characters, where one begins, is replaced by one of the same sound."""
WEIGHTS = ((Kind.TONE, 4.0), (Kind.SOUND, 2.5), (Kind.NEAR, 0.6), (Kind.SHAPE, 0.5))
"""How often a character is taken for another, by the first kind that fits."""
CHOICES = 32
PAIR_WIDTH, REACH = 64, 3


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
    "small": Setting(width=256, blocks=4, inner=512, pairs=1 << 17, tokens=2048, rate=1.5e-3),
    "large": Setting(width=384, blocks=6, inner=1152, pairs=1 << 16, tokens=32768, rate=1e-3),
}


class Block(nn.Module):
    """Attention over the sentence, its input sharpened by a convolution over ``REACH`` characters."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        width = setting.width
        self.n1, self.n2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, width, REACH, padding=REACH // 2, groups=width)
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.f1, self.f2 = nn.Linear(width, setting.inner), nn.Linear(setting.inner, width)

    def forward(self, value: Tensor, shown: Tensor, where: Tensor | None = None) -> Tensor:
        """Shapes ``(n, length, width)`` and ``(n, 1, 1, length)``; with ``where`` only these places of all come out,
        shape ``(places, width)``.

        Convolution and attention are written out: on a CPU that is twice as fast as the ready-made ones.
        """
        many, length, width = value.shape
        near = self.n1(value)
        padded, kernel = functional.pad(near, (0, 0, REACH // 2, REACH // 2)), self.conv.weight[:, 0]
        for step in range(REACH):
            near = near + padded[:, step : step + length] * kernel[:, step]
        near = near + self.conv.bias
        query, key, content = self.qkv(near).view(many, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        weight = query @ key.transpose(-1, -2) * (width // HEADS) ** -0.5 + shown
        seen = (torch.softmax(weight, -1) @ content).transpose(1, 2).reshape(many, length, width)
        if where is not None:
            seen, value = seen.reshape(-1, width)[where], value.reshape(-1, width)[where]
        value = value + self.o(seen)
        return value + self.f2(functional.gelu(self.f1(self.n2(value)), approximate="tanh"))


class Network(nn.Module):
    """The encoder in training; its output shares the table of characters with its input."""

    def __init__(self, characters: int, setting: Setting) -> None:
        super().__init__()
        width = setting.width
        self.e, self.p = nn.Embedding(characters, width), nn.Embedding(LONGEST, width)
        self.b, self.bp = nn.Embedding(setting.pairs, PAIR_WIDTH, sparse=True), nn.Linear(2 * PAIR_WIDTH, width)
        self.blocks = nn.ModuleList([Block(setting) for _ in range(setting.blocks)])
        self.n, self.out = nn.LayerNorm(width), nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(characters))
        nn.init.normal_(self.e.weight, std=0.05)
        nn.init.normal_(self.p.weight, std=0.02)
        nn.init.normal_(self.b.weight, std=0.02)
        nn.init.eye_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, ids: Tensor, left: Tensor, where: Tensor | None = None) -> Tensor:
        """Hidden states ``(n, length, width)`` of ``ids``, or ``(places, width)`` of the places ``where`` alone;
        ``left`` are the rows of the table of pairs, shape ``(n, length, PAIR_WIDTH)``."""
        right = functional.pad(left, (0, 0, 0, 1))[:, 1:]
        value = self.e(ids) + self.p.weight[: ids.shape[1]] + self.bp(torch.cat([left, right], -1))
        shown = torch.where(ids == NOTHING, -1e9, 0.0)[:, None, None, :].to(value.dtype)
        for number, block in enumerate(self.blocks, 1):
            value = block(value, shown, where if number == len(self.blocks) else None)
        hidden: Tensor = self.out(self.n(value))
        return hidden

    def scores(self, ids: Tensor, left: Tensor, where: Tensor) -> Tensor:
        """The score of every character at the places ``where``, shape ``(places, characters)``."""
        hidden = self(ids, left, where)
        return functional.linear(hidden, self.e.weight, self.bias)


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
        words = self.confusions.words.astype(np.int64)
        self.pairs, first = np.unique(words[:, 0] << 16 | words[:, 1], return_index=True)
        self.sound = self.confusions.sounds[first]

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
        asked |= self._words(ids, spoilt, asked)
        return spoilt, asked

    def _words(self, ids: NDArray[np.int64], spoilt: NDArray[np.int64], asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Puts words of the same sound for some words, in place, and returns where."""
        pick = self.chance.random(ids.shape) < WORDS
        pick[:, -1] = False
        pick &= ~asked & ~np.roll(asked, -1, 1)
        row, column = np.nonzero(pick)
        one, two = ids[row, column], ids[row, column + 1]
        number = np.minimum(np.searchsorted(self.pairs, one << 16 | two), len(self.pairs) - 1)
        known = self.pairs[number] == one << 16 | two
        row, column, sound = row[known], column[known], self.sound[number[known]]
        low = np.searchsorted(self.confusions.sounds, sound)
        high = np.searchsorted(self.confusions.sounds, sound, "right")
        new = self.confusions.words[self.chance.integers(low, high)]
        changed = np.zeros(ids.shape, bool)
        for step in range(2):
            spoilt[row, column + step] = new[:, step]
            changed[row, column + step] = True
        return changed

    def _batch(self, numbers: list[int], length: int) -> NDArray[np.int64]:
        ids = np.full((len(numbers), length), NOTHING, np.int64)
        for row, number in enumerate(numbers):
            start, end = self.pieces[number]
            ids[row, 0] = ids[row, end - start + 1] = EDGE
            ids[row, 1 : end - start + 1] = self.ids[start:end]
        return ids

    def _cut(self) -> NDArray[np.int64]:
        """The sentences, each once, as ranges of the stream, cut as ``lingwu.spelling.network.sentences`` does."""
        final = np.isin(self.ids, self.vocabulary.ids("。！？；")) | (self.ids == EDGE)
        soft = np.isin(self.ids, self.vocabulary.ids("，：、"))
        pieces: dict[bytes, tuple[int, int]] = {}
        start, reach = 0, LONGEST - 2
        for end in np.flatnonzero(final).tolist():
            last = end if self.ids[end] == EDGE else end + 1
            while last - start > reach:
                marks = np.flatnonzero(soft[start + reach // 3 : start + reach])
                cut = start + reach // 3 + int(marks[-1]) + 1 if len(marks) else start + reach
                pieces[self.ids[start:cut].tobytes()] = start, cut
                start = cut
            if last - start >= 4:
                pieces[self.ids[start:last].tobytes()] = start, last
            start = end + 1
        return np.array(list(pieces.values()), np.int64)

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
    lessons: Lessons,
    setting: Setting,
    minutes: float,
    say: Callable[[str], None],
    seed: int = 1,
) -> dict[str, NDArray[Any]]:
    """Trains for ``minutes``, on the graphics card where there is one, and returns the weights for the package."""
    torch.manual_seed(seed)
    place = "cuda" if torch.cuda.is_available() else "cpu"
    network = Network(len(lessons.vocabulary), setting).to(place)
    rest = [p for name, p in network.named_parameters() if name != "b.weight"]
    steps: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(rest, lr=setting.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True),
        torch.optim.SparseAdam([network.b.weight], lr=setting.rate, betas=(0.9, 0.98)),
    ]
    began, losses = time.monotonic(), []
    for number, ids in enumerate(lessons.batches(setting.tokens)):
        spent = (time.monotonic() - began) / (60 * minutes)
        if spent >= 1:
            break
        for group in [group for step in steps for group in step.param_groups]:
            group["lr"] = setting.rate * min(1, (number + 1) / 400) * max(0.02, min(1, (1 - spent) / 0.7))
        losses.append(_step(network, steps, lessons, ids, place))
        if number % 400 == 399:
            say(f"step {number + 1}, {spent:.0%} of the time, loss {np.mean(losses[-400:]):.3f}")
    return arrays(network)


def _step(
    network: Network,
    steps: list[torch.optim.Optimizer],
    lessons: Lessons,
    ids: NDArray[np.int64],
    place: str,
) -> float:
    """One batch, reckoned with numbers of 16 bits; the weights themselves have 32."""
    spoilt, asked = lessons.spoil(ids)
    where = torch.from_numpy(np.flatnonzero(asked)).to(place)
    truth = torch.from_numpy(ids.ravel()).to(place)[where]
    left = network.b(torch.from_numpy(pairs_of(spoilt, network.b.num_embeddings)).to(place))
    short = {name: p.bfloat16() for name, p in network.named_parameters() if name != "b.weight"}
    inputs = (torch.from_numpy(spoilt).to(place), left.bfloat16(), where)
    scores = torch.func.functional_call(_Scores(network), {f"network.{n}": p for n, p in short.items()}, inputs)
    loss = functional.cross_entropy(scores, truth)
    for step in steps:
        step.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(steps[0].param_groups[0]["params"], 1.0)
    for step in steps:
        step.step()
    value = float(loss.detach())
    if not math.isfinite(value):
        raise RuntimeError("the loss is no longer a number; a lower rate may help")
    return value


class _Scores(nn.Module):
    """The scores as a module of their own, so that they can be called with other numbers for the weights."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> Tensor:
        """As ``Network.scores``."""
        return self.network.scores(*inputs)


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


class Quick(Encoder):
    """The packaged encoder, reckoned by PyTorch with numbers of 16 bits: several times as fast, for the many sentences
    that the judgement is trained on."""

    @cached_property
    def _network(self) -> Network:
        blocks = sum(name.endswith(".n1.weight") for name in self.weights)
        inner = len(self.weights["blocks.0.f1.bias"])
        setting = Setting(self.width, blocks, inner, len(self.pairs), 0, 0.0)
        network = Network(len(self.characters), setting)
        weights = {**self.weights, "b.weight": self.pairs * self.scales}
        network.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in weights.items()})
        return network.bfloat16()

    def hidden(self, ids: NDArray[np.int64], where: NDArray[np.int64] | None = None) -> Floats:
        """As ``Encoder.hidden``."""
        with torch.inference_mode():
            network = self._network
            left = network.b(torch.from_numpy(pairs_of(ids, len(self.pairs))))
            places = None if where is None else torch.from_numpy(where)
            return np.asarray(network(torch.from_numpy(ids), left, places).float().numpy())
