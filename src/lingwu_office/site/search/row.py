"""What the index holds of one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A document's id, the number of its latest version, its head (title, numbers, elements) and its text."""

    id: int
    version: int
    head: str
    body: str
