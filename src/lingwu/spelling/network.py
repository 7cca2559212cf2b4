"""The reader: two small networks, one reading a sentence forward and one backward, that together say for every place
what should stand there, without having looked at what does.

Plain NumPy, for a clerk's CPU. The weights were trained by ``training/reader.py`` and are kept as eight-bit numbers
with a scale for each row. The idea, that every character is asked for in one pass, is that of Baevski and others,
"Cloze-driven Pretraining of Self-attention Networks" (2019).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.fluency import Floats
from lingwu.spelling.sheet import EDGE, NOTHING

HEADS, REACH = 4, 3
LONGEST = 64
"""The reader reads at most so many ids at once, both edges counted."""
TINY = np.float32(1e-5)
EMPTY, UNREAD = np.float32(-1e4), np.float32(-3e4)
"""Added to the attention paid to empty cells, and to what is still to come, which even these must not see."""
Places = NDArray[np.int64]


def pairs_of(ids: Places, rows: int) -> Places:
    """The row of the table of pairs for each id with the one before it."""
    before = np.concatenate([np.full_like(ids[:, :1], EDGE), ids[:, :-1]], 1)
    mixed: Places = before * 7919 + ids * 104729 + (before * ids) % 65537 * 31
    return (mixed ^ (mixed >> 7)) % rows


@dataclass(frozen=True)
class View:
    """What the reader makes of sentences ``ids``, of shape ``(n, length)``.

    ``expected`` is what should stand at each place, of shape ``(2, n, length, width)``, for ``scores``: however it
    sounds, and if it sounds as what stands there.
    """

    ids: Places
    expected: Floats

    def at(self, number: Places, column: Places) -> Places:
        """The ids at columns of sentences, ``NOTHING`` outside them."""
        inside = (column >= 0) & (column < self.ids.shape[1])
        return np.where(inside, self.ids[number, column.clip(0, self.ids.shape[1] - 1)], NOTHING)


@dataclass(frozen=True)
class Reader:
    """``arrays`` is what the model file holds; ``weights`` are the same as floats, by their names in training, matrices
    turned for use from the right; the large table of ``pairs`` stays in eight bits with its ``scales``."""

    arrays: Mapping[str, NDArray[Any]]
    weights: Mapping[str, Floats]
    characters: Floats
    pairs: NDArray[np.int8]
    scales: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Makes the reader of the arrays of the model file: ``name``, and ``name/scale`` for each matrix."""
        plain = {
            name: (array.astype(np.float32) * arrays[f"{name}/scale"] if f"{name}/scale" in arrays else array)
            for name, array in arrays.items()
            if name != "b.weight" and not name.endswith("/scale")
        }
        characters = plain.pop("e.weight")
        turned = {
            name: np.ascontiguousarray(a.T)
            if a.ndim == 2 and not name.endswith(("key.weight", "p.weight", "conv"))
            else a
            for name, a in plain.items()
        }
        return cls(arrays, turned, characters, arrays["b.weight"], arrays["b.weight/scale"])

    @property
    def width(self) -> int:
        """Numbers in a hidden state."""
        return int(self.characters.shape[1])

    def view(self, ids: Places, sounds: Places) -> View:
        """Reads sentences, ``ids`` of shape ``(n, length)``, edges counted and ``NOTHING`` after them; ``sounds`` is
        how each id sounds (0: not known), of the same shape."""
        real = (ids != NOTHING)[..., None].astype(np.float32)
        blank = np.where(ids == NOTHING, EMPTY, np.float32(0))[:, None, None, :]
        stands = self.characters[ids]
        forward, backward = self._towers(ids, stands, real, blank)
        edge = np.zeros_like(stands[:, :1])
        beside = [np.concatenate([edge, forward[:, :-1]], 1), np.concatenate([backward[:, 1:], edge], 1)]
        inner = self._linear("t1", np.concatenate(beside, -1))
        told = np.stack([inner + self.weights["key.weight"][0], inner + self.weights["key.weight"][sounds]])
        return View(ids, self._norm("nt", self._linear("t2", _gelu(told))))

    def _towers(self, ids: Places, stands: Floats, real: Floats, blank: Floats) -> tuple[Floats, Floats]:
        """What is known at each place of all up to it, and of all from it on."""
        length = ids.shape[1]
        left = self._pairs(pairs_of(ids, len(self.pairs))) * real
        right = np.concatenate([left[:, 1:], np.zeros_like(left[:, :1])], 1)
        value = stands + self.weights["p.weight"][:length]
        ahead = np.triu(np.full((length, length), UNREAD), 1)
        forward, backward = value + self._linear("bf", left), value + self._linear("bb", right)
        for name in self._blocks("fw"):
            forward = self._block(name, forward, blank + ahead, real, 1)
        for name in self._blocks("bw"):
            backward = self._block(name, backward, blank + ahead.T, real, -1)
        return self._norm("nf", forward), self._norm("nb", backward)

    def scores(self, expected: Floats, ids: NDArray[Any]) -> Floats:
        """The score (unnormalised log probability) of ``ids`` at expectations ``(n, width)``."""
        scores: Floats = (expected * self.characters[ids]).sum(-1) + self.weights["bias"][ids]
        return scores

    def totals(self, expected: Floats) -> tuple[Floats, Floats]:
        """At expectations ``(n, width)`` the logarithm of the sum over all characters, for normalising, and the score
        of the likeliest."""
        scores = expected @ self.characters.T
        scores += self.weights["bias"]
        most = scores.max(-1)
        scores -= most[:, None]
        np.exp(scores, out=scores)
        return most + np.log(scores.sum(-1)), most

    def _linear(self, name: str, value: Floats) -> Floats:
        return value @ self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _norm(self, name: str, value: Floats) -> Floats:
        value = value - value.mean(-1, keepdims=True)
        value = value / np.sqrt((value * value).mean(-1, keepdims=True) + TINY)
        return value * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _pairs(self, rows: Places) -> Floats:
        return self.pairs[rows].astype(np.float32) * self.scales[rows]

    def _blocks(self, tower: str) -> list[str]:
        return [
            f"{key.removesuffix('n1.weight')}"
            for key in self.weights
            if key.startswith(tower) and key.endswith("n1.weight")
        ]

    def _block(self, name: str, value: Floats, shown: Floats, real: Floats, way: int) -> Floats:
        """The output of a block that reads forward (``way`` 1) or backward (-1); ``real`` is 0 for empty cells."""
        many, length, width = value.shape
        near = self._convolved(name, self._norm(f"{name}n1", value) * real, way)
        parts = self._linear(f"{name}qkv", near).reshape(many, length, 3, HEADS, width // HEADS)
        query, key, content = parts.transpose(2, 0, 3, 1, 4)
        weight = query @ key.transpose(0, 1, 3, 2) * np.float32((width // HEADS) ** -0.5) + shown
        weight = np.exp(weight - weight.max(-1, keepdims=True))
        weight /= weight.sum(-1, keepdims=True)
        value = value + self._linear(f"{name}o", (weight @ content).transpose(0, 2, 1, 3).reshape(many, length, width))
        return value + self._linear(f"{name}f2", _gelu(self._linear(f"{name}f1", self._norm(f"{name}n2", value))))

    def _convolved(self, name: str, value: Floats, way: int) -> Floats:
        """``value`` with some of what stands up to ``REACH - 1`` places before or, reading backward, behind it."""
        kernel, length = self.weights[f"{name}conv"], value.shape[1]
        edge = np.zeros_like(value[:, : REACH - 1])
        whole = np.concatenate([edge, value, edge], 1)
        near: Floats = value * (1 + kernel[0]) + self.weights[f"{name}cb"]
        for step in range(1, REACH):
            first = REACH - 1 - way * step
            near += whole[:, first : first + length] * kernel[step]
        return near


def _gelu(value: Floats) -> Floats:
    """The usual approximation by tanh, as in training."""
    bent: Floats = 0.5 * value * (1 + np.tanh(0.7978845608 * (value + 0.044715 * value * value * value)))
    return bent


def sentences(text: str, reach: int = LONGEST - 2) -> Sequence[tuple[int, int]]:
    """Where to cut ``text`` for the reader: at the ends of sentences, and before a piece grows beyond ``reach``."""
    cuts, start, soft = [], 0, 0
    for at, character in enumerate(text, 1):
        if character in "。！？；":
            cuts.append((start, at))
            start = soft = at
        elif character in "，：、" and at - start > reach // 3:
            soft = at
        if at - start == reach:
            cut = soft if soft > start else at
            cuts.append((start, cut))
            start = soft = cut
    return [*cuts, (start, len(text))] if start < len(text) else cuts
