"""Which passages of a large text share runs of characters with a quotation: an index of all runs, searched on disk.

A run of ``SIZE`` characters (marks left out) is one 64-bit number: a 32-bit hash above the offset where it stands. The
numbers lie sorted in one file that is mapped into memory, so a search touches only a few pages of it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

SIZE = 4
WORD = re.compile(r"\w+")
BUCKETS = 256
"""Numbers are sorted in so many portions by their highest byte: no list of all of them is ever made."""

RAREST = 12
"""How many of a quotation's runs are looked up, the rarest first."""

FREQUENT = 4000
"""A run that stands in more places tells nothing, unless there is no other."""


def runs(text: str, start: int = 0) -> Iterator[int]:
    """The numbers of all runs of ``text``, line by line; ``start`` is the offset of its first character."""
    at = start
    for line in text.splitlines(keepends=True):
        offsets = [i for match in WORD.finditer(line) for i in range(*match.span())]
        if len(offsets) >= SIZE:
            codes = [ord(line[i]) for i in offsets]
            hashes = _hashes(codes)
            yield from ((h << 32) | (i + at) for h, i in zip(hashes, offsets, strict=False))
        at += len(line)


def _hashes(codes: Sequence[int]) -> list[int]:
    return [
        ((a * 0x9E3779B1) ^ (b * 0x85EBCA77) ^ (c * 0xC2B2AE3D) ^ (d * 0x27D4EB2F)) & 0xFFFFFFFF
        for a, b, c, d in zip(codes, codes[1:], codes[2:], codes[3:], strict=False)
    ]


class Buckets:
    """Numbers on their way to the file, in portions."""

    def __init__(self) -> None:
        self._portions = [array("Q") for _ in range(BUCKETS)]

    def add(self, numbers: Iterable[int]) -> None:
        """Take in the numbers of one text."""
        portions = self._portions
        for number in numbers:
            portions[number >> 56].append(number)

    def write(self, file: BinaryIO) -> None:
        """Write all numbers in order."""
        for index, portion in enumerate(self._portions):
            file.write(array("Q", sorted(portion)).tobytes())
            self._portions[index] = array("Q")


def candidates(numbers: Sequence[int], quotation: str, most: int = 5) -> list[tuple[int, int]]:
    """Places that share runs with ``quotation`` (characters only), the likeliest first.

    Each is ``(offset in the quotation, offset in the text)`` of one shared run. ``numbers`` are in order.
    """
    ranges = sorted(_ranges(numbers, quotation))
    useful = [r for r in ranges[:RAREST] if r[0] <= FREQUENT] or ranges[:1]
    votes: Counter[int] = Counter()
    seeds: dict[int, tuple[int, int]] = {}
    for _, first, last, i in useful:
        for number in numbers[first : min(last, first + FREQUENT)]:
            offset = number & 0xFFFFFFFF
            zone = (offset - i) // len(quotation)
            for near in (zone, zone + 1):
                votes[near] += 1
                seeds.setdefault(near, (i, offset))
    found = dict.fromkeys(seeds[zone] for zone, _ in votes.most_common(3 * most))
    return list(found)[:most]


def _ranges(numbers: Sequence[int], quotation: str) -> Iterator[tuple[int, int, int, int]]:
    """For each run of the quotation that stands somewhere: how often, from where to where, and its offset."""
    for i, h in enumerate(_hashes([ord(char) for char in quotation])):
        first = bisect_left(numbers, h << 32)
        last = bisect_left(numbers, (h + 1) << 32, lo=first)
        if first < last:
            yield last - first, first, last, i
