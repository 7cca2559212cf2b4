"""How many columns of a terminal a text takes."""

from __future__ import annotations

import unicodedata


def columns(text: str, ambiguous: int = 1) -> int:
    """The columns of ``text``; ``ambiguous`` is what a terminal gives to “ ” … — and the like."""
    return len(text) if text.isascii() else sum(of_char(char, ambiguous) for char in text)


def of_char(char: str, ambiguous: int = 1) -> int:
    """The columns of one character."""
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    wide = unicodedata.east_asian_width(char)
    return 2 if wide in "WF" else ambiguous if wide == "A" else 1
