"""The text of a file as the editor shows it: a paragraph a line, tables as rows between bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import lingwu
from lingwu_office.foundation.errors import Invalid

READABLE = (".docx", ".odt", ".txt", ".md", ".doc", ".wps")
"""Suffixes of files whose text can become a version."""
EDGES = frozenset({lingwu.Kind.HEADER, lingwu.Kind.FOOTER})
Grid = Sequence[Sequence[lingwu.Span | None]]


def text_in(data: bytes, name: str) -> str:
    """The text that a file holds, without headers, footers and page numbers.

    Raises:
        Invalid: it cannot be read; the sentence says why.
    """
    try:
        doc = lingwu.read(data, name)
    except lingwu.ReadError as error:
        raise Invalid(str(error)) from error
    return doc.text if doc.meta.get("format") == "txt" else "\n".join(_lines(doc))


def _lines(doc: lingwu.Document) -> Iterator[str]:
    grids: list[Grid] = [grid for grid in doc.meta.get("tables", ()) if max(map(len, grid), default=0) > 1]
    first = {_start(grid): grid for grid in grids}
    inside = {(span.start, span.end) for grid in grids for row in grid for span in row if span}
    numbers: Mapping[int, str] = doc.meta.get("numbering", {})
    for block in doc.blocks:
        start, end = block.span.start, block.span.end
        if start in first and block.kind is lingwu.Kind.CELL:
            yield from _rows(doc, first.pop(start))
        held = (
            any(left <= start and end <= right for left, right in inside) if block.kind is lingwu.Kind.CELL else False
        )
        if held or block.kind in EDGES:
            continue
        said = block.span.of(doc.text).replace("\n", "").replace("\v", "\n").replace("\f", "")
        yield f"{numbers.get(start, '').strip()}{said}"


def _rows(doc: lingwu.Document, grid: Grid) -> Iterator[str]:
    """The rows of a table, the row of dashes behind the first."""
    width = max(map(len, grid))
    for index, row in enumerate(grid):
        cells = [" ".join(span.of(doc.text).split()).replace("|", "｜") if span else "" for span in row]
        yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
        if index == 0:
            yield f"| {' | '.join(['---'] * width)} |"


def _start(grid: Grid) -> int:
    return min((span.start for row in grid for span in row if span), default=-1)
