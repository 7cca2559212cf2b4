"""Layout facts of a file, in the terms of GB/T 9704—2012: paper, 版心, paragraphs and how their characters look.

A reader that knows them puts a function into ``Document.meta["layout"]``; it is called only when a rule asks, so that
texts and files that are no official documents cost nothing. Lengths are millimetres for pages and points for type,
indents are in 字 (the width of one character of the paragraph, clause 3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.elements import main_blocks
from lingwu.structure.kinds import DocumentKind, kind_of

POINT = 25.4 / 72
"""Millimetres in a point."""
AUTOMATIC = ""
"""The colour of characters that have none of their own: black on paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look: the faces in force for Chinese and for Latin characters, size in points, colour RRGGBB.

    ``tracking`` is the room added to each character, in points. ``named`` is a Chinese face that the file names but a
    theme face overrides (empty: none). ``marks`` is the face in force for quotation marks, dashes and ellipses.
    """

    chinese: str = ""
    latin: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = AUTOMATIC
    tracking: float = 0.0
    named: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike."""

    span: Span
    look: Look


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on the page: its colour RRGGBB and thickness in points; ``at`` is the offset it is anchored to."""

    colour: str
    width: float
    at: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, empty ones too.

    ``alignment`` is left, center, right, both or distribute. Indents are in 字, ``before`` and ``after`` in points,
    ``pitch`` (distance of its lines) in points, 0 where it depends on the face. ``numbered``: the program puts a number
    before it. ``framed``: it stands in a text box or frame, its place says nothing. ``ends_page``, ``begins_page``: a
    page ends after it or begins with it.
    """

    span: Span
    runs: tuple[Run, ...] = ()
    alignment: str = "left"
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    pitch: float = 0.0
    numbered: bool = False
    framed: bool = False
    begins_page: bool = False
    ends_page: bool = False

    @property
    def look(self) -> Look:
        """How most of its characters look."""
        looks: dict[Look, int] = {}
        for run in self.runs:
            looks[run.look] = looks.get(run.look, 0) + len(run.span)
        return max(looks, key=lambda look: looks[look]) if looks else Look()


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number of ``pages`` (all, odd or even): what is written around it (``— # —``), where, and its look.

    ``gap`` is the room in 字 between it and the edge of the 版心 that it is aligned with, typed spaces counted in;
    it says nothing where the number stands in a frame.
    """

    pages: str
    form: str
    alignment: str
    gap: float
    look: Look
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of one section in millimetres; the grid in points.

    ``grid_pitch`` is the distance of the lines of the grid (0: none), ``tracking`` the room that the grid adds to each
    character. ``span`` is the text on these pages.
    """

    span: Span
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    grid_pitch: float = 0.0
    tracking: float = 0.0
    columns: int = 1

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """All layout facts of a file. ``pages`` are its sections, ``strokes`` its drawn lines and borders.

    ``pictured``: pictures stand in it, which may show what is not written. ``sheets`` is the number of pages that the
    program counted when it last saved the file (0: not said).
    """

    paragraphs: tuple[Paragraph, ...]
    pages: tuple[Page, ...]
    numbers: tuple[PageNumber, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    pictured: bool = False
    sheets: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A block together with the paragraph it stands in; ``text`` is that of the block.

    ``role`` is the role of the block, unless it looks like no title but like a mark (that of an order, of minutes).
    """

    block: Block
    paragraph: Paragraph
    text: str
    role: Role

    @property
    def look(self) -> Look:
        """How most of its characters look."""
        return self.paragraph.look


def layout_of(doc: Document) -> Layout | None:
    """The layout facts of ``doc``, worked out once; None where its format has none or nothing is to be said of it."""
    return doc.derive(_layout)


def parts(doc: Document, *roles: Role) -> list[Part]:
    """The blocks of ``roles`` with their paragraphs; table cells and frames are left out.

    What stands in attachments is left out too, but for their labels and for the 版记 after them.
    """
    return [part for part in doc.derive(_parts) if part.role in roles]


def marks(doc: Document) -> list[Part]:
    """发文机关标志 that are made as such, larger than a title or red; in a draft it is a line like others."""
    found = parts(doc, Role.ISSUER_MARK)
    return [part for part in found if part.look.size >= LEAST_MARK or is_red(part.look.colour)]


def is_red(colour: str) -> bool:
    """Whether a colour RRGGBB is a red, as screens and printers have several."""
    if not RGB.fullmatch(colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xB0 and max(green, blue) <= 0x60


def body(doc: Document) -> list[Part]:
    """The paragraphs of plain text: sentences above the 署名, no short lines, for those may be anything."""
    return doc.derive(_body)


def is_official(doc: Document) -> bool:
    """Whether ``doc`` is an official document in form, and one that is written rather than filled in.

    It is of one of the 15 文种 and has a 版头, or a title with 署名 or 成文日期 (and an addressee, where its kind has
    one). Forms (mostly tables) are none.
    """
    return doc.derive(_is_official)


UNADDRESSED = frozenset(
    {DocumentKind.RESOLUTION, DocumentKind.DECISION, DocumentKind.ORDER, DocumentKind.COMMUNIQUE,
     DocumentKind.ANNOUNCEMENT, DocumentKind.PUBLIC_NOTICE, DocumentKind.MINUTES}
)  # fmt: skip
WRITTEN = frozenset({Kind.PARAGRAPH, Kind.HEADING})
BEHIND = frozenset({Role.ATTACHMENT, Role.COPY_TO, Role.PRINTING})
"""What belongs to the document itself though it stands behind its first attachment begins."""
RGB = re.compile(r"[0-9A-Fa-f]{6}")
LEAST_MARK = 24.0
"""No title is of so many points."""
HAN = re.compile(r"[\u4e00-\u9fff]")
LONG, ENDS = 28, ("：", "；", "！", "？", "”")
"""From so many characters on, a line that ends in one of these is a paragraph of plain text too."""
MOST_IN_CELLS = 1.0
"""Where more characters stand in tables than outside them, the file is a form."""
LEAST_LINES = 4


def _is_official(doc: Document) -> bool:
    kind = kind_of(doc)
    if kind is None or not kind.statutory:
        return False
    written = [len(block.span) for block in doc.lines() if block.kind in WRITTEN]
    in_cells = sum(len(block.span) for block in doc.lines() if block.kind is Kind.CELL)
    if len(written) < LEAST_LINES or in_cells > MOST_IN_CELLS * sum(written):
        return False
    roles = {block.role for block in main_blocks(doc)}
    if Role.DOCUMENT_NUMBER in roles and (Role.ISSUER_MARK in roles or Role.TITLE in roles):
        return True
    signed = Role.ISSUER in roles or Role.DATE in roles
    return Role.TITLE in roles and signed and (Role.ADDRESSEE in roles or kind in UNADDRESSED)


def _layout(doc: Document) -> Layout | None:
    gather = doc.meta.get("layout")
    return cast(Layout, gather()) if gather and is_official(doc) else None


def _parts(doc: Document) -> list[Part]:
    layout = layout_of(doc)
    if layout is None:
        return []
    paragraphs = iter(layout.paragraphs)
    paragraph = next(paragraphs, None)
    found: list[Part] = []
    for block in _written(doc):
        while paragraph and paragraph.span.end < block.span.end:
            paragraph = next(paragraphs, None)
        if paragraph and paragraph.runs and not paragraph.framed:
            found.append(Part(block, paragraph, block.span.of(doc.text), _role(block, paragraph)))
    return found


def _role(block: Block, paragraph: Paragraph) -> Role:
    marked = block.role is Role.TITLE and paragraph.look.size >= LEAST_MARK and is_red(paragraph.look.colour)
    return Role.ISSUER_MARK if marked else block.role


def _body(doc: Document) -> list[Part]:
    found: list[Part] = []
    for part in doc.derive(_parts):
        if found and part.role in (Role.ISSUER, Role.DATE):
            break
        text = part.text.strip()
        sentence = text.endswith("。") or (len(text) >= LONG and text.endswith(ENDS))
        if part.role is Role.BODY and HAN.search(text) and sentence:
            found.append(part)
    return found


def _written(doc: Document) -> Iterator[Block]:
    main = len(main_blocks(doc))
    for index, block in enumerate(doc.blocks):
        if block.kind in WRITTEN and block.span and (index < main or block.role in BEHIND):
            yield block
