"""Formats: how bytes become a document and go back. Each format is one module or package beside this file.

A format's module holds ``format``, an object of the protocol ``Format``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol

from lingwu import registry
from lingwu.document import Document
from lingwu.errors import EmptyFile, MissingFile, UnknownFormat, WriteError
from lingwu.finding import Edit, Finding
from lingwu.structure.roles import with_roles

Mode = Literal["tracked", "comments", "clean"]
LARGEST = 512 * 1024 * 1024
"""No file beyond this many bytes is read at all."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a writer is to do: the edits in order, and the findings to explain beside them.

    ``edits`` belong to ``mended``; ``left`` are findings that get a comment but no change. ``author`` and ``date``
    (ISO 8601, UTC) sign every change.
    """

    edits: Sequence[Edit]
    mended: Sequence[Finding] = ()
    left: Sequence[Finding] = ()
    author: str = "零误"
    date: str = "1970-01-01T00:00:00Z"


class Format(Protocol):
    """One file format.

    ``sniff`` says whether bytes are of this format (``suffix`` in lower case with its dot, or empty where unknown).
    ``read`` returns a document whose ``origin`` lets ``write`` put changes back; it raises only ``ReadError``s.
    ``modes`` lists what ``write`` can do. ``write`` without edits and comments returns the very bytes that were read.
    """

    name: str
    suffixes: Sequence[str]
    modes: Sequence[Mode]

    def sniff(self, data: bytes, suffix: str) -> bool: ...

    def read(self, data: bytes, name: str) -> Document: ...

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes: ...


def read(source: Path | str | bytes, name: str = "") -> Document:
    """Read a file (a path) or its bytes (``name`` then gives the suffix, where known) as a document.

    Raises:
        ReadError: one of its kinds, whose text is one sentence for the user.
    """
    data, name = (source, name) if isinstance(source, bytes) else (_bytes(Path(source)), str(source))
    if not data:
        raise EmptyFile(f"{name or '输入'} 是空文件（0 字节），没有内容可查。")
    form = format_of(data, Path(name).suffix.lower(), name)
    doc = form.read(data, name)
    meta = {"path": name, "format": form.name, "digest": hashlib.sha256(data).hexdigest(), **doc.meta}
    return with_roles(replace(doc, meta=meta, _memo={}))


def write(doc: Document, changes: Changes, mode: Mode = "tracked") -> bytes:
    """The bytes of ``doc`` with ``changes`` in the way that ``mode`` says.

    Raises:
        WriteError: the format cannot be written, or not in this mode.
    """
    form = next((form for form in _formats() if form.name == doc.meta.get("format")), None)
    if form is None or mode not in form.modes:
        what = form.name if form else "没有文件来源的文本"
        can = "、".join(form.modes) if form and form.modes else "无"
        raise WriteError(f"{what} 不能以 {mode} 方式写回（可用方式：{can}）；可另存为 .docx 后再试，或用 HTML 报告。")
    return form.write(doc, changes, mode)


def format_of(data: bytes, suffix: str, name: str = "") -> Format:
    """The format of ``data``; a suffix that the bytes bear out wins over one that does not.

    Raises:
        UnknownFormat: no format takes the bytes.
    """
    able = [form for form in _formats() if form.sniff(data, suffix)]
    if not able:
        raise UnknownFormat(f"{name or '输入'} 不是零误能读的格式，或内容与后缀名不符；可读：{'、'.join(suffixes())}。")
    return next((form for form in able if suffix in form.suffixes), able[0])


def suffixes() -> tuple[str, ...]:
    """All suffixes that some format reads, with their dots."""
    return tuple(dict.fromkeys(suffix for form in _formats() for suffix in form.suffixes))


@lru_cache(maxsize=1)
def _formats() -> tuple[Format, ...]:
    return registry.formats()


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise MissingFile(f"{path} 超过 {LARGEST // 2**20} MB，请拆分后再查。")
        return path.read_bytes()
    except OSError as error:
        raise MissingFile(f"{path} 打不开（{error.strerror or error}），请检查路径和权限。") from error
