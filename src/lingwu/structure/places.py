"""Where an offset lies: in a quotation, between title marks, in a table cell, a heading, a note."""

from __future__ import annotations

from bisect import bisect_right

from lingwu.document import Document, Kind, Place, Role, Span
from lingwu.structure.marks import QUOTES, marks

OF_KIND = {
    Kind.CELL: Place.CELL,
    Kind.HEADING: Place.HEADING,
    Kind.HEADER: Place.HEADER,
    Kind.FOOTER: Place.HEADER,
    Kind.FOOTNOTE: Place.FOOTNOTE,
    Kind.ENDNOTE: Place.FOOTNOTE,
    Kind.TEXTBOX: Place.TEXTBOX,
    Kind.CODE: Place.CODE,
}
HEADINGS = frozenset({Role.TITLE, Role.HEADING})


def places_of(doc: Document, span: Span) -> tuple[Place, ...]:
    """The places, besides plain body text, that ``span`` lies in, each once, in a fixed order."""
    block = doc.block_at(span.start)
    found = set()
    if block:
        found |= {OF_KIND[block.kind]} if block.kind in OF_KIND else set()
        found |= {Place.HEADING} if block.role in HEADINGS else set()
    found |= {place for place, zones in doc.derive(_zones).items() if _within(zones, span)}
    return tuple(place for place in Place if place in found)


def _zones(doc: Document) -> dict[Place, list[Span]]:
    """The outermost quotations and title marks, what stands inside the marks."""
    zones: dict[Place, list[Span]] = {Place.QUOTATION: [], Place.NAME: []}
    for pair in marks(doc).pairs:
        place = Place.QUOTATION if pair.open in QUOTES else Place.NAME if pair.open in "《〈" else None
        if place and not (zones[place] and zones[place][-1].covers(pair.inner)):
            zones[place].append(pair.inner)
    return zones


def _within(zones: list[Span], span: Span) -> bool:
    index = bisect_right(zones, span.start, key=lambda zone: zone.start) - 1
    return index >= 0 and zones[index].covers(span)
