"""Word documents (.docx and its kin): read with every story, written back as tracked changes and comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.formats._package import is_locked

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

MAIN_TYPES = (b"wordprocessingml.document.main", b"wordprocessingml.template.main", b"vnd.ms-word.")
TYPES = "[Content_Types].xml"
LARGEST_TYPES = 16 * 2**20


class DocxFormat:
    """Office Open XML documents and templates, with or without macros."""

    name = "docx"
    suffixes: Sequence[str] = (".docx", ".docm", ".dotx", ".dotm")
    modes: Sequence[Mode] = ("tracked", "comments", "clean")

    def sniff(self, data: bytes, suffix: str) -> bool:
        """A package whose content types name a main document; by its suffix also one that is locked or broken."""
        ours = suffix in self.suffixes
        if not data.startswith(b"PK\x03\x04"):
            return ours and is_locked(data)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                names = package.namelist()
                info = package.getinfo(TYPES) if TYPES in names else None
                types = package.read(info) if info and info.file_size < LARGEST_TYPES else b""
        except Exception:  # whatever is wrong with the zip, read() says it in a sentence
            return ours
        if info is None:
            return ours and "word/document.xml" in names
        return any(kind in types or kind.decode().encode("utf-16-le") in types for kind in MAIN_TYPES)

    def read(self, data: bytes, name: str) -> Document:
        from lingwu.formats.docx.reading import read

        return read(data, name)

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        from lingwu.formats.docx.writing import write

        return write(doc, changes, mode)


format = DocxFormat()
