"""Trains the reader: it sees sentences with a few slips and says what should stand at every place.

PyTorch is needed here and nowhere else. ``arrays`` gives the weights as ``lingwu.spelling.network`` reads them.
"""

from __future__ import annotations

import copy
import math
import shutil
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
from lingwu.spelling.proposals import Confusions, Kind, Places
from lingwu.spelling.sheet import EDGE, NOTHING, Vocabulary

REPLACED, WORDS = 0.035, 0.012
"""On average this share of the characters is replaced by one that is taken for it, and at this share of the places a
word of two characters, where one begins, by one of the same sound: the reader must do with a few slips around."""
ASKED, HEARD = 0.42, 0.6
"""This share of the characters is asked for; for so many of these it is told how what stands there sounds."""
WEIGHTS = ((Kind.TONE, 4.0), (Kind.SOUND, 2.5), (Kind.NEAR, 0.6), (Kind.SHAPE, 0.5))
"""How often a character is taken for another, by the first kind that fits."""
CHOICES = 32
PAIR_WIDTH, REACH = 64, 3
WARM, FLAT, LEAST = 300, 0.25, 0.01
"""The rate rises for so many steps, stays for this share of the time, and falls to this part of itself."""


@dataclass(frozen=True)
class Setting:
    """The size of the networks and of their training."""

    width: int
    blocks: int
    inner: int
    top: int
    pairs: int
    tokens: int
    rate: float


SETTINGS = {
    "small": Setting(width=256, blocks=2, inner=768, top=512, pairs=1 << 17, tokens=4096, rate=2e-3),
    "large": Setting(width=384, blocks=5, inner=1152, top=768, pairs=1 << 17, tokens=32768, rate=1.2e-3),
}


