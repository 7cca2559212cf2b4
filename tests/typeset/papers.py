"""What tests of typesetting share: drafts, and what a typeset file says."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import lingwu
from lingwu.document import Document, Kind
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.composing import paper_of, typeset
from lingwu.typeset.matter import Matter, from_options
from lingwu.typeset.model import Paper, Part

EXAMPLES = Path(__file__).parents[2] / "examples" / "typeset"
SHARED = Path(__file__).parents[2].parent / "shared" / "docs"
BODY = "为做好今年防汛工作，确保人民群众生命财产安全，现将有关事项通知如下："


def draft(text: str, name: str = "稿.md") -> Document:
    """A draft as it is read from a file."""
    return lingwu.read(text.encode(), name)


def parts(text: str, name: str = "稿.txt", *said: str) -> list[tuple[str, str]]:
    """The part of each paragraph and its text."""
    paper = paper_of(draft(text, name), from_options(said))
    return [(item.part.value, item.text) for item in paper.paragraphs()]


def part_of(text: str, line: str, name: str = "稿.txt") -> Part:
    """The part that a line of a draft is taken for."""
    return next(item.part for item in paper_of(draft(text, name)).paragraphs() if item.text == line)


def paper(text: str, *said: str) -> Paper:
    return paper_of(draft(text, "稿.md"), from_options(said))


def docx(doc: Document, matter: Matter | None = None, profile: Profile | None = None) -> bytes:
    return typeset(doc, ".docx", matter, profile).data


def again(data: bytes) -> Document:
    """A written .docx as it is read."""
    return lingwu.read(data, "成文.docx")


def says(doc: Document) -> str:
    """Every character outside headers and footers, blanks aside."""
    edges = (Kind.HEADER, Kind.FOOTER)
    return "".join(re.sub(r"\s", "", block.span.of(doc.text)) for block in doc.blocks if block.kind not in edges)


def png() -> bytes:
    """A picture of one red pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )
