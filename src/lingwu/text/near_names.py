"""Names that a text gets wrong by one character inside them: both ends of the name stand as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

HEAD = 2
"""This many characters at the front of a name, and one at its end, must be right for a text to mean that name."""


@dataclass(frozen=True, slots=True)
class NearName:
    """``text[start:end]`` reads almost like ``name``."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class NearNames:
    """Finds near misses of ``names``; what stands in ``known`` is right as it is."""

    names: tuple[str, ...]
    known: frozenset[str] = frozenset()

    @cached_property
    def halves(self) -> dict[str, list[tuple[str, bool]]]:
        """For each half of a name: the name, and whether it is the front half."""
        found: dict[str, list[tuple[str, bool]]] = {}
        for name in self.names:
            middle = len(name) // 2
            found.setdefault(name[:middle], []).append((name, True))
            found.setdefault(name[middle:], []).append((name, False))
        return found

    def misses(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[NearName]:
        """The near misses that hold the given places of halves, in order, no two of them overlapping."""
        last = -1
        for miss in sorted(self._candidates(text, spans), key=lambda miss: (miss.start, -miss.end)):
            if miss.start >= last:
                last = miss.end
                yield miss

    def _candidates(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[NearName]:
        for start, end in spans:
            for name, front in self.halves.get(text[start:end], ()):
                for size in (len(name), len(name) + 1, len(name) - 1):
                    left = start if front else end - size
                    said = text[max(left, 0) : left + size]
                    if self._misses(said, name):
                        yield NearName(left, left + size, name)
                        break

    def _misses(self, said: str, name: str) -> bool:
        if said in self.known or said[:HEAD] != name[:HEAD] or said[-1:] != name[-1]:
            return False
        return one_apart(said, name) and not any(word in self.known for word in _pieces(said, len(name)))


def _pieces(said: str, size: int) -> Iterator[str]:
    """``said`` without a character at its front or its end, in case a right name stands in it."""
    if len(said) > size:
        yield from (said[1:], said[:-1])


def one_apart(said: str, right: str) -> bool:
    """Whether one character put in, taken out or replaced, or two neighbours swapped, makes the one the other."""
    if said == right or abs(len(said) - len(right)) > 1:
        return False
    left = _common(said, right)
    tail = _common(said[left:][::-1], right[left:][::-1])
    a, b = said[left : len(said) - tail], right[left : len(right) - tail]
    return max(len(a), len(b)) == 1 or (len(a) == 2 and a == b[::-1])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
