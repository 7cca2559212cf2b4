"""Two texts made from one: what only one of them changed is taken, what both changed is kept in both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Merged:
    """The text, and in how many places both had changed the same."""

    text: str
    both: int


@dataclass(frozen=True)
class Change:
    """Lines ``start:end`` of the base gave way to ``new``."""

    start: int
    end: int
    new: tuple[str, ...]


def merge(base: str, now: str, aside: str) -> Merged:
    """``now`` with what ``aside`` changed since ``base``; where both changed the same lines, those of both."""
    lines = base.split("\n") if base else []
    ours, theirs = list(_changes(lines, _lines(now))), list(_changes(lines, _lines(aside)))
    found: list[str] = []
    both = at = 0
    for left, right in _groups(ours, theirs):
        start, end = min(one.start for one in left + right), max(one.end for one in left + right)
        found += lines[at:start]
        mine, other = _applied(lines, left, start, end), _applied(lines, right, start, end)
        if not right or mine == other:
            found += mine
        elif not left:
            found += other
        else:
            both += 1
            found += [*mine, *(line for line in other if line not in mine)]
        at = end
    return Merged("\n".join([*found, *lines[at:]]), both)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(i1, i2, tuple(after[j1:j2]))


def _groups(ours: list[Change], theirs: list[Change]) -> Iterator[tuple[list[Change], list[Change]]]:
    """Changes of both sides by where they are; those that touch the same lines stay together."""
    waiting = sorted(
        [(one, 0) for one in ours] + [(one, 1) for one in theirs], key=lambda pair: (pair[0].start, pair[0].end)
    )
    group: tuple[list[Change], list[Change]] = ([], [])
    end = -1
    for one, side in waiting:
        apart = one.start > end or (one.start == end and one.end > one.start and not group[side])
        if apart and (group[0] or group[1]):
            yield group
            group = ([], [])
        group[side].append(one)
        end = max(end, one.end) if not apart else one.end
    if group[0] or group[1]:
        yield group


def _applied(lines: Sequence[str], changes: Sequence[Change], start: int, end: int) -> list[str]:
    """Lines ``start:end`` after ``changes``."""
    found: list[str] = []
    at = start
    for one in changes:
        found += [*lines[at : one.start], *one.new]
        at = one.end
    return [*found, *lines[at:end]]
