"""Zip packages and their XML parts, opened so that no bomb, entity or lock gets through.

A cause is always one of the named errors, never a traceback of a library.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lingwu.errors import DamagedFile, EncryptedFile, OversizedFile, UnsafeFile
from lingwu.formats import _compound

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES = 1024 * 1024 * 1024
"""All members together unpack to no more than this."""
MOST_RATIO = 300
"""Neither a member beyond a megabyte nor the whole package unpacks to more than this many times its packed size."""
MOST_MEMBERS = 20_000
MOST_XML = 256 * 1024 * 1024
"""No XML part is longer than this: its tree takes several times as much memory."""
MOST_LEVELS = 256
"""XML elements nest no deeper: readers walk the tree by recursion."""
CHUNK = 1024 * 1024
COMPOUND = _compound.MAGIC
"""How an OLE compound file begins: an old .doc or .wps, or a .docx under a password."""
PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
PLAIN = frozenset(b"utf-8 utf8 us-ascii ascii iso-8859-1 latin1 windows-1252 gb2312 gbk gb18030 big5 shift_jis".split())
"""Encodings in which the bytes of ``<``, ``>``, ``!``, ``-`` and ``?`` never stand for anything else."""
WIDE = {b"\xff\xfe": "utf-16-le", b"<\0": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\0<": "utf-16-be"}
TOO_DEEP = f"boolean({'/*' * (MOST_LEVELS + 1)})"


def is_locked(data: bytes) -> bool:
    """Whether ``data`` is an Office file under a password (an OLE file that holds an encrypted package)."""
    return "EncryptedPackage" in _compound.streams(data)


def member_names(data: bytes) -> Sequence[str]:
    """The names of a zip's members, for a first look; empty where ``data`` is no zip or a broken one."""
    if not data.startswith(b"PK"):
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, struct.error, IndexError):
        return ()


def unzip(data: bytes, name: str) -> dict[str, bytes]:
    """All members of a zip by name, in their order.

    Raises:
        DamagedFile: the zip is broken. OversizedFile: it unpacks to too much. EncryptedFile: a member has a password.
        UnsafeFile: it has two members of one name, or a name that leads out of the package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _look_over(package.infolist(), len(data), name)
            return {info.filename: _member(package, info) for info in package.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError) as error:
        raise _damaged(name, error) from error
    except (struct.error, IndexError) as error:
        raise _damaged(name, error) from error
    except RuntimeError as error:
        raise EncryptedFile(f"{name} 读不出来（{_line(error)}），请去掉密码后再试。") from error
    except MemoryError as error:
        raise OversizedFile(f"{name} 解压后过大，内存不够，请拆分后再查。") from error


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
        UnsafeFile: the part has a document type, or nests too deep. OversizedFile: it is too long.
        DamagedFile: it is not well-formed, or not in an encoding that office programs write.
    """
    from lxml import etree

    if len(part) > MOST_XML:
        raise OversizedFile(f"{name} 的部件 {what} 过大（{len(part) // 2**20} MB），请拆分后再查。")
    part = _narrow(part, name, what)
    if part.startswith(b"<!", _prolog_end(part)):
        raise UnsafeFile(f"{name} 的部件 {what} 含有 XML 实体或文档类型声明，办公软件不会这样写，为安全起见不予读取。")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "xcessive depth" in str(error):
            raise _nested(name, what) from error
        raise _not_xml(name, what, error) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise UnsafeFile(f"{name} 的部件 {what} 含有文档类型声明，为安全起见不予读取。")
    if root.xpath(TOO_DEEP):
        raise _nested(name, what)
    return root


def _narrow(part: bytes, name: str, what: str) -> bytes:
    """``part`` in an encoding whose marks can be seen in the bytes; UTF-16 becomes UTF-8."""
    wide = WIDE.get(part[:2])
    if wide and part[2:4] != b"\0\0":
        try:
            text = part.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise _not_xml(name, what, error) from error
        return re.sub(r"^<\?xml[^>]*\?>", "", text, count=1).encode("utf-8", "replace")
    declared = DECLARED.match(part.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in part[:4] or (declared and declared[1].lower() not in PLAIN):
        raise _not_xml(name, what, "字符编码不常见")
    return part


def _prolog_end(part: bytes) -> int:
    match = PROLOG.match(part)
    return match.end() if match else 0


def _member(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, read in pieces so that a false size cannot fill the memory before it is noticed."""
    pieces = []
    with package.open(info) as member:
        while piece := member.read(CHUNK):
            pieces.append(piece)
    data = b"".join(pieces)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(f"{info.filename} 不完整")
    return data


def _look_over(members: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    total = sum(info.file_size for info in members)
    if len(members) > MOST_MEMBERS or total > MOST_BYTES or total > max(MOST_RATIO * packed, CHUNK):
        raise OversizedFile(f"{name} 解压后过大，不像是正常的公文，为安全起见不予读取。")
    seen = set()
    for info in members:
        if info.flag_bits & 0x1:
            raise EncryptedFile(f"{name} 有密码保护，请去掉密码后再试。")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile(f"{info.filename} 的压缩方式不认识")
        if info.file_size > CHUNK and info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise OversizedFile(f"{name} 的部件 {_line(info.filename)} 压缩比异常，为安全起见不予读取。")
        parts = re.split(r"[/\\]", info.filename)
        if ".." in parts or info.filename in seen or re.match(r"[A-Za-z]:", info.filename):
            raise UnsafeFile(f"{name} 里的部件名 {_line(info.filename)} 重复或越出文件本身，为安全起见不予读取。")
        seen.add(info.filename)


def _line(what: object) -> str:
    """``what`` as part of a one-line sentence."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", str(what))[:200]


def _damaged(name: str, error: object) -> DamagedFile:
    return DamagedFile(f"{name} 的压缩包已损坏（{_line(error)}），请用原软件打开后重新保存。")


def _not_xml(name: str, what: str, error: object) -> DamagedFile:
    return DamagedFile(f"{name} 的部件 {what} 不是完整的 XML（{_line(error)}），请用原软件打开后重新保存。")


def _nested(name: str, what: str) -> UnsafeFile:
    return UnsafeFile(f"{name} 的部件 {what} 嵌套超过 {MOST_LEVELS} 层，办公软件不会这样写，为安全起见不予读取。")
