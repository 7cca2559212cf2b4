"""What is asked of a file before it is kept: that it is what its suffix says, harmless, without a mark of secrecy."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from django.conf import settings

import lingwu
from lingwu.errors import MissingTool, NoText
from lingwu_office.files import packages, secrecy
from lingwu_office.files.names import SUFFIXES
from lingwu_office.foundation.errors import Invalid, Refused

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an OLE compound file begins."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros\0", "_VBA_PROJECT_CUR"))
OLD_OBJECTS = tuple(name.encode("utf-16-le") for name in ("Ole10Native", "ObjectPool\0\0"))
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe")
SCRIPTS = (b"#!/", b"#! /")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_PIXELS = 120_000_000
PDF_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
"""How a name of a PDF may hide a letter."""
LONGEST_DICTIONARY, MOST_OBJECTS = 600, 16 * 1024 * 1024
Properties = list[bytes]


def inspect(data: bytes, suffix: str) -> None:
    """Let ``data`` through where nothing speaks against keeping it as a file of ``suffix`` (one of ``SUFFIXES``).

    Raises:
        Invalid: the content is not of the suffix, broken, locked, or may do harm; the sentence says which.
        Refused: it bears a mark of secrecy, and this deployment is not made for it.
    """
    if not data:
        raise Invalid("文件是空的（0字节），没有存入；请确认已保存完整后再传。")
    if data.startswith(SCRIPTS) or (data.startswith(PROGRAMS) and b"\0" in data[:256]):
        raise Invalid("文件的内容是程序，没有存入。")
    properties = KINDS[suffix](data, suffix)
    mark = secrecy.mark_in_properties(properties) or _mark(data, suffix)
    if mark and not settings.CLASSIFIED:
        raise Refused(secrecy.CANNOT.format(mark=mark, what="这个文件"))


def _mark(data: bytes, suffix: str) -> str:
    """The mark in what can be read of the file.

    Raises:
        Invalid: the file is broken, locked or not what it says.
    """
    if suffix in (".png", ".jpg"):
        return secrecy.mark_in_bytes(data)
    try:
        return secrecy.mark_in_document(lingwu.read(data, f"文件{suffix}"))
    except lingwu.ReadError as error:
        if not isinstance(error, NoText | MissingTool):
            raise Invalid(f"{error}文件没有存入。") from error
        return secrecy.mark_in_bytes(data)


def _package(data: bytes, suffix: str) -> Properties:
    if data.startswith(COMPOUND):
        if LOCKED in data:
            raise Invalid("文件有密码保护，没有存入；请去掉密码后再传。")
        raise Invalid(f"文件其实是旧格式（OLE），与后缀名“{suffix}”不符，没有存入；请另存为{suffix}后再传。")
    if not data.startswith(b"PK\x03\x04"):
        raise _mismatch(suffix)
    return packages.looked_over(data, suffix)


def _compound(data: bytes, suffix: str) -> Properties:
    if not data.startswith(COMPOUND):
        raise _mismatch(suffix)
    if LOCKED in data:
        raise Invalid("文件有密码保护，没有存入；请去掉密码后再传。")
    if any(name in data for name in OLD_MACROS):
        raise Invalid("文件带有宏，没有存入；请另存为不带宏的文件后再传。")
    if any(name in data for name in OLD_OBJECTS):
        raise Invalid("文件里嵌有OLE对象，没有存入；请去掉嵌入的对象后再传。")
    return []


def _pdf(data: bytes, suffix: str) -> Properties:
    if b"%PDF-" not in data[:1024]:
        raise _mismatch(suffix)
    if any(PDF_ACTIVE.search(ESCAPED.sub(_unescaped, part)) for part in _pdf_objects(data)):
        raise Invalid("PDF里带有脚本、可执行动作或嵌入文件，没有存入；请重新导出后再传。")
    return [b">" + value + b"<" for value in _pdf_values(data)]


def _pdf_objects(data: bytes) -> Iterator[bytes]:
    """What a PDF says outside its streams, and in those that hold objects; pictures and fonts are left out."""
    at, start = 0, data.find(b"stream")
    while start >= 0:
        before = data[at:start]
        yield before
        end = data.find(b"endstream", start)
        if end < 0:
            at = start
            break
        if b"/ObjStm" in before[-LONGEST_DICTIONARY:]:
            yield _inflated(data[start + len(b"stream") : end].lstrip(b"\r\n"))
        at = end + len(b"endstream")
        start = data.find(b"stream", at)
    yield data[at:]


def _inflated(packed: bytes) -> bytes:
    """The beginning of a stream of objects; nothing where it is packed in another way."""
    try:
        return zlib.decompressobj().decompress(packed, MOST_OBJECTS)
    except zlib.error:
        return b""


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])


def _pdf_values(data: bytes) -> list[bytes]:
    """The values of the document's information, in UTF-8.

    Raises:
        Invalid: the file is broken or locked, or holds scripts or files in compressed objects.
    """
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise Invalid(
            "文件有密码保护，没有存入；请去掉密码后再传。"
            if locked
            else "PDF不完整或已损坏，没有存入；请重新导出后再传。"
        ) from error
    with document:
        if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0 or raw.FPDFDoc_GetAttachmentCount(document) > 0:
            raise Invalid("PDF里带有脚本、可执行动作或嵌入文件，没有存入；请重新导出后再传。")
        return [value.encode() for value in document.get_metadata_dict().values() if value]


def _text(data: bytes, suffix: str) -> Properties:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if (b"\0" in data and not wide) or data.startswith((b"PK\x03\x04", b"%PDF-", COMPOUND, PNG, JPEG)):
        raise _mismatch(suffix)
    return []


def _png(data: bytes, suffix: str) -> Properties:
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        raise _mismatch(suffix)
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width * height <= MOST_PIXELS:
        raise Invalid("图片的像素过多，没有存入；请缩小后再传。")
    return []


def _jpeg(data: bytes, suffix: str) -> Properties:
    if not data.startswith(JPEG) or b"\xff\xd9" not in data:
        raise _mismatch(suffix)
    return []


def _mismatch(suffix: str) -> Invalid:
    return Invalid(f"文件的内容与后缀名“{suffix}”不符，没有存入；请用原软件另存后再传。")


KINDS: Mapping[str, Callable[[bytes, str], Properties]] = MappingProxyType(
    {
        ".docx": _package, ".xlsx": _package, ".odt": _package, ".ofd": _package, ".doc": _compound, ".wps": _compound,
        ".pdf": _pdf, ".txt": _text, ".md": _text, ".png": _png, ".jpg": _jpeg,
    }
)  # fmt: skip
"""What looks over a file of each suffix, and gives its properties."""
assert set(KINDS) == set(SUFFIXES)
