"""Text files, cleaned, and split into what the model learns from and what it is judged on."""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BLOCK = 500
"""Lines are held back in blocks of this many, so that a document seldom lies on both sides."""
SHARE = 0.05
"""This share of the blocks is held back."""
SHINGLE = 13
"""Runs of this many characters tell whether a held-back line was seen elsewhere."""
SEEN = 0.3
"""A held-back line is dropped where more than this share of its runs was seen."""
_SPACES = re.compile(r"[\u3000\u00a0 \t]+")
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True)
class Texts:
    """The lines to learn from, and those held back, by file."""

    learned: dict[str, list[str]]
    held: dict[str, list[str]]

    def lines(self) -> Iterator[str]:
        """All lines to learn from."""
        for lines in self.learned.values():
            yield from lines


def read(paths: Sequence[Path], seed: int) -> Texts:
    """Reads ``.txt`` and ``.txt.xz`` files of one paragraph a line; every line once, by its first file."""
    learned, held = {}, {}
    known: set[str] = set()
    for path in paths:
        lines = []
        for line in _lines(path):
            if line not in known:
                known.add(line)
                lines.append(line)
        learned[path.name], held[path.name] = _split(lines, random.Random(f"{seed}{path.name}"))  # noqa: S311
    seen = {run for lines in learned.values() for line in lines for run in _runs(line)}
    return Texts(learned, {name: [line for line in lines if _fresh(line, seen)] for name, lines in held.items()})


def _lines(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    for line in text.splitlines():
        clean = _SPACES.sub("", line.strip().translate(_DIGITS))
        if clean:
            yield clean


def _split(lines: list[str], chance: random.Random) -> tuple[list[str], list[str]]:
    blocks = [lines[at : at + BLOCK] for at in range(0, len(lines), BLOCK)]
    chosen = set(chance.sample(range(len(blocks)), max(1, round(SHARE * len(blocks)))))
    learned = [line for number, block in enumerate(blocks) if number not in chosen for line in block]
    return learned, [line for number in sorted(chosen) for line in blocks[number]]


def _runs(line: str) -> Iterator[int]:
    return (hash(line[at : at + SHINGLE]) for at in range(len(line) - SHINGLE + 1))


def _fresh(line: str, seen: set[int]) -> bool:
    runs = list(_runs(line))
    return sum(run in seen for run in runs) <= SEEN * len(runs)


def sentences(lines: Sequence[str], shortest: int = 12, longest: int = 90) -> list[str]:
    """The sentences of ``lines`` of a usual length that are mostly Chinese characters."""
    found = [s for line in lines for s in re.findall(r"[^。！？；]+[。！？；]?", line)]
    return [s for s in found if shortest <= len(s) <= longest and len(re.findall("[一-鿿]", s)) >= 0.6 * len(s)]
