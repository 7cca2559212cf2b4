"""The grids of a .docx's tables: where each cell stands in the text, and which places a merged cell covers."""

from __future__ import annotations

from dataclasses import dataclass, field

from lingwu.document import Span
from lingwu.formats.docx.names import Element, child, value

Row = tuple[Span | None, ...]
Grid = tuple[Row, ...]
WIDEST = 1000
"""No table has more columns than this; what a broken file claims beyond it is left out."""


@dataclass(slots=True)
class Tables:
    """Gathers tables while the file is walked; those inside cells of others come before these in ``done``."""

    done: list[Grid] = field(default_factory=list)
    _open: list[list[list[Span | None]]] = field(default_factory=list)

    def begin(self) -> None:
        """A table begins."""
        self._open.append([])

    def row(self, el: Element) -> None:
        """A row begins."""
        if self._open:
            self._open[-1].append([None] * _count(child(child(el, "trPr"), "gridBefore"), 0))

    def cell(self, el: Element, span: Span | None) -> None:
        """A cell has ended; ``span`` is None where it has not even a paragraph."""
        if not self._open or not self._open[-1]:
            return
        said = child(el, "tcPr")
        merged = child(said, "vMerge")
        covered = merged is not None and value(merged) != "restart"
        row = self._open[-1][-1]
        row.append(None if covered else span)
        row += [None] * (_count(child(said, "gridSpan"), 1) - 1)
        del row[WIDEST:]

    def end(self) -> None:
        """The innermost open table has ended."""
        self.done.append(tuple(tuple(row) for row in self._open.pop()))


def _count(el: Element | None, default: int) -> int:
    said = value(el)
    return min(int(said), WIDEST) if said.isascii() and said.isdigit() and len(said) < 5 else default
