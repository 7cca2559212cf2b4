"""Lines on the page: borders of paragraphs and tables, drawn lines of new and old programs, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lingwu.formats.docx.names import Element, child, local, relation_id, value
from lingwu.formats.docx.paragraphs import NO_BORDER, Paragraphs
from lingwu.formats.docx.reading import Scan
from lingwu.structure.layout import Stroke

EIGHTHS = 8
"""Borders are measured in eighths of a point."""
EMU = 12_700
"""English metric units in a point."""
THIN = 0.75
"""The thickness, in points, of a line that does not tell its own."""
NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")
NAMED = {"red": "FF0000", "black": "000000"}
LOW = 6
"""A rectangle of no more points in height is a line."""
STRAIGHT = ("line", "straightConnector1")


def strokes(scan: Scan, paragraphs: Paragraphs) -> Iterator[Stroke]:
    """The lines of all parts that were read, in no order; those of page headers lie at the start of the text."""
    places = {para.el: line.start for line in scan.lines for para in line.paras if para.part == scan.main}
    for el, at in places.items():
        for border in paragraphs.borders(child(el, "pPr")).values():
            yield Stroke(_colour(value(border, "color")), _eighths(border), at)
    for part in {para.part for line in scan.lines for para in line.paras}:
        for el in scan.package.root(part).iter("{*}wsp", "{*}cxnSp", "{*}line", "{*}tbl"):
            if not any(local(above.tag) == "mc:Fallback" for above in el.iterancestors()):
                yield from _drawn(el, _place(el, places) if part == scan.main else 0)


def is_pictured(root: Element) -> bool:
    """Whether there is a picture in a part."""
    pictures = root.iter("{*}pic", "{*}imagedata", "{*}blip")
    return any(etree.QName(el).localname == "pic" or relation_id(el) for el in pictures)


def _drawn(el: Element, at: int) -> Iterator[Stroke]:
    name = etree.QName(el).localname
    if name == "line":
        stroke = next(el.iter("{*}stroke"), None)
        said = el.get("strokecolor", "") or ("" if stroke is None else stroke.get("color", ""))
        width = el.get("strokeweight", "").removesuffix("pt")
        yield Stroke(_colour(said), float(width) if NUMBER.fullmatch(width) else THIN, at)
    elif name == "tbl":
        for border in el.iter("{*}top", "{*}bottom", "{*}insideH"):
            if value(border) not in NO_BORDER:
                yield Stroke(_colour(value(border, "color")), _eighths(border), at)
    else:
        yield from _shaped(el, at)


def _shaped(el: Element, at: int) -> Iterator[Stroke]:
    """A drawn straight line, or a rectangle so low that it is one."""
    shape, outline, extent = (next(el.iter(f"{{*}}{part}"), None) for part in ("prstGeom", "ln", "ext"))
    form = "" if shape is None else shape.get("prst", "")
    height = "" if extent is None else extent.get("cy", "")
    low = form == "rect" and height.isdecimal() and int(height) <= LOW * EMU
    if form in STRAIGHT or low:
        colour = next((el if low or outline is None else outline).iter("{*}srgbClr"), None)
        width = height if low else "" if outline is None else outline.get("w", "")
        said = "" if colour is None else colour.get("val", "")
        yield Stroke(_colour(said), int(width) / EMU if width.isdecimal() else THIN, at)


def _place(el: Element, places: dict[Element, int]) -> int:
    """The offset of the paragraph that holds ``el``, or of the next one that is read."""
    for above in (el, *el.iterancestors()):
        if above in places:
            return places[above]
    inner = next((places[below] for below in el.iter() if below in places), None)
    return inner if inner is not None else 0


def _colour(said: str) -> str:
    word = said.strip().split(" ")[0].lower()
    bare = word.removeprefix("#")
    if word in NAMED:
        return NAMED[word]
    if len(bare) == 3:
        bare = "".join(2 * digit for digit in bare)
    return "" if bare == "auto" else bare.upper()


def _eighths(border: Element) -> float:
    said = value(border, "sz")
    return int(said) / EIGHTHS if said.isdecimal() else 0.5
