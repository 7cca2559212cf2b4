"""Walks the XML of an .odt and lays its text out as one string, remembering where each piece of it stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from lingwu.document import Block, Kind, Span
from lingwu.errors import DamagedFile, EncryptedFile, UnknownFormat
from lingwu.formats import _package
from lingwu.formats._acceptance import accepted
from lingwu.formats.odt.names import DRAW, OFFICE, PARAGRAPHS, RUNS, STYLE, TABLE, TEXT, UNREAD

SPACES = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
MOST_SPACES = 255
"""A ``text:s`` that claims more spaces than this is read as this many."""
MOST_COLUMNS = 63
"""A cell that claims to stand more often than this in its row is read as so many."""
HEADERS = tuple(f"{STYLE}header{kind}" for kind in ("", "-left", "-first"))
FOOTERS = tuple(f"{STYLE}footer{kind}" for kind in ("", "-left", "-first"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the document's text and the slot of the tree that holds them.

    The slot is the ``text`` of ``node``, or its ``tail``; the characters stand in it from ``at`` on, one for one; where
    ``raw`` is given, that many characters of white space in the file are one space of the text. Where ``solid``, the
    node itself is the characters (``text:s``, ``text:tab``, ``text:line-break``).
    """

    start: int
    length: int
    node: etree._Element
    tail: bool = False
    at: int = 0
    solid: bool = False
    raw: int = 0

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters ``start:end`` of the document's text stand in the slot: their place and length."""
        start, end = max(start, self.start), min(end, self.end)
        return (self.at, self.raw) if self.raw and end > start else (self.at + start - self.start, end - start)

    @property
    def end(self) -> int:
        """The offset in the document's text behind the last character."""
        return self.start + self.length


@dataclass(slots=True)
class Content:
    """What an .odt holds: its text, blocks, pieces in order, acceptance marks, and the roots of its parts."""

    members: dict[str, bytes]
    roots: dict[str, etree._Element]
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    tables: list[list[list[Span | None]]] = field(default_factory=list)


def content_of(data: bytes, name: str) -> Content:
    """The content of an .odt.

    Raises:
        ReadError: it is broken, locked, unsafe or not a text document.
    """
    members = _package.unzip(data, name)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b"") or "encrypted-package" in members:
        raise EncryptedFile(f"{name} 有密码保护，请在原软件中去掉密码后再查。")
    if "content.xml" not in members:
        raise DamagedFile(f"{name} 里没有正文部件 content.xml，不是完整的 OpenDocument 文档，请用原软件重新保存。")
    wanted = [part for part in ("content.xml", "styles.xml") if members.get(part)]
    roots = {part: _package.parse(members[part], name, part) for part in wanted}
    body = roots["content.xml"].find(f"{OFFICE}body/{OFFICE}text") if "content.xml" in roots else None
    if body is None:
        raise UnknownFormat(f"{name} 里没有文字文档的正文（可能是表格或演示文稿），请把文字另存为 .docx 后再查。")
    return _Walk(Content(members, roots)).all(body)


