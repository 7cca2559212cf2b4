"""A draft from plain text or Markdown: its lines, its tables, its front matter.

Of Markdown only what clerks use is markup: # before headings, - before items, ** around bold, and tables with bars; all
else is taken as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lingwu.document import Document, Kind, Span
from lingwu.typeset.matter import split
from lingwu.typeset.model import Cell, Mark, Paragraph, Part, Piece, Table, width
from lingwu.typeset.raw import Draft, Raw

LINE = re.compile(r"[^\r\n]+")
HEADING = re.compile(r"(#{1,6})[ \t]+")
ITEM = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
RULE = re.compile(r"[ \t]*(?:-[ \t]*){3,}$|[ \t]*(?:\*[ \t]*){3,}$|[ \t]*(?:_[ \t]*){3,}$")
INDENT = " \t　\ufeff\u200b"
WIDE_TABLE = 10
"""A table of so many columns stands on a landscape page."""
TYPE_WIDTH, LANDSCAPE_WIDTH = 156.0, 225.0


def read(doc: Document) -> Draft:
    """The draft in a text document.

    Raises:
        MatterError: the front matter cannot be understood.
    """
    matter, start = split(doc.text)
    markdown = str(doc.meta.get("path", "")).lower().endswith((".md", ".markdown"))
    lines = [Span(*match.span()) for match in LINE.finditer(doc.text, start)]
    raws = _of_markdown(doc, lines) if markdown else _of_text(doc, lines)
    return Draft(tuple(raws), matter)


def _of_text(doc: Document, lines: Sequence[Span]) -> Iterator[Raw]:
    """Lines of plain text; neighbouring ones with the same number of tabs within make a table."""
    rows = [(line.of(doc.text).strip(INDENT), line) for line in lines]
    for tabs, group in groupby(rows, key=lambda row: row[0].count("\t")):
        found = [said for said, _ in group]
        if tabs and len(found) > 1:
            yield Raw(table([[cell.strip(INDENT) for cell in said.split("\t")] for said in found]), Kind.CELL)
        else:
            yield from (Raw(Paragraph(Part.BODY, (Piece(said),))) for said in found if said)


def _of_markdown(doc: Document, lines: Sequence[Span]) -> Iterator[Raw]:
    tables = [grid for grid in doc.meta.get("tables", ()) if any(any(row) for row in grid)]
    places = [(_start(grid), _end(grid), grid) for grid in tables]
    code = [block.span for block in doc.blocks if block.kind is Kind.CODE]
    fenced = {span.start for span in code}
    for line in lines:
        inside = next((place for place in places if place[0] <= line.end and line.start <= place[1]), None)
        if inside is None:
            yield from _line(line.of(doc.text), line.start in fenced)
        elif line.start <= inside[0] <= line.end:
            yield Raw(table([[span.of(doc.text) if span else "" for span in row] for row in inside[2]]), Kind.CELL)


def _line(said: str, code: bool) -> Iterator[Raw]:
    if RULE.fullmatch(said) or not said.strip(INDENT):
        return
    heading = HEADING.match(said.lstrip(INDENT))
    level = len(heading[1]) if heading else 0
    said = said.strip(INDENT)[heading.end() if heading else 0 :].strip(INDENT)
    item = None if heading or code else ITEM.match(said)
    pieces = tuple(_pieces(said[item.end() if item else 0 :], code))
    if any(piece.text for piece in pieces):
        yield Raw(Paragraph(Part.BODY, pieces), Kind.HEADING if heading else Kind.PARAGRAPH, level)


def _pieces(said: str, code: bool) -> Iterator[Piece]:
    at = 0
    for match in () if code else BOLD.finditer(said):
        if match.start() > at:
            yield Piece(said[at : match.start()])
        yield Piece(match[1], frozenset({Mark.BOLD}))
        at = match.end()
    if at < len(said):
        yield Piece(said[at:])


def table(rows: Sequence[Sequence[str]]) -> Table:
    """A table of plain cells, its columns as wide as what stands in them asks for."""
    columns = max(map(len, rows))
    wanted = [2.0] * columns
    for row in rows:
        for index, said in enumerate(row):
            wanted[index] = max(wanted[index], min(width(said), 16.0) + 1.5)
    wide = columns >= WIDE_TABLE
    room = (LANDSCAPE_WIDTH if wide else TYPE_WIDTH) / sum(wanted)
    cells = [[Cell((Paragraph(Part.BODY, tuple(_pieces(said, False))),)) for said in row] for row in rows]
    filled = [[*row, *[Cell((Paragraph(Part.BODY, ()),))] * (columns - len(row))] for row in cells]
    return Table(tuple(map(tuple, filled)), tuple(room * share for share in wanted), wide=wide)


def _start(grid: Sequence[Sequence[Span | None]]) -> int:
    return min(span.start for row in grid for span in row if span)


def _end(grid: Sequence[Sequence[Span | None]]) -> int:
    return max(span.end for row in grid for span in row if span)
