"""Gathers the layout facts of a .docx: sections, paragraphs, runs, page numbers, drawn lines."""

from __future__ import annotations

from collections.abc import Iterator

from lingwu.document import Kind, Span
from lingwu.formats.docx.looks import Looks, points
from lingwu.formats.docx.names import Element, child, local, value
from lingwu.formats.docx.page_numbers import page_numbers
from lingwu.formats.docx.paragraphs import Paragraphs
from lingwu.formats.docx.reading import Scan
from lingwu.formats.docx.strokes import is_pictured, strokes
from lingwu.structure.layout import POINT, Layout, Page, Paragraph, Run

BREAKS = "\f"
CONTINUOUS = frozenset({"continuous", "nextColumn"})
GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
CHARACTER_GRIDS = frozenset({"linesAndChars", "snapToChars"})
CHARACTER_UNIT = 4096
"""So many units of w:charSpace make a point."""


def gathered(scan: Scan) -> Layout:
    """The layout facts of a package that was just read."""
    package, main = scan.package, scan.main
    part = {kind: package.related(main, kind) for kind in ("styles", "theme", "settings")}
    roots = {kind: package.root(found) if found else None for kind, found in part.items()}
    paragraphs = Paragraphs(roots["styles"], Looks(roots["styles"], roots["theme"], roots["settings"]))
    pages = tuple(_pages(scan))
    return Layout(
        paragraphs=tuple(_paragraphs(scan, paragraphs, pages)),
        pages=pages,
        numbers=tuple(page_numbers(package, main, _sections(scan), roots["settings"], paragraphs)),
        strokes=tuple(strokes(scan, paragraphs)),
        pictured=is_pictured(package.root(main)),
        sheets=_sheets(scan),
    )


def _sections(scan: Scan) -> list[Element]:
    """The w:sectPr of the main part, in order."""
    return [el for el in scan.package.root(scan.main).iter("{*}sectPr") if local(_above(el)) != "sectPrChange"]


def _above(el: Element) -> object:
    above = el.getparent()
    return None if above is None else above.tag


def _pages(scan: Scan) -> Iterator[Page]:
    ends = {para.el: line.end for line in scan.lines for para in line.paras}
    start = 0
    for el in _sections(scan):
        properties = el.getparent()
        paragraph = None if properties is None else properties.getparent()
        end = max(start, ends.get(paragraph, len(scan.text)) if paragraph is not None else len(scan.text))
        yield _page(el, Span(start, end))
        start = end


def _page(el: Element, span: Span) -> Page:
    size, margins, grid = child(el, "pgSz"), child(el, "pgMar"), child(el, "docGrid")
    width, height = (points(value(size, side)) * POINT for side in ("w", "h"))
    top, bottom, left, right, gutter = (
        abs(points(value(margins, side))) * POINT for side in ("top", "bottom", "left", "right", "gutter")
    )
    kind = value(grid, "type")
    pitch = points(value(grid, "linePitch")) if kind in GRIDS else 0.0
    space = value(grid, "charSpace") if kind in CHARACTER_GRIDS else ""
    tracking = int(space) / CHARACTER_UNIT if space.lstrip("-").isdecimal() else 0.0
    columns = value(child(el, "cols"), "num")
    number = int(columns) if columns.isdecimal() else 1
    return Page(span, width, height, top, bottom, left + gutter, right, pitch, tracking, number)


def _paragraphs(scan: Scan, paragraphs: Paragraphs, pages: tuple[Page, ...]) -> Iterator[Paragraph]:
    pieces = iter(scan.pieces)
    piece = next(pieces, None)
    for line in scan.lines:
        properties = child(line.paras[-1].el, "pPr") if line.paras else None
        runs: list[Run] = []
        while piece and piece.start < line.end:
            look = paragraphs.looks.of(value(child(properties, "pStyle")), child(piece.el.getparent(), "rPr"))
            _join(runs, Run(Span(piece.start, piece.end), look))
            piece = next(pieces, None)
        yield paragraphs.described(
            properties,
            Span(line.start, line.end),
            tuple(runs),
            page=next((page for page in pages if line.start < page.span.end), None),
            numbered=bool(line.number),
            framed=line.kind is Kind.TEXTBOX,
            breaks=_breaks(scan.text[line.start : line.end], properties),
        )


def _join(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].look == run.look and runs[-1].span.end == run.span.start:
        run = Run(Span(runs.pop().span.start, run.span.end), run.look)
    runs.append(run)


def _breaks(text: str, properties: Element | None) -> tuple[bool, bool]:
    """Whether a page begins with a paragraph or ends after it, as breaks in its text or the end of a section say."""
    section = child(properties, "sectPr")
    turns = section is not None and value(child(section, "type")) not in CONTINUOUS
    return text.startswith(BREAKS), text.endswith(BREAKS) or turns


def _sheets(scan: Scan) -> int:
    part = scan.package.related("", "extended-properties")
    found = scan.package.root(part).find("{*}Pages") if part else None
    said = "" if found is None else (found.text or "").strip()
    return int(said) if said.isdecimal() and len(said) < 6 else 0
