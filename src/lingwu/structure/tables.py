"""Tables as grids of cells: their heads, labels and numbers, ready to be added up.

The readers give the place of each cell in ``meta["tables"]``; in a document without these, neighbouring lines with the
same number of tabs make a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lingwu.document import Block, Document, Span
from lingwu.text.numerals import SCALES
from lingwu.text.regexes import compiled
from lingwu.text.rounded import UNIT, Rounded

NUMBER = (
    r"(?P<minus>[-−－]?)(?P<n>(?:\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.\d{1,6})?)(?P<s>万亿|万|亿)?"
    rf"(?P<u>[%％]|(?!期|批){UNIT}|㎡|m²|km)?"
)
BLANK = frozenset({"", "-", "—", "——", "－", "/", "／", "―", "–", "…", "\\"})
TOTALS = frozenset({"合计", "总计", "共计", "总数", "总和", "合计数", "总合计"})
SUBTOTAL = "小计"
YEAR = r"(?:19|20)\d\d"
MOST_CELLS = 20_000
"""A table with more cells than this is not looked at: it is a register, not something to be added up."""
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``span`` is its text without blanks at its ends, ``text`` that text without any blanks.

    ``value`` is its number, with ``unit`` (%, 人 …) behind it; a dash or nothing is no number but ``blank``.
    """

    span: Span
    text: str
    value: Rounded | None = None
    unit: str = ""

    @property
    def blank(self) -> bool:
        """Whether it says nothing, which counts as zero in a sum."""
        return self.text in BLANK


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are equally long; a place that a merged cell covers is None. ``head`` counts the rows of the head."""

    rows: tuple[tuple[Cell | None, ...], ...]
    head: int

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def body(self) -> range:
        """The indexes of the rows below the head."""
        return range(self.head, len(self.rows))

    def title(self, column: int) -> str:
        """What the head says of a column, from top to bottom, merged cells above it included."""
        return "".join(_over(self.rows, row, column) for row in range(self.head))

    def label(self, row: int) -> str:
        """What the row is called: its first cell that is no number."""
        return next((cell.text for cell in self.rows[row] if cell and not cell.value and not cell.blank), "")

    def values(self, column: int, rows: Sequence[int]) -> list[Rounded | None] | None:
        """The numbers of a column in ``rows``, None for blanks; nothing at all where a cell says something else."""
        found: list[Rounded | None] = []
        for row in rows:
            cell = self.rows[row][column]
            if cell is None or not (cell.value or cell.blank):
                return None
            found.append(cell.value)
        return found


def tables(doc: Document) -> tuple[Table, ...]:
    """The tables of ``doc`` that have a head and at least two more rows, worked out once for it."""
    return doc.derive(_tables)


def _tables(doc: Document) -> tuple[Table, ...]:
    grids = doc.meta.get("tables")
    if grids is None:
        grids = _tabbed(doc) if "\t" in doc.text else ()
    found = (_table(doc.text, grid) for grid in grids if sum(map(len, grid)) <= MOST_CELLS)
    return tuple(table for table in found if table)


def _tabbed(doc: Document) -> Iterator[list[list[Span]]]:
    """Runs of neighbouring lines that have the same number of tabs each."""
    run: list[list[Span]] = []
    before: Block | None = None
    for block in doc.blocks:
        row = _split(doc.text, block.span) if doc.text.find("\t", block.span.start, block.span.end) >= 0 else []
        near = before is not None and doc.text.count("\n", before.span.end, block.span.start) <= 1
        if not (row and run and near and len(row) == len(run[0])):
            if len(run) >= LEAST_ROWS:
                yield run
            run = []
        if row:
            run.append(row)
        before = block
    if len(run) >= LEAST_ROWS:
        yield run


def _split(text: str, span: Span) -> list[Span]:
    cells = []
    start = span.start
    for said in span.of(text).split("\t"):
        cells.append(Span(start, start + len(said)))
        start += len(said) + 1
    return cells


def _table(text: str, grid: Sequence[Sequence[Span | None]]) -> Table | None:
    width = max(map(len, grid), default=0)
    rows = [tuple(None if span is None else _cell(text, span) for span in row) for row in grid]
    rows = [row for row in rows if any(cell and cell.text for cell in row)]
    rows = [row + (None,) * (width - len(row)) for row in rows]
    if len(rows) < LEAST_ROWS or width < 2 or width * len(rows) > MOST_CELLS:
        return None
    head = next((index for index, row in enumerate(rows) if _has_numbers(row)), 0)
    return Table(tuple(rows), head) if 0 < head <= 4 and len(rows) - head >= 2 else None


def _cell(text: str, span: Span) -> Cell:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    whole = Span(start, max(start, span.start + len(said.rstrip())))
    bare = "".join(said.split())
    match = compiled(NUMBER).fullmatch(bare) if len(bare) <= 30 else None
    if match is None:
        return Cell(whole, bare)
    digits = match["n"].replace(",", "").replace("，", "")
    size = Decimal(SCALES[match["s"] or ""])
    value = Decimal(digits) * size * (-1 if match["minus"] else 1)
    unit = (match["u"] or "").replace("％", "%")
    return Cell(whole, bare, Rounded(value, size.scaleb(-len(digits.partition(".")[2]))), unit)


def _has_numbers(row: Sequence[Cell | None]) -> bool:
    """Whether a row holds figures and not only years."""
    cells = [cell for cell in row if cell and cell.value]
    return any(not compiled(YEAR).fullmatch(cell.text) for cell in cells)


def _over(rows: Sequence[Sequence[Cell | None]], row: int, column: int) -> str:
    """The text of the head over ``column`` in ``row``; of a merged cell that reaches there from the left too."""
    while column > 0 and rows[row][column] is None:
        if row and rows[row - 1][column] is not None:
            return ""
        column -= 1
    cell = rows[row][column]
    return cell.text if cell else ""
