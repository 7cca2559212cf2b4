"""Formats: how bytes become a document and go back. Each format is one module or package beside this file.

A format's module holds ``format``, an object of the protocol ``Format``.
"""

from __future__ import annotations

import errno
import hashlib
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Protocol

from lingwu import registry
from lingwu.document import Document
from lingwu.errors import DamagedFile, EmptyFile, MissingFile, OversizedFile, UnknownFormat, WriteError, because
from lingwu.finding import Edit, Finding
from lingwu.structure.roles import with_roles

Mode = Literal["tracked", "comments", "clean"]
LARGEST = 512 * 1024 * 1024
"""No file beyond this many bytes is read at all."""
REFUSALS: Mapping[int | None, str] = MappingProxyType(
    {
        errno.ENOENT: "找不到，请检查路径和文件名",
        errno.ENOTDIR: "找不到，请检查路径和文件名",
        errno.EISDIR: "是文件夹，请给出其中的文件",
        errno.EACCES: "没有读取权限，请向文件的所有者要权限，或复制一份再查",
        errno.EPERM: "没有读取权限，请向文件的所有者要权限，或复制一份再查",
        errno.ENAMETOOLONG: "路径太长，请换个短些的名字",
    }
)


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
    data, name = (source, name) if isinstance(source, bytes) else (bytes_of(Path(source)), str(source))
    shown = one_line(name) or "输入"
    if not data:
        raise EmptyFile(f"{shown} 是空文件（0 字节），没有内容可查；请确认文件已保存完整。")
    if len(data) > LARGEST:
        raise _oversized(shown)
    form = format_of(data, Path(name.replace("\0", "")).suffix.lower(), shown)
    doc = form.read(data, shown)
    meta = {"path": name, "format": form.name, "digest": hashlib.sha256(data).hexdigest(), **doc.meta}
    return with_roles(replace(doc, meta=meta, _memo={}))


def write(doc: Document, changes: Changes, mode: Mode = "tracked") -> bytes:
    """The bytes of ``doc`` with ``changes`` in the way that ``mode`` says.

    Raises:
        WriteError: the format cannot be written, or not in this mode.
    """
    form = _written_by(doc)
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
    able: list[Format] = []
    for form in registry.formats(likely=suffix.lstrip(".")):
        if form.sniff(data, suffix):
            if suffix in form.suffixes:
                return form  # type: ignore[no-any-return]
            able.append(form)
    if able:
        return able[0]
    from lingwu.formats import _magic, _package

    name = name or "输入"
    members = _package.member_names(data)
    if data.startswith(b"PK\x03\x04") and not members:
        raise DamagedFile(f"{name} 的压缩包不完整（可能没有下载完），请重新获取，或用原软件打开后重新保存。")
    what, advice = _magic.kind_of(data, members)
    if what:
        raise UnknownFormat(f"{name} 的内容其实是{what}，零误不能直接读；{advice}。")
    raise UnknownFormat(
        f"{name} 不是零误能读的格式，或内容与后缀名不符；可读：{'、'.join(suffixes())}。请用原软件另存为 .docx 后再查。"
    )


def one_line(name: str) -> str:
    """``name`` as it can stand in a sentence: no control characters, no halves of surrogate pairs."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", "\ufffd", name)


def suffixes() -> tuple[str, ...]:
    """All suffixes that some format reads, with their dots."""
    return tuple(dict.fromkeys(suffix for form in registry.formats() for suffix in form.suffixes))


def _written_by(doc: Document) -> Format | None:
    name = str(doc.meta.get("format"))
    return next((form for form in registry.formats(likely=name) if form.name == name), None)


def bytes_of(path: Path) -> bytes:
    """What is in the file ``path``.

    Raises:
        MissingFile: it is not there, no file, or may not be opened. OversizedFile: it is too large to be read.
    """
    shown = one_line(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(found.st_mode):
            raise MissingFile(f"{shown} 不是普通文件（是设备或管道），请先存成文件再查。")
        if found.st_size > LARGEST:
            raise _oversized(shown)
        return path.read_bytes()
    except ValueError as error:
        raise MissingFile(f"{shown} 打不开，路径里有不能用的字符，请改名后再试。") from error
    except OSError as error:
        why = REFUSALS.get(error.errno, f"打不开（{because(error)}），请检查路径和权限")
        raise MissingFile(f"{shown} {why}。") from error


def _oversized(shown: str) -> OversizedFile:
    return OversizedFile(f"{shown} 超过 {LARGEST // 2**20} MB，请拆分后再查。")
