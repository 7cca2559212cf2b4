"""Zip packages of office programs, looked over before anything reads them: bombs, entities, macros, objects."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lingwu_office.foundation.errors import Invalid

MOST_MEMBERS = 5_000
MOST_BYTES = 400 * 1024 * 1024
"""All members together unpack to no more."""
MOST_RATIO = 100
FREE = 8 * 1024 * 1024
"""A package that unpacks to less may be of any ratio."""
CHUNK = 256 * 1024
INNER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ".docx": ("[content_types].xml", "word/document.xml"),
        ".xlsx": ("[content_types].xml", "xl/workbook.xml"),
        ".odt": ("mimetype", "content.xml"),
        ".ofd": ("ofd.xml",),
    }
)
"""What a package of each suffix must hold, in small letters."""
ODT = b"application/vnd.oasis.opendocument.text"
XML = (".xml", ".rels", ".vml", ".rdf", ".svg", ".xhtml")
DOCTYPE = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be"))
MACROS = re.compile(r"vbaproject|vbadata|(?:^|/)(?:basic|scripts|dialogs)/|activex|macrosheets|customui", re.IGNORECASE)
MACRO_TYPES = (b"macroEnabled", b"vbaProject")
OBJECTS = re.compile(
    r"(?:^|/)embeddings/(?!.*\.(?:xlsx|docx|pptx)$)|oleobject|^object \d+$"
    r"|\.(?:exe|dll|com|bat|cmd|js|jse|vbs|vbe|wsf|ps1|hta|scr|lnk|jar|msi|sh|docm|xlsm|dotm|chm)$",
    re.IGNORECASE,
)
OUTSIDE = re.compile(
    rb"<[^<>]*(?:attachedTemplate|oleObject|/frame\"|subDocument|externalLinkPath)[^<>]*TargetMode=\"External\"[^<>]*>"
    rb"|<[^<>]*TargetMode=\"External\"[^<>]*(?:attachedTemplate|oleObject|/frame\"|subDocument|externalLinkPath)[^<>]*>"
)
DDE = re.compile(rb"(?:instrText[^<>]*>|instr=[\"'])\s*DDE")
PROPERTIES = re.compile(r"(?:^docprops/.*\.xml|^meta\.xml|(?:^|/)ofd\.xml|(?:^|/)customdata.*\.xml)$", re.IGNORECASE)


def looked_over(data: bytes, suffix: str) -> list[bytes]:
    """The XML parts of properties of a package that nothing speaks against; ``suffix`` says what it should be.

    Raises:
        Invalid: it is no such package, unpacks to too much, or holds what an official document never does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _shape(package, suffix, len(data))
            return list(_read(package, suffix))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Invalid("文件的压缩包不完整或已损坏，没有存入；请用原软件打开后重新保存再传。") from error


def _shape(package: zipfile.ZipFile, suffix: str, packed: int) -> None:
    members = package.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or total > MOST_BYTES or (total > FREE and total > MOST_RATIO * packed):
        raise Invalid("文件解压后过大，像是压缩炸弹，没有存入。")
    seen: set[str] = set()
    for member in members:
        _member(member)
        if member.filename.lower() in seen:
            raise Invalid("文件的压缩包里有重名的部件，没有存入；请用原软件重新保存再传。")
        seen.add(member.filename.lower())
    inner = [name for name in INNER[suffix] if name not in seen]
    if inner:
        raise Invalid(f"文件的内容与后缀名“{suffix}”不符，没有存入；请用原软件另存后再传。")


def _member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & 0x1:
        raise Invalid("文件有密码保护，没有存入；请去掉密码后再传。")
    bad = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or re.match(r"[A-Za-z]:", name)
    if bad or any(ord(char) < 32 for char in name):
        raise Invalid("文件的压缩包里有越出文件本身的路径，没有存入。")
    if MACROS.search(name):
        raise Invalid("文件带有宏或控件，没有存入；请另存为不带宏的文件后再传。")
    if OBJECTS.search(name):
        raise Invalid("文件里嵌有OLE对象或程序，没有存入；请去掉嵌入的对象后再传。")


def _read(package: zipfile.ZipFile, suffix: str) -> Iterator[bytes]:
    """Unpack every member, counting, and look into those of XML; yields those of properties."""
    room = MOST_BYTES
    for member in package.infolist():
        is_xml = member.filename.lower().endswith(XML)
        pieces = []
        with package.open(member) as stream:
            while piece := stream.read(CHUNK):
                room -= len(piece)
                if room < 0:
                    raise Invalid("文件解压后过大，像是压缩炸弹，没有存入。")
                if is_xml:
                    pieces.append(piece)
        if suffix == ".odt" and member.filename == "mimetype" and package.read(member).strip() != ODT:
            raise Invalid("文件的内容与后缀名“.odt”不符，没有存入；请用原软件另存后再传。")
        if is_xml:
            part = _narrow(b"".join(pieces))
            _look_into(part, member.filename)
            if PROPERTIES.search(member.filename):
                yield part


def _narrow(part: bytes) -> bytes:
    """``part`` in UTF-8 where it is in UTF-16 with its mark."""
    return part.decode("utf-16", "replace").encode() if part.startswith((b"\xff\xfe", b"\xfe\xff")) else part


def _look_into(part: bytes, name: str) -> None:
    if any(mark in part for mark in DOCTYPE):
        raise Invalid("文件的XML部件里有实体或文档类型声明（DTD），办公软件不会这样写，没有存入。")
    if name.lower().endswith(".rels") and OUTSIDE.search(part):
        raise Invalid("文件会从外部载入模板或对象，没有存入；请去掉外部链接后再传。")
    if b"manifest:encryption-data" in part or b"<encryption-data" in part:
        raise Invalid("文件有密码保护，没有存入；请去掉密码后再传。")
    typed = name.lower() == "[content_types].xml" and any(mark in part for mark in MACRO_TYPES)
    if typed or b"<script:event-listener" in part or DDE.search(part):
        raise Invalid("文件带有宏或自动执行的域，没有存入；请去掉后再传。")
