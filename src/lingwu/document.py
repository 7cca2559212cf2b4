"""One text, one coordinate: the immutable document that readers make and rules look at.

Every position anywhere in Lingwu is a half-open ``Span`` of ``Document.text``, counted in code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")

MASK = "\0"
"""What ``Document.only`` puts in place of a masked character: no rule matches it."""


class Kind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "段落"
    HEADING = "标题"
    CELL = "表格"
    HEADER = "页眉"
    FOOTER = "页脚"
    FOOTNOTE = "脚注"
    ENDNOTE = "尾注"
    TEXTBOX = "文本框"
    CODE = "代码"


class Role(StrEnum):
    """What a block is in the terms of GB/T 9704—2012 (公文要素)."""

    COPY_NUMBER = "份号"
    SECRECY = "密级"
    URGENCY = "紧急程度"
    ISSUER_MARK = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNATORY = "签发人"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    HEADING = "层次标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    ISSUER = "发文机关署名"
    DATE = "成文日期"
    NOTE = "附注"
    ATTACHMENT = "附件"
    COPY_TO = "抄送机关"
    PRINTING = "印发机关和印发日期"


class Place(StrEnum):
    """Where in the text a finding lies, besides the plain body."""

    QUOTATION = "引文"
    NAME = "书名号内"
    CELL = "表格"
    HEADING = "标题"
    FOOTNOTE = "脚注"
    HEADER = "页眉页脚"
    TEXTBOX = "文本框"
    CODE = "代码"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``start:end`` of ``Document.text``, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point (or the one empty span lies inside the other)."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The piece of ``text`` that this span names."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece. ``span`` has no line end in it.

    ``level`` is the heading's level, 1 to 9 (0: none). ``style`` is the name of the paragraph style in the file.
    ``editable`` is false where a change cannot be written back (a field's result, a text inside another file).
    """

    span: Span
    kind: Kind = Kind.PARAGRAPH
    role: Role = Role.BODY
    level: int = 0
    style: str = ""
    editable: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file as one string with blocks over it.

    ``meta`` holds what the file says of itself (``path``, ``format``, ``accepted`` fingerprints, ``notes`` for the
    report, ``tables``, and ``cells``: start, end and name of each cell of a sheet). ``origin`` is the reader's own map
    back to the bytes, kept for the writer; nobody else looks at it.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    origin: Any = field(default=None, repr=False, compare=False)
    _memo: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.blocks and self.text:
            object.__setattr__(self, "blocks", tuple(paragraphs(self.text)))

    def derive(self, build: Callable[[Document], T]) -> T:
        """What ``build`` says of this document, worked out once and kept with it.

        Two threads may both work it out the first time; both get an equal answer.
        """
        if build not in self._memo:
            self._memo[build] = build(self)
        kept: T = self._memo[build]
        return kept

    def only(self, roles: Iterable[Role]) -> str:
        """``text`` at the same length with every block of another role masked (line ends stay)."""
        wanted = frozenset(roles)
        pieces: list[str] = []
        at = 0
        for block in self.blocks:
            pieces.append(self.text[at : block.span.start])
            piece = block.span.of(self.text)
            pieces.append(piece if block.role in wanted else MASK * len(piece))
            at = block.span.end
        pieces.append(self.text[at:])
        return "".join(pieces)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset`` (its end counts as inside), or None between blocks."""
        starts = self.derive(_block_starts)
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset <= block.span.end else None

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and column of ``offset``, both counted from 1, the column in code points."""
        starts = self.derive(_line_starts)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place(self, offset: int) -> str:
        """Where ``offset`` is, as a person would say it: 第3行第5字, 表格第2行第3列, or the name of a sheet's cell."""
        cells = self.meta.get("cells", ())
        index = bisect_right(cells, offset, key=lambda cell: cell[0]) - 1
        if index >= 0 and offset <= cells[index][1]:
            return str(cells[index][2])
        cell = self.cell_at(offset)
        if cell:
            which = f"第{cell[0] + 1}个表格" if len(self.meta["tables"]) > 1 else "表格"
            return f"{which}第{cell[1] + 1}行第{cell[2] + 1}列"
        line, column = self.line_column(offset)
        return f"第{line}行第{column}字"

    def cell_at(self, offset: int) -> tuple[int, int, int] | None:
        """The table, the row and the column, all from 0, of the cell that holds ``offset``; None outside of tables."""
        for number, grid in enumerate(self.meta.get("tables", ())):
            for row, spans in enumerate(grid):
                for column, span in enumerate(spans):
                    if span and span.start <= offset <= span.end:
                        return number, row, column
        return None

    def lines(self) -> Iterator[Block]:
        """Blocks that hold some text, in order."""
        return (block for block in self.blocks if block.span)


def paragraphs(text: str) -> Iterator[Block]:
    """One block for each line of plain text that is not empty."""
    return (Block(Span(*line.span())) for line in re.finditer(r"[^\r\n]+", text))


def _block_starts(doc: Document) -> list[int]:
    return [block.span.start for block in doc.blocks]


def _line_starts(doc: Document) -> list[int]:
    starts = [0]
    at = doc.text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = doc.text.find("\n", at + 1)
    return starts
