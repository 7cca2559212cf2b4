"""Text files, cleaned, and split into what the model learns from and what it is judged on."""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.counts import keys_of

BLOCK = 60
"""Lines are held back in blocks of this many, those held back by chance in groups of ``GROUP`` blocks, so that a
document seldom lies on both sides."""
GROUP = 8
SHARE, STRANGE = 0.04, 0.04
"""This share of the groups is held back by chance, and this share of the blocks because they are the strangest: they
have most runs of ``RUN`` characters that occur nowhere else."""
RUN = 4
SHINGLE = 13
"""Runs of this many characters tell whether a held-back line was seen elsewhere."""
SEEN = 0.3
"""A held-back line is dropped where more than this share of its runs was seen."""
_SPACES = re.compile(r"[\u3000\u00a0 \t]+")
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True)
class Texts:
    """The lines to learn from, those held back by chance, and the strangest ones, held back too; by file."""

    learned: dict[str, list[str]]
    held: dict[str, list[str]]
    strange: dict[str, list[str]]

    def lines(self) -> Iterator[str]:
        """All lines to learn from."""
        for lines in self.learned.values():
            yield from lines

    def all(self) -> dict[str, list[str]]:
        """All lines of each file, those held back as well."""
        return {name: [*lines, *self.held[name], *self.strange[name]] for name, lines in self.learned.items()}


def read(paths: Sequence[Path], seed: int) -> Texts:
    """Reads ``.txt`` and ``.txt.xz`` files of one paragraph a line; every line once, by its first file."""
    known: set[str] = set()
    blocks: list[tuple[str, list[str]]] = []
    for path in paths:
        lines = []
        for line in _lines(path):
            if line not in known:
                known.add(line)
                lines.append(line)
        blocks += [(path.name, lines[at : at + BLOCK]) for at in range(0, len(lines), BLOCK)]
    strange = set(np.argsort(-_novelty(blocks))[: int(len(blocks) * STRANGE)].tolist())
    by_chance = _by_chance(blocks, random.Random(seed))  # noqa: S311
    parts: dict[str, dict[str, list[str]]] = {
        part: {path.name: [] for path in paths} for part in ("learned", "held", "strange")
    }
    for number, (name, lines) in enumerate(blocks):
        part = "strange" if number in strange else "held" if number in by_chance else "learned"
        parts[part][name] += lines
    seen = {run for lines in parts["learned"].values() for line in lines for run in _runs(line)}
    for part in ("held", "strange"):
        parts[part] = {name: [line for line in lines if _fresh(line, seen)] for name, lines in parts[part].items()}
    return Texts(**parts)


def _novelty(blocks: Sequence[tuple[str, list[str]]]) -> NDArray[np.float64]:
    """For each block the share of its runs that occur in no other."""
    runs = []
    for _, lines in blocks:
        text = np.frombuffer("\n".join(lines).encode("utf-32-le"), np.uint32).astype(np.uint64)
        runs.append(np.unique(keys_of(text, RUN)) if len(text) >= RUN else np.zeros(0, np.uint64))
    sizes = np.array([len(each) for each in runs])
    _, number, many = np.unique(np.concatenate(runs), return_inverse=True, return_counts=True)
    block = np.repeat(np.arange(len(blocks)), sizes)
    shares: NDArray[np.float64] = np.bincount(block, many[number] == 1, len(blocks)) / np.maximum(sizes, 1)
    return shares


def _by_chance(blocks: Sequence[tuple[str, list[str]]], chance: random.Random) -> set[int]:
    groups: dict[str, dict[int, list[int]]] = {}
    for number, (name, _) in enumerate(blocks):
        groups.setdefault(name, {}).setdefault(number // GROUP, []).append(number)
    found: set[int] = set()
    for each in groups.values():
        mine = list(each.values())
        for group in chance.sample(mine, max(1, round(SHARE * len(mine)))):
            found.update(group)
    return found


def _lines(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    for line in text.splitlines():
        clean = _SPACES.sub("", line.strip().translate(_DIGITS))
        if clean:
            yield clean


def _runs(line: str) -> Iterator[int]:
    return (hash(line[at : at + SHINGLE]) for at in range(len(line) - SHINGLE + 1))


def _fresh(line: str, seen: set[int]) -> bool:
    runs = list(_runs(line))
    return sum(run in seen for run in runs) <= SEEN * len(runs)


def sentences(lines: Sequence[str], shortest: int = 12, longest: int = 90) -> list[str]:
    """The sentences of ``lines`` of a usual length that are mostly Chinese characters."""
    found = [s for line in lines for s in re.findall(r"[^。！？；]+[。！？；]?", line)]
    return [s for s in found if shortest <= len(s) <= longest and len(re.findall("[一-鿿]", s)) >= 0.6 * len(s)]
