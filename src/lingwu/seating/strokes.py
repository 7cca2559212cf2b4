"""Stroke order of Chinese characters: count, then strokes one by one, then the standing in 通用规范汉字表.

The table gives the class of each stroke (1 横 2 竖 3 撇 4 点 5 折). Characters with the same strokes are ordered as
within their level of 通用规范汉字表, whose order follows GF 3003 (main before side shapes, structure, proportion);
across levels the code point decides, as GB/T 13418—1992 5.1.3 has it, and the pair is reported.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("strokes.tsv")
LEVELS = 4


class Written(NamedTuple):
    """How a character is written; comparing two compares count, strokes, standing in that order."""

    length: int
    strokes: str
    standing: int


@cache
def characters() -> Mapping[str, Written]:
    """All characters of the table."""
    return {char: written for strokes, chars in _groups().items() for char, written in _ordered(strokes, chars)}


def written(char: str, more: Mapping[str, str] | None = None) -> Written | None:
    """How ``char`` is written; ``more`` gives strokes for characters that the table lacks. None: not known."""
    if more and char in more:
        return Written(len(more[char]), more[char], ord(char))
    return characters().get(char)


def decided_by_code(first: str, second: str) -> bool:
    """Whether only the code point puts one before the other: the same strokes, different levels."""
    groups = _groups()
    one, two = characters().get(first), characters().get(second)
    if first == second or one is None or two is None or one.strokes != two.strokes:
        return False
    return not any(first in chars and second in chars for chars in groups[one.strokes][: LEVELS - 1])


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {row[0]: tuple((row[1:] + [""] * LEVELS)[:LEVELS]) for row in rows}


def _ordered(strokes: str, chars: tuple[str, ...]) -> list[tuple[str, Written]]:
    """One order of characters with the same strokes that keeps the order of each level."""
    merged = heapq.merge(*chars)
    return [(char, Written(len(strokes), strokes, place)) for place, char in enumerate(merged)]
