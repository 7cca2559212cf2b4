"""Files that the tests bring in: good ones, and hostile ones of each kind, made here."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx

TEXT = "　　经研究，定于2026年3月12日召开安全生产工作会议。"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def good_docx(*lines: str, header: str = "", subject: str = "") -> bytes:
    document = docx.Document()
    for line in lines or ("关于召开会议的通知", "各科室：", TEXT):
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.subject = subject
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def altered(original: bytes, **changes: bytes) -> bytes:
    """A package with parts put in or replaced; ``__`` in a key stands for ``/`` and ``_DOT_`` for a dot."""
    parts = {key.replace("__", "/").replace("_DOT_", "."): data for key, data in changes.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info, old.read(info))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def lying_size() -> bytes:
    """A package whose directory says that a member of 30 MB has 10 bytes."""
    data = altered(good_docx(), word__media__image1_DOT_png=b"\0" * 30_000_000)
    real, false = struct.pack("<I", 30_000_000), struct.pack("<I", 10)
    return data.replace(real, false)


def locked_flag() -> bytes:
    data = bytearray(good_docx())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def pdf(extra: str = "", title: str = "") -> bytes:
    """A small PDF of one page."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {extra}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>", f"<</Title<FEFF{title.encode('utf-16-be').hex()}>>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out + tail.encode()


def packed_pdf() -> bytes:
    """A PDF with a script in a stream of objects."""
    inside = zlib.compress(b"7 0 <</S/JavaScript/JS(app.alert(1))>>")
    stream = b"9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(inside)
    return pdf().replace(b"xref", stream + inside + b"\nendstream endobj\nxref", 1)


def scanned_pdf() -> bytes:
    """A PDF with a picture whose bytes look like names by chance."""
    picture = b"\x00\x9c/JS \xff/Launch /JavaScript " * 50
    stream = b"9 0 obj<</Type/XObject/Length %d>>stream\n" % len(picture)
    return pdf().replace(b"xref", stream + picture + b"\nendstream endobj\nxref", 1)


def odt(chart: bool = False) -> bytes:
    out = io.BytesIO()
    names = {"office": "office", "text": "text"}
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for name, part in names.items()
    )
    body = f"<office:body><office:text><text:p>{TEXT}</text:p></office:text></office:body>"
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
        if chart:
            package.writestr("Object 1/content.xml", "<chart/>")
            package.writestr("ObjectReplacements/Object 1", b"picture")
    return out.getvalue()


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\0\0" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'  # noqa: E501
OUTSIDE = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1/x.dotm" TargetMode="External"/></Relationships>'  # noqa: E501
DDE = f'<w:document {W}><w:body><w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k"</w:instrText></w:r></w:p></w:body></w:document>'  # noqa: E501

