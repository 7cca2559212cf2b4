"""What tests of the command line share: what a command left behind, and files for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


Lingwu = Callable[..., Done]
"""Runs a command, as the fixture ``lingwu`` does."""


def write(name: str, text: str | bytes = "有错词。\n") -> Path:
    """Write a file, with the folders it stands in."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
