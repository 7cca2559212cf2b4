"""What changed between two texts, paragraph by paragraph, and within a paragraph character by character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"
ALIKE = 0.35
"""Two paragraphs are one that changed where they are at least so much alike (0 to 1)."""
SHORT = 2
"""Fewer characters in common between two changes are read more easily as part of the change."""
MOST = 4_000_000
"""The product of lengths beyond which only the beginnings and the ends are compared."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters: ``kind`` is ``SAME``, ``ADDED`` or ``REMOVED``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph before and after; numbers count from 1, 0 where there is none."""

    kind: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    old_number: int = 0
    new_number: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """How much changed: paragraphs and characters."""

    changed: int
    added: int
    removed: int
    characters_in: int
    characters_out: int


def compare(old: str, new: str) -> list[Row]:
    """The rows of both texts in order; blank lines between paragraphs are left out."""
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(None, [said for _, said in before], [said for _, said in after], autojunk=False)
    rows: list[Row] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(before[i1:i2], after[j1:j2], strict=True)
            rows += [_row(SAME, _whole(SAME, a), _whole(SAME, b), m, n) for (m, a), (n, b) in pairs]
        else:
            rows += _replaced(before[i1:i2], after[j1:j2])
    return rows


def counted(rows: Sequence[Row]) -> Counted:
    """The figures of ``rows``."""
    kinds = [row.kind for row in rows]
    into = sum(len(piece.text) for row in rows for piece in row.new if piece.kind == ADDED)
    out = sum(len(piece.text) for row in rows for piece in row.old if piece.kind == REMOVED)
    return Counted(kinds.count(CHANGED), kinds.count(ADDED), kinds.count(REMOVED), into, out)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _row(kind: str, old: tuple[Piece, ...], new: tuple[Piece, ...], m: int, n: int) -> Row:
    return Row(kind, old, new, m, n)


def _whole(kind: str, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),)


def _replaced(before: Sequence[tuple[int, str]], after: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Paragraphs that gave way to others: each is held against the first later one that is alike."""
    at = 0
    for number, said in before:
        found = next((k for k in range(at, len(after)) if _alike(said, after[k][1])), None)
        if found is None:
            yield Row(REMOVED, old=_whole(REMOVED, said), old_number=number)
            continue
        yield from (Row(ADDED, new=_whole(ADDED, text), new_number=n) for n, text in after[at:found])
        old, new = within(said, after[found][1])
        yield Row(CHANGED, old, new, number, after[found][0])
        at = found + 1
    yield from (Row(ADDED, new=_whole(ADDED, text), new_number=n) for n, text in after[at:])


def _alike(old: str, new: str) -> bool:
    if len(old) * len(new) > MOST:
        return old[:40] == new[:40] or old[-40:] == new[-40:]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def within(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of a paragraph before, and after."""
    before: list[Piece] = []
    after: list[Piece] = []
    for i1, i2, j1, j2, same in _spans(old, new):
        if same:
            before.append(Piece(SAME, old[i1:i2]))
            after.append(Piece(SAME, new[j1:j2]))
            continue
        if i2 > i1:
            before.append(Piece(REMOVED, old[i1:i2]))
        if j2 > j1:
            after.append(Piece(ADDED, new[j1:j2]))
    return tuple(before), tuple(after)


def _spans(old: str, new: str) -> list[tuple[int, int, int, int, bool]]:
    """The stretches of both in order, and whether each is the same; short likenesses between changes are changes."""
    found: list[tuple[int, int, int, int, bool]] = []
    codes = _coarse(old, new) if len(old) * len(new) > MOST else SequenceMatcher(None, old, new, False).get_opcodes()
    for index, (tag, i1, i2, j1, j2) in enumerate(codes):
        same = tag == "equal" and not (0 < index < len(codes) - 1 and i2 - i1 < SHORT)
        if found and not same and not found[-1][4]:
            found[-1] = (found[-1][0], i2, found[-1][2], j2, False)
        else:
            found.append((i1, i2, j1, j2, same))
    return found


def _coarse(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """The common beginning, the common end, and what lies between."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
    middle = ("replace", head, len(old) - tail, head, len(new) - tail)
    last = ("equal", len(old) - tail, len(old), len(new) - tail, len(new))
    return [("equal", 0, head, 0, head), middle, last]
