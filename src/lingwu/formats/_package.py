"""Zip packages and their XML parts, opened so that no bomb, entity or lock gets through.

A cause is always one of the named errors, never a traceback of a library.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from lingwu.errors import DamagedFile, EncryptedFile, OversizedFile, UnsafeFile

MOST_BYTES = 1024 * 1024 * 1024
"""All members together unpack to no more than this."""
MOST_RATIO = 300
"""No member beyond a megabyte unpacks to more than this many times its packed size."""
MOST_MEMBERS = 20_000
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE compound file begins: an old .doc or .wps, or a .docx under a password."""


def is_locked(data: bytes) -> bool:
    """Whether ``data`` is an Office file under a password (an OLE file that holds an encrypted package)."""
    return data.startswith(COMPOUND) and "EncryptedPackage".encode("utf-16-le") in data


def unzip(data: bytes, name: str) -> dict[str, bytes]:
    """All members of a zip by name, in their order.

    Raises:
        DamagedFile: the zip is broken. OversizedFile: it unpacks to too much. EncryptedFile: a member has a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _look_over(package.infolist(), name)
            return {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError) as error:
        raise DamagedFile(f"{name} 的压缩包已损坏（{error}），请用原软件打开后重新保存。") from error
    except (RuntimeError, MemoryError) as error:
        raise EncryptedFile(f"{name} 读不出来（{error}），请去掉密码后再试。") from error


def rezip(original: bytes, members: Mapping[str, bytes]) -> bytes:
    """A zip with the members in the given order; those of ``original`` keep their order, time and compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {info.filename: info for info in old.infolist()}
        for name, data in members.items():
            info = kept.get(name) or zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(info, data, info.compress_type if name in kept else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parse(part: bytes, name: str, what: str = "") -> etree._Element:
    """The root of an XML part.

    Raises:
        UnsafeFile: the part has a document type or entity. DamagedFile: it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    if b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le") in part[:8192]:
        raise UnsafeFile(f"{name} 的部件 {what} 含有 XML 实体或文档类型声明，办公软件不会这样写，为安全起见不予读取。")
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"{name} 的部件 {what} 不是完整的 XML（{error}），请用原软件打开后重新保存。") from error
    if root.getroottree().docinfo.doctype:
        raise UnsafeFile(f"{name} 的部件 {what} 含有文档类型声明，为安全起见不予读取。")
    return root


def _look_over(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_BYTES:
        raise OversizedFile(f"{name} 解压后过大，不像是正常的公文，为安全起见不予读取。")
    for info in members:
        if info.flag_bits & 0x1:
            raise EncryptedFile(f"{name} 有密码保护，请去掉密码后再试。")
        if info.file_size > 2**20 and info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise OversizedFile(f"{name} 的部件 {info.filename} 压缩比异常，为安全起见不予读取。")
