"""The encoder: a small convolution and attention network that reads a whole sentence and says what each character
should be.

Plain NumPy, for a clerk's CPU. The weights were trained by ``training/encoder.py`` and are kept as eight-bit numbers
with a scale for each row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.fluency import Floats
from lingwu.spelling.sheet import EDGE, MASK, NOTHING

HEADS = 4
LONGEST = 64
"""The encoder reads at most so many ids at once, both edges counted."""
TINY = np.float32(1e-5)


def pairs_of(ids: NDArray[np.int64], rows: int) -> NDArray[np.int64]:
    """The row of the table of pairs for each id with the one before it; 0 where either is hidden."""
    before = np.concatenate([np.full_like(ids[:, :1], EDGE), ids[:, :-1]], 1)
    mixed = before * 7919 + ids * 104729 + (before * ids) % 65537 * 31
    mixed = (mixed ^ (mixed >> 7)) % rows
    return np.where((ids == MASK) | (before == MASK), 0, mixed)


@dataclass(frozen=True)
class Encoder:
    """``arrays`` is what the model file holds; ``weights`` are the same as floats, by their names in training, save
    for the large table of ``pairs``, which stays in eight bits with its ``scales``."""

    arrays: Mapping[str, NDArray[Any]]
    weights: Mapping[str, Floats]
    characters: Floats
    pairs: NDArray[np.int8]
    scales: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Makes the encoder of the arrays of the model file: ``name``, and ``name/scale`` for each matrix."""
        plain = {
            name: (array.astype(np.float32) * arrays[f"{name}/scale"] if f"{name}/scale" in arrays else array)
            for name, array in arrays.items()
            if name != "b.weight" and not name.endswith("/scale")
        }
        return cls(arrays, plain, plain["e.weight"], arrays["b.weight"], arrays["b.weight/scale"])

    @property
    def width(self) -> int:
        """Numbers in a hidden state."""
        return int(self.characters.shape[1])

    def hidden(self, ids: NDArray[np.int64], where: NDArray[np.int64] | None = None) -> Floats:
        """What the encoder makes of each place, shape ``(n, length, width)``; ``ids`` has shape ``(n, length)``.

        With ``where`` only these places, counted through all of ``ids``, come out, shape ``(places, width)``.
        """
        rows = pairs_of(ids, len(self.pairs))
        left = self.pairs[rows].astype(np.float32) * self.scales[rows]
        right = np.concatenate([left[:, 1:], np.zeros_like(left[:, :1])], 1)
        value = self.characters[ids] + self.weights["p.weight"][: ids.shape[1]]
        value = value + self._linear("bp", np.concatenate([left, right], -1))
        shown = np.where(ids == NOTHING, np.float32(-1e9), np.float32(0))[:, None, None, :]
        blocks = sum(name.endswith(".n1.weight") for name in self.weights)
        for block in range(blocks):
            value = self._block(f"blocks.{block}.", value, shown, where if block == blocks - 1 else None)
        return self._linear("out", self._norm("n", value))

    def scores(self, hidden: Floats, ids: NDArray[np.int64]) -> Floats:
        """The score (unnormalised log probability) of ``ids`` at hidden states ``(n, width)``."""
        scores: Floats = (hidden * self.characters[ids]).sum(-1) + self.weights["bias"][ids]
        return scores

    def totals(self, hidden: Floats) -> tuple[Floats, Floats]:
        """At hidden states ``(n, width)`` the logarithm of the sum over all characters, for normalising, and the score
        of the likeliest."""
        scores = hidden @ self.characters.T
        scores += self.weights["bias"]
        most = scores.max(-1)
        scores -= most[:, None]
        np.exp(scores, out=scores)
        return most + np.log(scores.sum(-1)), most

    def _linear(self, name: str, value: Floats) -> Floats:
        return value @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, name: str, value: Floats) -> Floats:
        value = value - value.mean(-1, keepdims=True)
        value = value / np.sqrt((value * value).mean(-1, keepdims=True) + TINY)
        return value * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _block(self, name: str, value: Floats, shown: Floats, where: NDArray[np.int64] | None) -> Floats:
        near = self._norm(f"{name}n1", value)
        near = near + self._convolved(f"{name}conv", near)
        seen = self._attention(self._linear(f"{name}qkv", near), shown)
        if where is not None:
            width = value.shape[-1]
            seen, value = seen.reshape(-1, width)[where], value.reshape(-1, width)[where]
        value = value + self._linear(f"{name}o", seen)
        wide = self._linear(f"{name}f1", self._norm(f"{name}n2", value))
        wide = 0.5 * wide * (1 + np.tanh(0.7978845608 * (wide + 0.044715 * wide * wide * wide)))
        return value + self._linear(f"{name}f2", wide)

    def _convolved(self, name: str, value: Floats) -> Floats:
        kernel = self.weights[f"{name}.weight"][:, 0, :]
        reach = kernel.shape[1] // 2
        padded = np.pad(value, ((0, 0), (reach, reach), (0, 0)))
        length = value.shape[1]
        summed = sum(padded[:, step : step + length] * kernel[:, step] for step in range(kernel.shape[1]))
        return np.asarray(summed + self.weights[f"{name}.bias"], np.float32)

    def _attention(self, value: Floats, shown: Floats) -> Floats:
        many, length, width = value.shape[0], value.shape[1], value.shape[2] // 3
        query, key, content = value.reshape(many, length, 3, HEADS, width // HEADS).transpose(2, 0, 3, 1, 4)
        weight = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS)) + shown
        weight = np.exp(weight - weight.max(-1, keepdims=True))
        weight /= weight.sum(-1, keepdims=True)
        seen: Floats = (weight @ content).transpose(0, 2, 1, 3).reshape(many, length, width)
        return seen


def sentences(text: str, reach: int = LONGEST - 2) -> Sequence[tuple[int, int]]:
    """Where to cut ``text`` for the encoder: at the ends of sentences, and before a piece grows beyond ``reach``."""
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
