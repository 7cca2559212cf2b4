"""OpenDocument text (.odt, .ott): body, tables, frames, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.errors import NoText, WriteError
from lingwu.formats import _package

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

MIMETYPE = b"application/vnd.oasis.opendocument.text"


class OdtFormat:
    """An .odt as LibreOffice writes it; tracked changes are read as accepted, comments not at all."""

    name = "odt"
    suffixes: Sequence[str] = (".odt", ".ott")
    modes: Sequence[Mode] = ("clean", "comments")

    def sniff(self, data: bytes, suffix: str) -> bool:
        if not data.startswith(b"PK"):
            return False
        if data[30:38] == b"mimetype":
            return data[38:].startswith(MIMETYPE)
        names = _package.member_names(data)
        return suffix in self.suffixes and (not names or "content.xml" in names)

    def read(self, data: bytes, name: str) -> Document:
        from lingwu.formats.odt.reading import content_of

        content = content_of(data, name or "输入")
        if not content.text.strip():
            raise NoText(f"{name or '输入'} 里没有文字；如果页面上是图片，请先用 OCR 识别后再查。")
        tables = tuple(tuple(tuple(row) for row in table) for table in content.tables)
        return Document(content.text, tuple(content.blocks), {"accepted": content.accepted, "tables": tables}, data)

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        data: bytes = doc.origin
        if mode not in self.modes:
            raise WriteError(
                f".odt 不能以 {mode} 方式写回，可用 comments（批注）或 clean（直接改）；也可另存为 .docx。"
            )
        if not changes.edits and (mode == "clean" or not (changes.mended or changes.left)):
            return data
        from lingwu.formats.odt.writing import written

        return written(doc, data, changes, mode)


format = OdtFormat()
