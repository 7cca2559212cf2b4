"""The part of a text where the words were found, cut into pieces that are marked or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lingwu_office.site.search.words import asked_for, even

BEFORE, LENGTH = 30, 110
"""Characters before the first hit, and in all."""


@dataclass(frozen=True)
class Piece:
    """A piece of text; ``hit`` where it is what was asked for."""

    text: str
    hit: bool


def marked(text: str, query: str) -> list[Piece]:
    """All of ``text`` in pieces."""
    pattern = _pattern(query)
    if pattern is None:
        return [Piece(text, False)] if text else []
    pieces, at = [], 0
    for hit in pattern.finditer(even(text)):
        pieces += [Piece(text[at : hit.start()], False), Piece(text[hit.start() : hit.end()], True)]
        at = hit.end()
    pieces.append(Piece(text[at:], False))
    return [piece for piece in pieces if piece.text]


def snippet(text: str, query: str) -> list[Piece]:
    """About ``LENGTH`` characters of ``text`` with as many of the words as possible, the first such place."""
    flat = " ".join(text.split())
    pattern = _pattern(query)
    hits = [(hit.start(), hit.group()) for hit in pattern.finditer(even(flat))] if pattern else []
    start = max(0, _fullest(hits) - BEFORE)
    end = min(len(flat), start + LENGTH)
    shown = ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
    return marked(shown, query)


def _fullest(hits: list[tuple[int, str]]) -> int:
    """Where the first stretch with the most different words begins; 0 where nothing was found."""
    best, most = 0, 0
    for at, (start, _) in enumerate(hits):
        words = {word for place, word in hits[at : at + LENGTH] if place + len(word) <= start - BEFORE + LENGTH}
        if len(words) > most:
            best, most = start, len(words)
    return best


def _pattern(query: str) -> re.Pattern[str] | None:
    words = sorted(asked_for(query), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))) if words else None
