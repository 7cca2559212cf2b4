"""Old Word documents (.doc), WPS documents (.wps) and RTF, turned into .docx by LibreOffice and read from there."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.errors import DamagedFile, EncryptedFile, UnknownFormat, WriteError
from lingwu.formats import _compound, _magic
from lingwu.formats._office import converted

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

RTF = b"{\\rtf"
LOCKED = 0x0100
"""The bit of a Word file's flags (MS-DOC, FibBase.fEncrypted) that says it is under a password."""


class LegacyFormat:
    """What only LibreOffice can open; read, never written."""

    name = "legacy"
    suffixes: Sequence[str] = (".doc", ".wps", ".rtf", ".dot", ".wpt")
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        """RTF, or a compound file that is neither a locked .docx nor a workbook nor a presentation."""
        if data.startswith(RTF):
            return True
        inside = _compound.streams(data)
        if "WordDocument" in inside:
            return True
        return data.startswith(_compound.MAGIC) and suffix in self.suffixes and not _magic.kind_of(data, ())[0]

    def read(self, data: bytes, name: str) -> Document:
        from lingwu.formats import docx

        name = name or "输入"
        suffix = _suffix(data, name)
        doc = docx.format.read(converted(data, suffix, name), name)
        notes = [*doc.meta.get("notes", ()), "本文件由 LibreOffice 转换后检查；修改请在原文件或另存的 .docx 中进行。"]
        blocks = tuple(replace(block, editable=False) for block in doc.blocks)
        meta = {key: said for key, said in doc.meta.items() if key != "layout"}  # that of the conversion is not its own
        return replace(doc, blocks=blocks, meta={**meta, "notes": notes}, origin=data, _memo={})

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        data: bytes = doc.origin
        if not changes.edits and not changes.mended and not changes.left:
            return data
        raise WriteError("旧格式（.doc、.wps、.rtf）不能写回；请在 Word 或 WPS 中另存为 .docx 后再改。")


def _suffix(data: bytes, name: str) -> str:
    """The suffix that LibreOffice is to see.

    Raises:
        EncryptedFile: the file is under a password. UnknownFormat: it is of no kind that is read here.
        DamagedFile: it is a compound file whose directory cannot be followed.
    """
    if data.startswith(RTF):
        return ".rtf"
    if not data.startswith(_compound.MAGIC):
        raise UnknownFormat(f"{name} 的内容不是旧版 Word、WPS 或 RTF 文档；请用原软件另存为 .docx 后再查。")
    inside = _compound.streams(data)
    if not inside:
        raise DamagedFile(f"{name} 已损坏（可能没有下载完），请重新获取，或用原软件打开后另存为 .docx。")
    word = inside.get("WordDocument")
    flags = struct.unpack_from("<H", word.head, 10)[0] if word and len(word.head) >= 12 else 0
    if "EncryptedPackage" in inside or flags & LOCKED:
        raise EncryptedFile(f"{name} 有密码保护，请在 Word 或 WPS 中去掉密码后再查。")
    what, advice = _magic.kind_of(data, ())
    if what:
        raise UnknownFormat(f"{name} 的内容其实是{what}，零误不能直接读；{advice}。")
    return ".doc" if word else ".wps"


format = LegacyFormat()
