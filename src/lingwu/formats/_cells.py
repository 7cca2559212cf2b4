"""Sheets of cells as one document: each cell its own block, with its grid and its name (单元格 B3, 单元格 名单!B3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lingwu.document import Block, Document, Kind, Span

WIDEST, LONGEST = 500, 50_000
"""No sheet is read beyond so many columns and rows; a note says where it was cut."""
SETTING = re.compile(r"[A-Za-z_]+ = [\"\[{\d]|\[\[?[A-Za-z_]+\]\]?$")
"""A line of a settings file kept in a cell, as saved seat plans do; no sentence."""


@dataclass
class Sheets:
    """Puts the text together while the cells come in reading order; ``document`` is what came of them."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[tuple[tuple[Span | None, ...], ...]] = field(default_factory=list)
    cells: list[tuple[int, int, str]] = field(default_factory=list)
    at: int = 0

    def add(self, rows: Sequence[Sequence[str | None]], sheet: str = "") -> None:
        """A sheet; None is a place that a merged cell covers. ``sheet`` is its name, where there are several."""
        grid = []
        for row, texts in enumerate(rows, 1):
            where = f"单元格 {sheet}!" if sheet else "单元格 "
            names = (f"{where}{column_name(at)}{row}" for at in range(len(texts)))
            grid.append(tuple(self._cell(text, name) for text, name in zip(texts, names, strict=True)))
        if any(any(span for span in row) for row in grid):
            self.tables.append(tuple(grid))

    def named(self, rows: Sequence[Sequence[tuple[str, str] | None]], head: Sequence[str]) -> None:
        """A table of texts each of which has its own name for its place; ``head`` are keys that no rule looks at."""
        grid = [tuple(self._cell(key, key, Kind.CODE) for key in head)]
        grid += [tuple(self._cell(cell[0], cell[1]) if cell else self._cell("", "") for cell in row) for row in rows]
        self.tables.append(tuple(grid))

    def _cell(self, text: str | None, name: str, kind: Kind = Kind.CELL) -> Span | None:
        if text is None:
            return None
        start = self.at
        for line in text.split("\n"):
            what = Kind.CODE if SETTING.match(line) else kind
            self.blocks.append(Block(Span(self.at, self.at + len(line)), what))
            self.pieces.append(line)
            self.at += len(line) + 1
        if text:
            self.cells.append((start, self.at - 1, name))
        return Span(start, self.at - 1)

    def document(self, notes: Iterable[str] = (), origin: Any = None) -> Document:
        """The document of all sheets."""
        meta = {"tables": tuple(self.tables), "cells": tuple(self.cells), "notes": tuple(notes)}
        return Document("\n".join(self.pieces), tuple(self.blocks), meta, origin)


def column_name(at: int) -> str:
    """The letters of the column ``at`` (from 0): A … Z, AA …"""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