class _Walk:
    """One pass over the trees of a document."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.parts: list[str] = []
        self.length = 0
        self.spaced = True
        self.fixed = False
        self.floats: list[etree._Element] = []
        self.notes: list[etree._Element] = []
        self.styles = _styles(content.roots)
        self.grids: list[list[list[Span | None]]] = []

    def all(self, body: etree._Element) -> Content:
        """Body, then footnotes and endnotes, then headers and footers."""
        self.flow(body, Kind.PARAGRAPH, True)
        for note in self.notes:
            kind = Kind.ENDNOTE if note.get(f"{TEXT}note-class") == "endnote" else Kind.FOOTNOTE
            for inside in note.iterchildren(f"{TEXT}note-body"):
                self.flow(inside, kind, True)
        if "styles.xml" in self.content.roots:
            self.margins(self.content.roots["styles.xml"])
        self.content.text = "".join(self.parts)
        return self.content

    def margins(self, styles: etree._Element) -> None:
        """Headers and footers of the page styles, each text once; one that stands in several is not changed."""
        nodes = list(styles.iter(*HEADERS, *FOOTERS))
        texts = ["".join(part for part in node.itertext() if isinstance(part, str)).strip() for node in nodes]
        count = Counter(texts)
        seen: set[str] = set()
        for node, said in zip(nodes, texts, strict=True):
            if said not in seen:
                self.flow(node, Kind.HEADER if node.tag in HEADERS else Kind.FOOTER, count[said] == 1)
            seen |= {said} if said else set()

    def flow(self, node: etree._Element, kind: Kind, editable: bool) -> None:
        """All paragraphs below ``node``."""
        for child in node.iterchildren(etree.Element):
            tag = str(child.tag)
            if tag in PARAGRAPHS:
                self.paragraph(child, kind, editable)
            elif tag == f"{OFFICE}annotation":
                self.annotation(child)
            elif tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                self.cell(child, kind, editable)
            elif tag in (f"{TABLE}table", f"{TABLE}table-row"):
                self.grid(child, kind, editable)
            elif tag in UNREAD or tag.endswith("-source"):
                continue
            elif tag.startswith(DRAW) and kind is Kind.PARAGRAPH:
                self.flow(child, Kind.TEXTBOX, editable)
            else:
                index = tag == f"{TEXT}table-of-content" or tag.endswith("-index")
                self.flow(child, kind, editable and not index)

    def grid(self, node: etree._Element, kind: Kind, editable: bool) -> None:
        """A table, or one of its rows: all that is in it, and the places of its cells."""
        if node.tag == f"{TABLE}table":
            self.grids.append([])
            self.flow(node, kind, editable)
            self.content.tables.append(self.grids.pop())
        else:
            if self.grids:
                self.grids[-1].append([])
            self.flow(node, kind, editable)

    def cell(self, node: etree._Element, kind: Kind, editable: bool) -> None:
        """One cell; what is under a merged one is no text of the page and has no place."""
        start = self.length
        covered = node.tag == f"{TABLE}covered-table-cell"
        if not covered:
            self.flow(node, Kind.CELL if kind is Kind.PARAGRAPH else kind, editable)
        if self.grids and self.grids[-1]:
            span = None if covered else Span(start, max(start, self.length - 1))
            row = self.grids[-1][-1]
            row += [span] * min(_count(node, f"{TABLE}number-columns-repeated"), MOST_COLUMNS)

    def paragraph(self, node: etree._Element, kind: Kind, editable: bool) -> None:
        """One paragraph as blocks (a line break ends a block), then the frames that hang on it."""
        outer, self.floats = self.floats, []
        self.spaced, self.fixed = True, False
        start = self.length
        self.inline(node)
        self._trim(start)
        level = 0
        if node.tag == f"{TEXT}h" and kind is Kind.PARAGRAPH:
            kind, level = Kind.HEADING, _level(node)
        style = node.get(f"{TEXT}style-name", "")
        self._close(start, Block(Span(0, 0), kind, level=level, style=self.styles.get(style, style)), editable)
        floats, self.floats = self.floats, outer
        for frame in floats:
            self.flow(frame, Kind.TEXTBOX if kind in (Kind.PARAGRAPH, Kind.HEADING) else kind, editable)

    def _close(self, start: int, like: Block, editable: bool) -> None:
        said = "".join(self.parts[self._from(start) :])
        editable = editable and not self.fixed
        for line in re.finditer(r"[^\n]+", said):
            span = Span(start + line.start(), start + line.end())
            self.content.blocks.append(Block(span, like.kind, level=like.level, style=like.style, editable=editable))
        self.parts[self._from(start) :] = [said, "\n"]
        self.length += 1

    def _from(self, start: int) -> int:
        """The index of the part that begins at ``start``."""
        index, at = len(self.parts), self.length
        while at > start:
            index -= 1
            at -= len(self.parts[index])
        return index

    def _trim(self, start: int) -> None:
        """A plain space at the end of a paragraph is not part of its text (ODF 1.2, 6.1.2)."""
        last = self.content.pieces[-1] if self.content.pieces else None
        if last and last.end == self.length > start and not last.solid and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
            self.content.pieces.pop()
            if last.length > 1:
                self.content.pieces.append(Piece(last.start, last.length - 1, last.node, last.tail, last.at, False))

    def inline(self, node: etree._Element) -> None:
        """The text of ``node`` and of the runs in it."""
        self._string(node, node.text, False)
        for child in node:
            if isinstance(child.tag, str):
                self._child(child, child.tag)
            self._string(child, child.tail, True)

    def _child(self, child: etree._Element, tag: str) -> None:
        if tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            said = " " * _count(child) if tag == f"{TEXT}s" else "\t" if tag == f"{TEXT}tab" else "\n"
            self.content.pieces.append(Piece(self.length, len(said), child, solid=True))
            self._say(said)
            self.spaced = False
        elif tag == f"{TEXT}note":
            self.notes.append(child)
        elif tag == f"{OFFICE}annotation":
            self.annotation(child)
        elif tag in UNREAD:
            return
        elif tag.startswith(DRAW) and tag != f"{DRAW}a":
            self.floats.append(child)
        elif tag in RUNS or tag == f"{DRAW}a":
            self.inline(child)
        elif tag == f"{TEXT}ruby":  # its own character data is only the layout of the XML
            for base in child.iterchildren(f"{TEXT}ruby-base"):
                self.inline(base)
        elif tag.startswith(TEXT):  # a field: its result is text on the page, but the program writes it anew
            before = self.length
            self.inline(child)
            self.fixed = self.fixed or self.length > before

    def _string(self, node: etree._Element, said: str | None, tail: bool) -> None:
        for match in SPACES.finditer(said or ""):
            word = match.group()
            blank = word[0] in " \t\r\n"
            if not (blank and self.spaced):
                self._piece(" " if blank else word, node, tail, match.start(), len(word) if blank else 0)
                self.spaced = blank

    def _piece(self, word: str, node: etree._Element, tail: bool, at: int, raw: int) -> None:
        pieces = self.content.pieces
        last = pieces[-1] if pieces else None
        joins = last is not None and not last.solid and not last.raw and raw < 2
        if last and joins and last.node is node and last.tail == tail and last.at + last.length == at:
            pieces[-1] = Piece(last.start, last.length + len(word), node, tail, last.at)
        else:
            pieces.append(Piece(self.length, len(word), node, tail, at, raw=raw if raw > 1 else 0))
        self._say(word)

    def _say(self, said: str) -> None:
        self.parts.append(said)
        self.length += len(said)

    def annotation(self, node: etree._Element) -> None:
        """A comment is not read, but it may accept findings."""
        self.content.accepted += accepted(" ".join(part for part in node.itertext() if isinstance(part, str)))


def _styles(roots: dict[str, etree._Element]) -> dict[str, str]:
    """The name that a user sees for each paragraph style; an automatic style stands for its parent."""
    named: dict[str, str] = {}
    for root in roots.values():
        for style in root.iter(f"{STYLE}style"):
            name: Any = style.get(f"{STYLE}name", "")
            shown = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}parent-style-name") or name
            named[name] = shown.replace("_20_", " ")
    return named


def _level(node: etree._Element) -> int:
    said = node.get(f"{TEXT}outline-level", "1")
    return min(max(int(said), 1), 9) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def _count(node: etree._Element, name: str = f"{TEXT}c") -> int:
    said = node.get(name, "1")
    return min(int(said), MOST_SPACES) if said.isascii() and said.isdigit() and len(said) < 9 else 1
