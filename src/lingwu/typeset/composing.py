"""From a document as read to the bytes of a typeset one: the way that the command and the tests go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lingwu.document import Document, Kind
from lingwu.errors import UnknownFormat
from lingwu.gbt9704.profile import Profile
from lingwu.typeset import reading_text
from lingwu.typeset.arranging import arrange
from lingwu.typeset.matter import Matter
from lingwu.typeset.model import Item, Paper, Paragraph, Table
from lingwu.typeset.raw import NUMBER_ONLY

if TYPE_CHECKING:
    from lingwu.typeset.reading_docx import Source

SUFFIXES = (".docx", ".pdf")
READ = ("docx", "txt")
EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Typeset:
    """A typeset document: its bytes, and what the user is to be told."""

    data: bytes
    notes: tuple[str, ...]


def paper_of(doc: Document, matter: Matter | None = None) -> Paper:
    """What a draft says, each element in its place.

    Raises:
        UnknownFormat: the draft is of a format that cannot be typeset. MatterError: front matter cannot be understood.
    """
    return _opened(doc, matter)[0]


def typeset(doc: Document, suffix: str, matter: Matter | None = None, profile: Profile | None = None) -> Typeset:
    """``doc`` laid out to GB/T 9704—2012, as ``suffix`` (.docx or .pdf) says.

    Raises:
        LingwuError: one of its kinds: the draft cannot be read or the result not be written in this form.
    """
    profile = profile or Profile()
    paper, source = _opened(doc, matter)
    if suffix == ".pdf":
        from lingwu.typeset.pdf.writing import write as write_pdf

        data, notes = write_pdf(paper, profile)
        return Typeset(data, (*paper.notes, *_left_out(doc), *notes))
    from lingwu.typeset.docx.writing import write as write_docx

    return Typeset(write_docx(paper, profile, source), paper.notes)


def _left_out(doc: Document) -> Iterator[str]:
    """What stands in headers and footers beyond page numbers: a PDF does not show it."""
    edges = [block.span.of(doc.text).strip() for block in doc.blocks if block.kind in (Kind.HEADER, Kind.FOOTER)]
    said = [text for text in dict.fromkeys(edges) if not NUMBER_ONLY.fullmatch(text)]
    if said:
        yield f"草稿的页眉页脚里的“{'”“'.join(map(_short, said))}”没有排进 PDF；要保留请排成 .docx。"


def _opened(doc: Document, matter: Matter | None) -> tuple[Paper, Source | None]:
    name = doc.meta.get("path") or "输入"
    if doc.meta.get("format") == "docx":
        from lingwu.typeset import reading_docx

        draft, source = reading_docx.read(doc.origin)
        return arrange(draft, matter), source
    if doc.meta.get("format") == "txt":
        return arrange(reading_text.read(doc), matter), None
    raise UnknownFormat(f"{name} 不能直接排版；可排 .docx、.md、.txt，其他格式请先用 Word 或 WPS 另存为 .docx。")


def explained(paper: Paper) -> Iterator[tuple[str, str]]:
    """What was taken for what: the part of each item, and how it begins."""
    yield "版式", paper.form.value
    for item in paper.items:
        yield _named(item), _excerpt(item)


def _named(item: Item) -> str:
    if isinstance(item, Table):
        return "表格（横排）" if item.wide else "表格"
    if not isinstance(item, Paragraph):
        return item.what
    said = item.part.value
    if item.lead:
        said += "（段首标题）"
    elif item.level:
        said += f"（第{'一二三四'[item.level - 1]}层）"
    return said


def _excerpt(item: Item) -> str:
    if isinstance(item, Table):
        return f"{len(item.rows)} 行 {len(item.widths)} 列"
    if not isinstance(item, Paragraph):
        return "照原样保留"
    drawn = "〔图或公式〕" if item.drawn else ""
    return drawn + _short(item.number + item.text.replace("\t", "　").replace("\v", "　"))


def _short(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"