class Block(nn.Module):
    """Attention to what was read so far, its input sharpened by the last ``REACH`` characters."""

    def __init__(self, setting: Setting, way: int) -> None:
        super().__init__()
        width = setting.width
        self.way = way
        self.n1, self.n2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.conv, self.cb = nn.Parameter(torch.zeros(REACH, width)), nn.Parameter(torch.zeros(width))
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.f1, self.f2 = nn.Linear(width, setting.inner), nn.Linear(setting.inner, width)

    def forward(self, value: Tensor, shown: Tensor, real: Tensor) -> Tensor:
        """Shapes ``(n, length, width)``, ``(n, 1, length, length)`` and, 1 where no cell is empty, ``(n, length, 1)``.

        Convolution and attention are written out: on a CPU that is twice as fast as the ready-made ones.
        """
        many, length, width = value.shape
        base = self.n1(value) * real
        near = base * (1 + self.conv[0]) + self.cb
        for step in range(1, REACH):
            if self.way > 0:
                past = functional.pad(base, (0, 0, step, 0))[:, :length]
            else:
                past = functional.pad(base, (0, 0, 0, step))[:, step:]
            near = near + past * self.conv[step]
        query, key, content = self.qkv(near).view(many, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        weight = query @ key.transpose(-1, -2) * (width // HEADS) ** -0.5 + shown
        seen = (torch.softmax(weight, -1) @ content).transpose(1, 2).reshape(many, length, width)
        value = value + self.o(seen)
        return value + self.f2(functional.gelu(self.f1(self.n2(value)), approximate="tanh"))


class Network(nn.Module):
    """The reader in training; its output shares the table of characters with its input."""

    def __init__(self, characters: int, sounds: int, setting: Setting) -> None:
        super().__init__()
        width = setting.width
        self.e, self.p = nn.Embedding(characters, width), nn.Embedding(LONGEST, width)
        self.b = nn.Embedding(setting.pairs, PAIR_WIDTH, sparse=True)
        self.bf, self.bb = nn.Linear(PAIR_WIDTH, width), nn.Linear(PAIR_WIDTH, width)
        self.fw = nn.ModuleList([Block(setting, 1) for _ in range(setting.blocks)])
        self.bw = nn.ModuleList([Block(setting, -1) for _ in range(setting.blocks)])
        self.nf, self.nb, self.nt = nn.LayerNorm(width), nn.LayerNorm(width), nn.LayerNorm(width)
        self.key = nn.Embedding(sounds, setting.top)
        self.t1, self.t2 = nn.Linear(2 * width, setting.top), nn.Linear(setting.top, width)
        self.bias = nn.Parameter(torch.zeros(characters))
        nn.init.normal_(self.e.weight, std=0.05)
        for table in (self.p, self.b, self.key):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, left: Tensor, where: Tensor, sounds: Tensor) -> Tensor:
        """The score of every character at the places ``where`` of ``ids`` ``(n, length)``, which sound like ``sounds``,
        shape ``(places, characters)``; ``left`` are the rows of the table of pairs, ``(n, length, PAIR_WIDTH)``."""
        length, width = ids.shape[1], self.e.embedding_dim
        real = (ids != NOTHING)[..., None].to(left.dtype)
        left = left * real
        right = functional.pad(left, (0, 0, 0, 1))[:, 1:]
        value = self.e(ids) + self.p.weight[:length]
        forward, backward = value + self.bf(left), value + self.bb(right)
        blank = ((1 - real) * -1e4).transpose(1, 2)[:, None]
        order = torch.arange(length, device=ids.device)
        # What is still to come is hidden more than empty cells are: else these, with nothing to see, would see it.
        ahead = torch.where(order[None, :] <= order[:, None], 0.0, -3e4).to(value.dtype)
        for block in self.fw:
            forward = block(forward, blank + ahead, real)
        for block in self.bw:
            backward = block(backward, blank + ahead.T, real)
        before = self.nf(forward).reshape(-1, width)[where - 1]
        after = self.nb(backward).reshape(-1, width)[where + 1]
        inner = functional.gelu(self.t1(torch.cat([before, after], -1)) + self.key(sounds), approximate="tanh")
        return functional.linear(self.nt(self.t2(inner)), self.e.weight, self.bias)


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

    def batches(self, tokens: int) -> Iterator[Places]:
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

    def spoil(self, ids: Places) -> tuple[Places, NDArray[np.bool_]]:
        """The sentences with slips, and where they are; some sentences have more of them, some none."""
        often = 2 * REPLACED * self.chance.random((len(ids), 1))
        wrong = (self.chance.random(ids.shape) < often) & self.known[ids]
        spoilt = ids.copy()
        spoilt[wrong] = self.choices[ids[wrong], self.chance.integers(0, CHOICES, int(wrong.sum()))]
        return spoilt, wrong | self._words(ids, spoilt, wrong)

    def questions(self, ids: Places) -> tuple[Places, Places, Places]:
        """The sentences with slips, the places asked for, counted through all of them, and how each of these sounds (0:
        that is not told)."""
        spoilt, wrong = self.spoil(ids)
        asked = (self.chance.random(ids.shape) < ASKED) & self.known[ids]
        where = np.flatnonzero((asked | wrong) & (ids != NOTHING) & (ids != EDGE))
        sounds = self.confusions.readings[spoilt.ravel()[where], 0].astype(np.int64)
        sounds[self.chance.random(len(sounds)) > HEARD] = 0
        return spoilt, where, sounds

    def _words(self, ids: Places, spoilt: Places, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
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

    def _batch(self, numbers: list[int], length: int) -> Places:
        ids = np.full((len(numbers), length), NOTHING, np.int64)
        for row, number in enumerate(numbers):
            start, end = self.pieces[number]
            ids[row, 0] = ids[row, end - start + 1] = EDGE
            ids[row, 1 : end - start + 1] = self.ids[start:end]
        return ids

    def _cut(self) -> Places:
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

    def _choices(self) -> Places:
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
    course = _Course(lessons, setting, seed)
    began, losses, ids_read = time.monotonic(), [], 0
    for number, ids in enumerate(lessons.batches(setting.tokens)):
        spent = (time.monotonic() - began) / (60 * minutes)
        if spent >= 1:
            break
        rate = setting.rate * min(1, (number + 1) / WARM) * max(LEAST, min(1, (1 - spent) / (1 - FLAT)))
        losses.append(course.step(ids, rate))
        ids_read += int((ids != NOTHING).sum())
        if number % 200 == 199:
            heard, unheard = np.mean(losses[-200:], 0)
            say(f"{spent:.0%} of the time, {ids_read / 1e6:.1f} M characters, loss {heard:.3f} and {unheard:.3f}")
    return arrays(course.network)


class _Course:
    """The network in training: reckoned with numbers of 16 bits, the weights themselves kept in 32."""

    def __init__(self, lessons: Lessons, setting: Setting, seed: int) -> None:
        torch.manual_seed(seed)
        self.lessons = lessons
        self.place = "cuda" if torch.cuda.is_available() else "cpu"
        sounds = int(lessons.confusions.readings.max()) + 1
        self.network = Network(len(lessons.vocabulary), sounds, setting).to(self.place)
        self.short = copy.deepcopy(self.network).bfloat16()
        whole, short = dict(self.network.named_parameters()), dict(self.short.named_parameters())
        self.both = [(whole[name], short[name]) for name in whole if name != "b.weight"]
        rates = {"lr": setting.rate, "betas": (0.9, 0.98)}
        self.steps: list[torch.optim.Optimizer] = [
            torch.optim.AdamW([one for one, _ in self.both], weight_decay=0.01, fused=True, **rates),
            torch.optim.SparseAdam([self.network.b.weight], **rates),
        ]
        # Compiled it is a quarter faster, but that needs a compiler for C++.
        compiler = shutil.which("c++") or shutil.which("g++")
        self.losses = torch.compile(self._losses, dynamic=True) if compiler else self._losses

    def _losses(self, ids: Tensor, left: Tensor, where: Tensor, sounds: Tensor, truth: Tensor) -> Tensor:
        return functional.cross_entropy(self.short(ids, left, where, sounds), truth, reduction="none")

    def step(self, ids: Places, rate: float) -> tuple[float, float]:
        """Learns from one batch; returns the mean loss where the sound was told, and where not.

        Raises:
            RuntimeError: the loss is no longer a number.
        """
        spoilt, where, sounds = self.lessons.questions(ids)
        inputs = [torch.from_numpy(a).to(self.place) for a in (spoilt, where, sounds, ids.ravel()[where])]
        with torch.no_grad():
            for whole, short in self.both:
                short.copy_(whole)
        left = self.network.b(torch.from_numpy(pairs_of(spoilt, self.network.b.num_embeddings)).to(self.place))
        losses = self.losses(inputs[0], left.bfloat16(), *inputs[1:])
        losses.float().mean().backward()
        for whole, short in self.both:
            whole.grad, short.grad = None if short.grad is None else short.grad.float(), None
        torch.nn.utils.clip_grad_norm_([whole for whole, _ in self.both], 1.0)
        for step in self.steps:
            for group in step.param_groups:
                group["lr"] = rate
            step.step()
            step.zero_grad(set_to_none=True)
        each = losses.detach().float().cpu().numpy()
        if not math.isfinite(float(each.sum())):
            raise RuntimeError("the loss is no longer a number; a lower rate may help")
        told = sounds > 0
        return float(each[told].mean()) if told.any() else 0.0, float(each[~told].mean()) if (~told).any() else 0.0


def arrays(network: Network) -> dict[str, NDArray[Any]]:
    """The weights: matrices as eight-bit rows with a scale each, the rest as 32-bit numbers."""
    found: dict[str, NDArray[Any]] = {}
    for name, tensor in network.state_dict().items():
        value = tensor.detach().float().cpu().numpy()
        if value.ndim == 2 and not name.endswith("conv"):
            scale = np.maximum(np.abs(value).max(1, keepdims=True), 1e-8) / 127
            found[name] = np.round(value / scale).astype(np.int8)
            found[f"{name}/scale"] = scale.astype(np.float32)
        else:
            found[name] = value.astype(np.float32)
    return found
