"""Plain text and Markdown: UTF-8 with or without BOM, UTF-16, GB18030."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lingwu.document import Block, Document, Kind, Span, paragraphs
from lingwu.errors import DamagedFile, NoText

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ACCEPT = re.compile(r"(?:lingwu:\s*accept|零误[:：]\s*接受)[\s:：]*((?:[0-9a-f]{12}(?:-\d+)?[\s,，、]*)+)")
FENCE = re.compile(r"^(```|~~~).*?^\1[^\S\n]*$", re.MULTILINE | re.DOTALL)
SPARE = re.compile(r"<!--.*?-->|`[^`\n]+`|https?://[^\s，。；）)]+", re.DOTALL)
HASHES = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class Origin:
    """How the bytes spell the text, and the text exactly as decoded."""

    encoding: str
    bom: bytes
    data: bytes


class TextFormat:
    """Plain text; the document's text is the decoded text of the file itself, line ends included."""

    name = "txt"
    suffixes: Sequence[str] = (".txt", ".md", ".markdown", ".text")
    modes: Sequence[Mode] = ("clean",)

    def sniff(self, data: bytes, suffix: str) -> bool:
        """Text of any suffix that is not another format's: no NUL bytes beyond those of UTF-16 and UTF-32."""
        if any(data.startswith(bom) for bom, _ in BOMS):
            return True
        head = data[:65536]
        return (b"\0" not in head and not head.startswith(b"{\\rtf")) and not head.startswith(b"%PDF-")

    def read(self, data: bytes, name: str) -> Document:
        bom, encoding = next(((bom, code) for bom, code in BOMS if data.startswith(bom)), (b"", ""))
        text, encoding = _decode(data[len(bom) :], encoding, name)
        if not text.strip("\ufeff \t\r\n\u3000\0"):
            raise NoText(f"{name or '输入'} 里没有文字。")
        markdown = name.lower().endswith((".md", ".markdown"))
        blocks = tuple(_markdown(text)) if markdown else tuple(paragraphs(text))
        accepted = [word for match in ACCEPT.finditer(text) for word in re.split(r"[\s,，、]+", match[1]) if word]
        return Document(text, blocks, {"encoding": encoding, "accepted": accepted}, Origin(encoding, bom, data))

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        origin: Origin = doc.origin
        if not changes.edits:
            return origin.data
        from lingwu.fixer import apply

        return origin.bom + apply(doc.text, changes.edits).encode(origin.encoding)


def _decode(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    for code in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if not any("\ud800" <= char <= "\udfff" for char in text):
            return text, code
    raise DamagedFile(f"{name or '输入'} 不是 UTF-8、UTF-16 或 GB18030 编码的文本，请另存为 UTF-8 后再试。")


def _markdown(text: str) -> Iterator[Block]:
    """Lines as blocks; code, links' addresses and comments are blocks of code, so that no rule reads them as prose."""
    spare = sorted(Span(*m.span()) for regex in (FENCE, SPARE) for m in regex.finditer(text))
    for block in paragraphs(text):
        heading = HASHES.match(text, block.span.start)
        kind, level = (Kind.HEADING, heading.end() - heading.start() - 1) if heading else (Kind.PARAGRAPH, 0)
        at = heading.end() if heading else block.span.start
        for hole in (hole for hole in spare if hole.overlaps(block.span)):
            if hole.start > at:
                yield Block(Span(at, hole.start), kind, level=level)
            if hole.end > at:
                yield Block(Span(max(at, hole.start), min(hole.end, block.span.end)), Kind.CODE)
                at = min(hole.end, block.span.end)
        if at < block.span.end:
            yield Block(Span(at, block.span.end), kind, level=level)


format = TextFormat()
