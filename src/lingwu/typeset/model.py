"""An official document as its elements in the order in which they are printed; it knows no file format.

Whatever a source file holds becomes an ``Item``: a paragraph with its part, a table, or something that is taken over as
it is. ``source`` leads back to the element of a source .docx and is looked at by nobody but its writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """版式: what the head and the end of a document look like."""

    DOCUMENT = "文件"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"
    SPEECH = "讲话稿"


class Sealing(StrEnum):
    """How a document is signed (7.3.5.1 to 7.3.5.3)."""

    SEAL = "有"
    NONE = "无"
    STAMP = "签名章"


class Part(StrEnum):
    """What a paragraph is on the page; the 公文要素 of 条例 第九条 and what else has a layout of its own."""

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNATORY = "签发人"
    TITLE = "标题"
    UNDER_TITLE = "题下说明"
    SPEAKER = "讲话人"
    ADDRESSEE = "主送机关"
    HEADING = "层次标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    ISSUER = "发文机关署名"
    POST = "签发人职务"
    DATE = "成文日期"
    NOTE = "附注"
    ATTENDANCE = "出席名单"
    ATTACHMENT = "附件"
    ATTACHMENT_TITLE = "附件标题"
    CAPTION = "表题"
    COPY_TO = "抄送机关"
    PRINTING = "印发机关和印发日期"


HEAD = (Part.COPY_NUMBER, Part.SECRECY, Part.URGENCY, Part.MARK, Part.NUMBER, Part.SIGNATORY)
"""版头 in the order in which it is printed (7.2)."""
CORNER = HEAD[:3]
IMPRINT = frozenset({Part.COPY_TO, Part.PRINTING})
"""版记 (7.4)."""
SIGNATURE = frozenset({Part.ISSUER, Part.POST, Part.DATE})


class Mark(StrEnum):
    """What sets some characters apart from the others of their paragraph."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    RAISED = "super"
    LOWERED = "sub"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, the suffix that tells their format, and its size in millimetres."""

    data: bytes = field(repr=False)
    suffix: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph with the same look; or a picture; or the mark of a footnote with its text.

    ``text`` may hold a tab or, for a line break within the paragraph, a vertical tab. ``other`` names what else of a
    .docx stands here (公式, 文本框): a .docx keeps it, a PDF cannot show it.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    picture: Picture | None = None
    footnote: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``level`` is that of a heading (1 to 4, 0: none), ``lead`` counts the characters of a heading
    that runs in: （一）加强领导。各单位要…… ``number`` is what the word processor counts before the text. ``new_page``:
    the writer of the draft had it begin a page."""

    part: Part
    pieces: tuple[Piece, ...]
    level: int = 0
    lead: int = 0
    number: str = ""
    new_page: bool = False
    source: Any = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The characters, without the number."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def drawn(self) -> bool:
        """Whether something in it is no line of characters: a picture, a formula."""
        return any(piece.picture or piece.other for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that reaches over ``across`` columns and ``down`` rows."""

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``widths`` are those of its columns in millimetres, ``heads`` the rows to repeat on every page.

    A cell that another one covers is None. ``wide`` tables stand on landscape pages (8).
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    widths: tuple[float, ...]
    heads: int = 1
    wide: bool = False
    source: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Other:
    """Something of a source .docx that is taken over as it is: ``what`` names it for the user."""

    what: str
    source: Any = field(default=None, repr=False, compare=False)


Item = Paragraph | Table | Other


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be laid out: its items in the order of printing, and what the user is to be told."""

    form: Form
    items: tuple[Item, ...]
    sealing: Sealing = Sealing.SEAL
    duplex: bool = True
    notes: tuple[str, ...] = ()

    def of(self, *parts: Part) -> list[Paragraph]:
        """The paragraphs that are one of ``parts``."""
        return [item for item in self.paragraphs() if item.part in parts]

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables."""
        return (item for item in self.items if isinstance(item, Paragraph))


def plain(part: Part, text: str, **rest: Any) -> Paragraph:
    """A paragraph of plain characters."""
    return Paragraph(part, (Piece(text),), **rest)


def width(text: str) -> float:
    """How many 字 a line of ``text`` takes: characters of Latin scripts and digits half a one."""
    return sum(1.0 if ord(char) > 0x2E80 or char in WIDE else 0.5 for char in text)


WIDE = frozenset("“”‘’…—·★×①②③④⑤⑥⑦⑧⑨⑩")


def blank(items: Sequence[Item]) -> bool:
    """Whether nothing of ``items`` would show."""
    return not any(not isinstance(item, Paragraph) or item.text.strip() for item in items)