Made = Callable[[], bytes]
HOSTILE: dict[str, tuple[str, Made, str]] = {
    # what: (name, content, part of the sentence)
    "empty": ("通知.docx", lambda: b"", "空的"),
    "bomb by ratio": ("通知.docx", lambda: altered(good_docx(), word__media__a_DOT_png=bytes(60_000_000)), "炸弹"),
    "bomb that lies": ("通知.docx", lying_size, "损坏"),
    "many members": ("通知.docx", lambda: altered(good_docx(), **{f"word__m__{n}": b"" for n in range(5001)}), "过大"),
    "entity": ("通知.docx", lambda: altered(good_docx(), word__document_DOT_xml=DOCTYPE.encode()), "DTD"),
    "wide entity": ("通知.docx", lambda: altered(good_docx(), word__document_DOT_xml=DOCTYPE.encode("utf-16")), "DTD"),
    "entity in a property": ("通知.docx", lambda: altered(good_docx(), docProps__app_DOT_xml=DOCTYPE.encode()), "DTD"),
    "macro": ("通知.docx", lambda: altered(good_docx(), word__vbaProject_DOT_bin=b"x"), "宏"),
    "field that runs": ("通知.docx", lambda: altered(good_docx(), word__document_DOT_xml=DDE.encode()), "自动执行"),
    "object": ("通知.docx", lambda: altered(good_docx(), word__embeddings__oleObject1_DOT_bin=b"x"), "OLE"),
    "program inside": ("通知.docx", lambda: altered(good_docx(), word__media__a_DOT_exe=b"MZ"), "程序"),
    "template from outside": (
        "通知.docx", lambda: altered(good_docx(), word___rels__settings_DOT_xml_DOT_rels=OUTSIDE.encode()), "外部",
    ),
    "path inside": ("通知.docx", lambda: altered(good_docx(), **{"..__..__etc__passwd": b"x"}), "路径"),
    "password flag": ("通知.docx", locked_flag, "密码"),
    "password as compound": ("通知.docx", lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "old format as docx": ("通知.docx", lambda: COMPOUND + bytes(2000), "旧格式"),
    "text as docx": ("通知.docx", TEXT.encode, "不符"),
    "docx as xlsx": ("通知.xlsx", good_docx, "不符"),
    "docx as pdf": ("通知.pdf", good_docx, "不符"),
    "docx as text": ("通知.txt", good_docx, "不符"),
    "page as picture": ("照片.png", lambda: b"<html><script>alert(1)</script></html>", "不符"),
    "picture of too many pixels": ("照片.png", lambda: png(60_000, 60_000), "像素"),
    "program as document": ("通知.doc", lambda: b"MZ" + bytes(500), "程序"),
    "old macro": ("通知.doc", lambda: COMPOUND + bytes(600) + "_VBA_PROJECT".encode("utf-16-le"), "宏"),
    "old object": ("通知.doc", lambda: COMPOUND + bytes(600) + "Ole10Native".encode("utf-16-le"), "OLE"),
    "rich text as doc": ("通知.doc", lambda: b"{\\rtf1 x}", "不符"),
    "cut off": ("通知.docx", lambda: good_docx()[:-400], "损坏"),
    "script in pdf": ("通知.pdf", lambda: pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "脚本"),
    "script in packed objects": ("通知.pdf", packed_pdf, "脚本"),
    "script under another name": ("通知.pdf", lambda: pdf("/OpenAction<</S/J#61vaScript>>"), "脚本"),
    "broken pdf": ("通知.pdf", lambda: b"%PDF-1.4\n" + bytes(100), "损坏"),
    "shell script": ("通知.txt", lambda: b"#!/bin/sh\nrm -rf /", "程序"),
    "object in odt": ("通知.odt", lambda: altered(odt(), **{"Object 1": b"x"}), "OLE"),
    "macro in odt": ("通知.odt", lambda: altered(odt(), Basic__Standard__a_DOT_xml=b"<x/>"), "宏"),
    "program": ("通知.exe", lambda: b"MZ", "不收"),
    "no suffix": ("通知", lambda: b"x", "不收"),
    "macro suffix": ("通知.docm", good_docx, "不收"),
    "script in the name": ("<script>alert(1)</script>.txt", lambda: b"x", "不能用的字符"),
    "quotes in the name": ('a" onmouseover="x.txt', lambda: b"x", "不能用的字符"),
    "path in the name": ("../../etc/passwd.txt", lambda: b"x", "不能用的字符"),
    "windows path in the name": ("..\\..\\a.txt", lambda: b"x", "不能用的字符"),
    "line break in the name": ("a\r\nSet-Cookie: x.txt", lambda: b"x", "控制字符"),
    "name turned round": ("通知\u202etxt.docx", good_docx, "控制字符"),
    "zero in the name": ("a\0.txt", lambda: b"x", "控制字符"),
    "long name": ("长" * 200 + ".txt", lambda: b"x", "个字"),
}  # fmt: skip

SECRET: dict[str, tuple[str, Made]] = {
    "first line": ("通知.docx", lambda: good_docx("机密★1年", "关于会议的通知", TEXT)),
    "after the copy number": ("通知.docx", lambda: good_docx("000001", "绝密", "关于会议的通知", TEXT)),
    "header": ("通知.docx", lambda: good_docx(header="秘密★5年")),
    "property": ("通知.docx", lambda: good_docx(subject="机密")),
    "text": ("通知.txt", f"秘密\n关于会议的通知\n{TEXT}".encode),
    "text in GB18030": ("通知.txt", lambda: f"机密★1年\n关于会议的通知\n{TEXT}".encode("gb18030")),
    "property of a pdf": ("通知.pdf", lambda: pdf(title="机密★1年")),
    "name": ("【机密】通知.txt", TEXT.encode),
}
