"""A text as a page shows it: paragraphs, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
"""How headings of the first and second level begin."""
RULED = re.compile(r":?-+:?")
"""A cell of the line below the head of a table."""


@dataclass(frozen=True)
class Block:
    """A paragraph of the text (``place`` is its class), or the ``rows`` of a table."""

    line: str = ""
    place: str = ""
    rows: Sequence[Sequence[str]] = ()


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of ``text``, and its tables as written in the editor: a row a line, between strokes."""
    blocks: list[Block] = []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for in_table, group in groupby(lines, key=lambda line: len(line) > 1 and line[0] == line[-1] == "|"):
        if in_table:
            rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in group]
            blocks.append(Block(rows=[row for row in rows if not all(RULED.fullmatch(cell) for cell in row)]))
        else:
            blocks += [Block(line, "document-heading" if HEADING.match(line) else "") for line in group]
    return blocks
