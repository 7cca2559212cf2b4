"""PDF with a text layer: characters by their places on the page, put together again as paragraphs."""

from __future__ import annotations

import ctypes
import math
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lingwu.document import Document
from lingwu.errors import DamagedFile, EncryptedFile, MissingTool, NoText, OversizedFile, WriteError
from lingwu.formats import _lines

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

PASSWORD_WANTED = frozenset({4, 5})
"""PDFium's codes for a missing password and for a lock it does not know."""
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
FOLDED = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
"""Radicals and ligatures that fonts of PDFs put in the place of plain characters."""
UNMAPPED = re.compile("[\0-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
ALONE = threading.Lock()
"""PDFium may be called from one thread at a time only."""


class PdfFormat:
    """A PDF; it is read, never written."""

    name = "pdf"
    suffixes: Sequence[str] = (".pdf",)
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        return b"%PDF-" in data[:1024] and (suffix in self.suffixes or data.lstrip().startswith(b"%PDF-"))

    def read(self, data: bytes, name: str) -> Document:
        name = name or "输入"
        with ALONE:
            pages = list(_pages(data, name))
        said = "".join(glyph.text for page in pages for glyph in page)
        if not said.strip():
            raise NoText(f"{name} 像是扫描件，没有文字层，请先用OCR识别后再查。")
        if len(UNMAPPED.findall(said)) * 5 > len(said):
            raise NoText(f"{name} 的文字层是乱码（字体没有编码表），请用原文件另存为 .docx，或先用OCR识别后再查。")
        doc = _lines.document_of(pages)
        if not doc.text.strip():
            raise NoText(f"{name} 里除页码外没有文字，像是扫描件，请先用OCR识别后再查。")
        empty = [str(number) for number, page in enumerate(pages, 1) if not page]
        more = "等" if len(empty) > 10 else ""
        notes = [f"第 {'、'.join(empty[:10])}{more} 页没有文字层（空白或扫描图），未检查。"] if empty else []
        return replace(doc, meta={**doc.meta, "notes": notes}, origin=data, _memo={})

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        data: bytes = doc.origin
        if not changes.edits and not changes.mended and not changes.left:
            return data
        raise WriteError("PDF 不能写回；请在原来的 .docx 里修改，或导出 HTML 报告。")


def _pages(data: bytes, name: str) -> Iterator[list[_lines.Glyph]]:
    """The glyphs of each page.

    Raises:
        ReadError: the file is locked, broken or too long, or pypdfium2 is missing.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingTool(f'读 {name} 需要 pypdfium2，请运行 pip install "lingwu[pdf]" 后再查。') from error
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_WANTED:
            raise EncryptedFile(f"{name} 有密码保护，请去掉密码后再查。") from error
        raise DamagedFile(f"{name} 不是完整的 PDF（可能没有下载完），请重新获取或重新导出。") from error
    try:
        if len(pdf) > MOST_PAGES:
            raise OversizedFile(f"{name} 超过 {MOST_PAGES} 页，请拆分后再查。")
        left = MOST_CHARACTERS
        for index in range(len(pdf)):
            glyphs = _page(pypdfium2, pdf, index)
            left -= len(glyphs)
            if left < 0:
                raise OversizedFile(f"{name} 的文字超过 {MOST_CHARACTERS // 10_000} 万字，请拆分后再查。")
            yield glyphs
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(f"{name} 有一页已损坏，读不出来；请重新获取或重新导出。") from error
    finally:
        pdf.close()


def _page(pdfium: Any, pdf: Any, index: int) -> list[_lines.Glyph]:
    page = pdf[index]
    try:
        textpage = page.get_textpage()
        try:
            return _upright(list(_characters(pdfium.raw, textpage.raw, textpage.count_chars())))
        finally:
            textpage.close()
    finally:
        page.close()


Character = tuple[str, float, float, float, float, int]
"""Text, left, right, height of the baseline, size, and the quarter turn it is set in (-1: askew)."""


def _characters(raw: Any, textpage: Any, count: int) -> Iterator[tuple[str, float, float, float, float, int]]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = ""
    for index in range(count):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if raw.FPDFText_IsGenerated(textpage, index) == 1 or code in (0x0A, 0x0D):
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        said = _plain(high + chr(code)) if code <= 0x10FFFF else "\ufffd"
        high = ""
        if not raw.FPDFText_GetLooseCharBox(textpage, index, box) or not raw.FPDFText_GetCharOrigin(
            textpage, index, x, y
        ):
            continue
        turns = raw.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2)
        quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.03 else -1
        corners = (box.left, box.right, box.bottom, box.top, x.value, y.value)
        if all(math.isfinite(value) and abs(value) < 1e6 for value in corners):
            yield _turned(said, corners, quarter, raw.FPDFText_GetFontSize(textpage, index))


def _turned(said: str, corners: tuple[float, ...], quarter: int, font: float) -> Character:
    """The character as it stands when the page is turned so that it is upright."""
    left, right, bottom, top, x, y = corners
    if quarter == 1:
        left, right, bottom, top, y = bottom, top, -right, -left, -x
    elif quarter == 2:
        left, right, bottom, top, y = -right, -left, -top, -bottom, -y
    elif quarter == 3:
        left, right, bottom, top, y = -top, -bottom, left, right, x
    size = abs(top - bottom) or abs(font) or 1.0
    return said, min(left, right), max(left, right), -y, size, quarter


def _upright(characters: Sequence[Character]) -> list[_lines.Glyph]:
    """The characters that stand as most of the page does; the others are a watermark or a stamp."""
    turns = Counter(character[5] for character in characters if character[5] >= 0)
    usual = turns.most_common(1)[0][0] if turns else -1
    return [
        _lines.Glyph(said, left, right, base, size)
        for said, left, right, base, size, quarter in characters
        if quarter == usual and quarter >= 0
    ]


def _plain(said: str) -> str:
    """``said`` without what is no character of its own; a line's soft hyphen becomes a plain one."""
    if said in ("\x02", "\ufffe", "\u00ad"):
        return "-"
    if len(said) == 2 or "\ud800" <= said <= "\udfff":
        said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFKC", said) if FOLDED.match(said) else said


format = PdfFormat()
