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
    """About ``LENGTH`` characters of ``text`` around the first hit (from the beginning where there is none)."""
    flat = " ".join(text.split())
    pattern = _pattern(query)
    hit = pattern.search(even(flat)) if pattern else None
    start = max(0, hit.start() - BEFORE) if hit else 0
    end = min(len(flat), start + LENGTH)
    shown = ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
    return marked(shown, query)


def _pattern(query: str) -> re.Pattern[str] | None:
    words = sorted(asked_for(query), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))) if words else None
