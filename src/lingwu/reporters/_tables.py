"""The tables of a document for the HTML page: which blocks stand in which cell of which grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lingwu.document import Document, Span

Cells = tuple[tuple[int, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table made of the blocks ``first`` to ``last``. A row has the indexes of the blocks of each cell.

    None is a place that a merged cell covers.
    """

    first: int
    last: int
    rows: tuple[Cells, ...]


def grids(doc: Document) -> list[Grid]:
    """The tables of ``doc`` in order; one inside a cell of another is part of that cell.

    A table whose cells do not hold all the blocks between its first and its last is left out.
    """
    starts = [block.span.start for block in doc.blocks]
    found: list[Grid] = []
    tables = [(_extent(table), table) for table in doc.meta.get("tables", ()) if any(map(any, _present(table)))]
    for extent, table in sorted(tables, key=lambda one: (one[0].start, -one[0].end)):
        first = bisect_left(starts, extent.start)
        last = bisect_left(starts, extent.end + 1) - 1
        if found and first <= found[-1].last:
            continue
        grid = _grid(doc, table, first, last) if first <= last else None
        if grid:
            found.append(grid)
    return found


def html(grid: Grid, paragraphs: Sequence[str]) -> Iterator[str]:
    """The table; ``paragraphs`` are the document's blocks as HTML."""
    width = max(map(len, grid.rows))
    yield "<table>"
    for at, row in enumerate(grid.rows):
        yield "<tr>"
        for column, cell in enumerate(row):
            if cell is not None:
                inside = "\n".join(paragraphs[index] for index in cell if paragraphs[index])
                yield f"<td{_reach(grid.rows, at, column)}>\n{inside}\n</td>" if inside else "<td></td>"
            elif not (at == 0 and column) and not (column == 0 and at):  # else it is part of the cell that covers it
                yield "<td></td>"
        yield "<td></td>" * (width - len(row)) + "</tr>"
    yield "</table>"


def _reach(rows: Sequence[Cells], at: int, column: int) -> str:
    """How far a merged cell of the first row or column reaches; elsewhere the grid does not say which way it goes."""
    if at == 0:
        beyond = next((n for n in range(column + 1, len(rows[0])) if rows[0][n] is not None), len(rows[0]))
        if beyond - column > 1:
            return f' colspan="{beyond - column}"'
    if column == 0:
        below = next((n for n in range(at + 1, len(rows)) if not rows[n] or rows[n][0] is not None), len(rows))
        if below - at > 1:
            return f' rowspan="{below - at}"'
    return ""


def _grid(doc: Document, table: Sequence[Sequence[Span | None]], first: int, last: int) -> Grid | None:
    held: list[list[int]] = []
    rows: list[Cells] = []
    index = first
    for row in table:
        cells: list[tuple[int, ...] | None] = []
        for cell in row:
            inside = []
            while cell is not None and index <= last and cell.covers(doc.blocks[index].span):
                inside.append(index)
                index += 1
            held.append(inside)
            cells.append(None if cell is None else tuple(inside))
        rows.append(tuple(cells))
    return Grid(first, last, tuple(rows)) if index > last and any(held) else None


def _present(table: Sequence[Sequence[Span | None]]) -> Iterator[list[bool]]:
    return ([cell is not None for cell in row] for row in table)


def _extent(table: Sequence[Sequence[Span | None]]) -> Span:
    cells = [cell for row in table for cell in row if cell is not None]
    return Span(min(cell.start for cell in cells), max(cell.end for cell in cells)) if cells else Span(0, 0)
