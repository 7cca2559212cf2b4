"""Pictures of pages: a PDF is rendered as it is, other documents by way of LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lingwu.errors import DamagedFile, EncryptedFile, MissingTool, UnknownFormat, WriteError
from lingwu.formats import format_of
from lingwu.formats._office import converted
from lingwu.formats.pdf import ALONE, PASSWORD_WANTED

if TYPE_CHECKING:
    from PIL.Image import Image

THROUGH_OFFICE = {"docx": ".docx", "odt": ".odt", "legacy": ".doc"}
GAP = 24
"""Pixels between two pages, and around them."""
GROUND, EDGE = (214, 218, 222), (150, 150, 150)
MOST_PIXELS = 200_000_000
POINTS = 72


def pdf_of(data: bytes, suffix: str, name: str) -> bytes:
    """The document as PDF.

    Raises:
        UnknownFormat: it has no pages to show. MissingTool: LibreOffice is needed. DamagedFile: it cannot be converted.
    """
    form = format_of(data, suffix, name)
    if form.name == "pdf":
        return data
    if form.name not in THROUGH_OFFICE:
        raise UnknownFormat(
            f"{name} 没有版面可看；能预览 .pdf、.docx、.odt、.doc、.wps、.rtf，文本可先用 lingwu typeset 排版。"
        )
    known = suffix in form.suffixes
    return converted(data, suffix if known else THROUGH_OFFICE[form.name], name, "pdf")


def count(pdf: bytes, name: str) -> int:
    """How many pages a PDF has.

    Raises:
        ReadError: it is locked or broken, or pypdfium2 is missing.
    """
    with ALONE:
        document = _opened(pdf, name)
        try:
            return len(document)
        finally:
            document.close()


def picture(pdf: bytes, name: str, numbers: Sequence[int], columns: int, dpi: int) -> bytes:
    """The pages ``numbers`` (from 1) as one PNG, ``columns`` of them side by side.

    Raises:
        ReadError: the PDF is locked or broken, or pypdfium2 or Pillow is missing.
        WriteError: the picture would be huge.
    """
    from PIL import Image

    with ALONE:
        document = _opened(pdf, name)
        try:
            _refuse_huge(document, numbers, dpi)
            pages = [document[number - 1].render(scale=dpi / POINTS).to_pil().convert("RGB") for number in numbers]
        finally:
            document.close()
    return _png(_side_by_side(Image, pages, columns), dpi)


def _opened(pdf: bytes, name: str):  # type: ignore[no-untyped-def]  # pypdfium2 has no types
    try:
        import PIL  # noqa: F401 - without it no page can be made a picture, and the reader is to be told now
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingTool('预览需要 pypdfium2 和 Pillow，请运行 pip install "lingwu[preview]" 后再试。') from error
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_WANTED:
            raise EncryptedFile(f"{name} 有密码保护，请去掉密码后再看。") from error
        raise DamagedFile(f"{name} 不是完整的 PDF（可能没有下载完），请重新获取或重新导出。") from error


def _refuse_huge(document, numbers: Sequence[int], dpi: int) -> None:  # type: ignore[no-untyped-def]
    scale = (dpi / POINTS) ** 2
    sizes = (document[number - 1].get_size() for number in numbers)
    if sum(width * height for width, height in sizes) * scale > MOST_PIXELS:
        raise WriteError("图太大了，请用 --pages 少选几页，或用 --dpi 降低清晰度。")


def _side_by_side(image, pages: Sequence[Image], columns: int) -> Image:  # type: ignore[no-untyped-def]
    """The pages in rows, each on white with an edge, in cells as large as the largest of them."""
    if len(pages) == 1:
        return pages[0]
    wide, high = max(page.width for page in pages), max(page.height for page in pages)
    across = min(columns, len(pages))
    rows = -(-len(pages) // across)
    size = (across * (wide + GAP) + GAP, rows * (high + GAP) + GAP)
    sheet: Image = image.new("RGB", size, GROUND)
    for index, page in enumerate(pages):
        x, y = GAP + index % across * (wide + GAP), GAP + index // across * (high + GAP)
        sheet.paste(EDGE, (x - 1, y - 1, x + page.width + 1, y + page.height + 1))
        sheet.paste(page, (x, y))
    return sheet


def _png(image: Image, dpi: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(dpi, dpi))
    return out.getvalue()
