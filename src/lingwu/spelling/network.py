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
AHEAD = 4
"""So many characters are read anew from a change on, each way."""
EMPTY, UNREAD = np.float32(-1e4), np.float32(-3e4)
"""Added to the attention paid to empty cells, and to what is still to come, which even these must not see."""
Places = NDArray[np.int64]


def pairs_of(ids: Places, rows: int) -> Places:
    """The row of the table of pairs for each id with the one before it."""
    return pair_rows(np.concatenate([np.full_like(ids[:, :1], EDGE), ids[:, :-1]], 1), ids, rows)


def pair_rows(before: Places, ids: Places, rows: int) -> Places:
    """The row of the table of pairs for each id of ``ids`` after that of ``before``."""
    mixed: Places = before * 7919 + ids * 104729 + (before * ids) % 65537 * 31
    return (mixed ^ (mixed >> 7)) % rows


@dataclass(frozen=True)
class Changes:
    """At ``column`` of the sentence ``number``, ``old`` ids become the first ``size`` of ``new``; one row each, ``new``
    of shape ``(n, 2)``."""

    number: Places
    column: Places
    old: Places
    size: Places
    new: Places


@dataclass(frozen=True)
class Trace:
    """Sentences as read: ``ids`` of shape ``(n, length)``; what is known at each place of all up to it (``forward``)
    and of all from it on (``backward``), each of shape ``(n, length, width)``; and what each block ``kept`` for reading
    on: its input, keys and contents."""

    ids: Places
    forward: Floats
    backward: Floats
    kept: Mapping[str, tuple[Floats, Floats, Floats]]

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

    def states(self, ids: Places) -> Trace:
        """Reads sentences, ``ids`` of shape ``(n, length)``, edges counted and ``NOTHING`` after them."""
        length = ids.shape[1]
        real = (ids != NOTHING)[..., None].astype(np.float32)
        left = self._pairs(pairs_of(ids, len(self.pairs))) * real
        right = np.concatenate([left[:, 1:], np.zeros_like(left[:, :1])], 1)
        value = self.characters[ids] + self.weights["p.weight"][:length]
        blank = np.where(ids == NOTHING, EMPTY, np.float32(0))[:, None, None, :]
        ahead = np.triu(np.full((length, length), UNREAD), 1)
        kept: dict[str, tuple[Floats, Floats, Floats]] = {}
        forward = value + self._linear("bf", left)
        for name in self._blocks("fw"):
            forward, kept[name] = self._block(name, forward, blank + ahead, real)
        # Backward is forward with the sentence turned round.
        backward = (value + self._linear("bb", right))[:, ::-1]
        for name in self._blocks("bw"):
            backward, kept[name] = self._block(name, backward, blank[..., ::-1] + ahead, real[:, ::-1])
        return Trace(ids, self._norm("nf", forward), self._norm("nb", backward[:, ::-1]), kept)

    def amended(self, trace: Trace, changes: Changes) -> tuple[Floats, Floats]:
        """The states of changed sentences at the ``AHEAD`` places from each change on: forward from its first place and
        backward from its last place, in the order of reading; each of shape ``(n, AHEAD, width)``.

        All before a change is as it was, for whoever reads that way: only the places behind it are read anew.
        """
        step, number, length = np.arange(AHEAD)[None, :], changes.number[:, None], trace.ids.shape[1]
        start, end = changes.column[:, None], (changes.column + changes.old)[:, None]
        size = changes.size[:, None]
        onward = _from(changes.new, step, step < size, trace.at(number, end + step - size))
        value = self.characters[onward] + self.weights["p.weight"][(start + step).clip(0, LONGEST - 1)]
        before = np.concatenate([trace.at(number, start - 1), onward[:, :-1]], 1)
        real = (onward != NOTHING)[..., None].astype(np.float32)
        value += self._linear("bf", self._pairs(pair_rows(before, onward, len(self.pairs))) * real)
        forward = self._onward("fw", value, real, trace, (changes.number, changes.column))
        back = size - 1 - step
        homeward = _from(changes.new, back, back >= 0, trace.at(number, start + back))
        value = self.characters[homeward] + self.weights["p.weight"][(end - 1 - step).clip(0, LONGEST - 1)]
        after = np.concatenate([trace.at(number, end), homeward[:, :-1]], 1)
        real = (homeward != NOTHING)[..., None].astype(np.float32)
        value += self._linear("bb", self._pairs(pair_rows(homeward, after, len(self.pairs))) * real)
        behind = length - changes.column - changes.old
        backward = self._onward("bw", value, real, trace, (changes.number, behind))
        return self._norm("nf", forward), self._norm("nb", backward)

    def _onward(self, tower: str, value: Floats, real: Floats, trace: Trace, past: tuple[Places, Places]) -> Floats:
        """Reads ``value`` on, of shape ``(n, AHEAD, width)``; ``past`` are the numbers of its sentences in the trace
        and how many of their places, in the order of reading, come before it."""
        number, read = past
        many, length = len(number), trace.ids.shape[1]
        hidden = np.where(np.arange(length)[None, :] < read[:, None], np.float32(0), UNREAD)
        blank = np.where(trace.ids == NOTHING, EMPTY, np.float32(0))[number]
        shown = np.minimum(hidden, blank if tower == "fw" else blank[:, ::-1])[:, None, None, :]
        shown = np.broadcast_to(shown, (many, 1, AHEAD, length))
        ahead = np.broadcast_to(np.triu(np.full((AHEAD, AHEAD), UNREAD), 1), (many, 1, AHEAD, AHEAD))
        last = read[:, None] + np.arange(1 - REACH, 0)
        for name in self._blocks(tower):
            base, key, content = trace.kept[name]
            latest = np.where((last >= 0)[..., None], base[number[:, None], last.clip(0)], np.float32(0))
            seen = (latest, key[number], content[number])
            value, _ = self._block(name, value, np.concatenate([shown, ahead], -1), real, seen)
        return value

    def expectations(self, before: Floats, after: Floats, sounds: Places) -> Floats:
        """What should stand between the forward states ``before`` and the backward states ``after``, each of shape
        ``(n, width)``, if it sounds like ``sounds`` (0: however it sounds), shape ``(n, width)``; for ``scores``."""
        inner = self._linear("t1", np.concatenate([before, after], -1)) + self.weights["key.weight"][sounds]
        return self._norm("nt", self._linear("t2", _gelu(inner)))

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

    def _block(
        self, name: str, value: Floats, shown: Floats, real: Floats, seen: tuple[Floats, Floats, Floats] | None = None
    ) -> tuple[Floats, tuple[Floats, Floats, Floats]]:
        """The output of a block, and its input, keys and contents; ``real`` is 0 for empty cells, ``seen`` what was
        read before."""
        base = self._norm(f"{name}n1", value) * real
        near = self._convolved(name, base, seen[0] if seen else np.zeros_like(base[:, : REACH - 1]))
        many, length, width = value.shape
        parts = self._linear(f"{name}qkv", near).reshape(many, length, 3, HEADS, width // HEADS)
        query, key, content = parts.transpose(2, 0, 3, 1, 4)
        keys, contents = (
            (key, content)
            if not seen
            else (np.concatenate(two, 2) for two in zip(seen[1:], (key, content), strict=True))
        )
        weight = query @ keys.transpose(0, 1, 3, 2) * np.float32((width // HEADS) ** -0.5) + shown
        weight = np.exp(weight - weight.max(-1, keepdims=True))
        weight /= weight.sum(-1, keepdims=True)
        value = value + self._linear(f"{name}o", (weight @ contents).transpose(0, 2, 1, 3).reshape(many, length, width))
        value = value + self._linear(f"{name}f2", _gelu(self._linear(f"{name}f1", self._norm(f"{name}n2", value))))
        return value, (base, key, content)

    def _convolved(self, name: str, value: Floats, past: Floats) -> Floats:
        """``value`` with some of what was just read; ``past`` are the ``REACH - 1`` places before it."""
        kernel, length = self.weights[f"{name}conv"], value.shape[1]
        whole = np.concatenate([past, value], 1)
        near: Floats = value * (1 + kernel[0]) + self.weights[f"{name}cb"]
        for step in range(1, REACH):
            near += whole[:, REACH - 1 - step : REACH - 1 - step + length] * kernel[step]
        return near


def _from(new: Places, step: Places, inside: NDArray[np.bool_], other: Places) -> Places:
    """The ids of ``new`` at ``step`` where ``inside``, elsewhere those of ``other``."""
    return np.where(inside, np.take_along_axis(new, np.broadcast_to(step.clip(0, 1), inside.shape), 1), other)


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
