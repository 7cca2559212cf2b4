"""What a file is by its first bytes, told to the user where it is nothing that Lingwu reads."""

from __future__ import annotations

from collections.abc import Collection

from lingwu.formats import _compound

COPY = "请把其中的文字复制到 .docx 文档后再查"
SCAN = "请先用 OCR 识别成文字，存为 .docx 后再查"
BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n", "PNG 图片", SCAN),
    (b"\xff\xd8\xff", "JPEG 图片", SCAN),
    (b"GIF8", "GIF 图片", SCAN),
    (b"II*\0", "TIFF 图片", SCAN),
    (b"MM\0*", "TIFF 图片", SCAN),
    (b"MZ\x90\0", "Windows 程序", "请勿打开来历不明的程序"),
    (b"\x7fELF", "Linux 程序", "请确认文件来源"),
    (b"Rar!\x1a\x07", "RAR 压缩包", "请先解压，再查里面的文档"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "请先解压，再查里面的文档"),
    (b"\x1f\x8b\x08", "gzip 压缩包", "请先解压，再查里面的文档"),
    (b"SQLite format 3\0", "数据库文件", COPY),
)
MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"mime-version:")
MEMBERS = (
    ("xl/", "Excel 工作簿", COPY),
    ("ppt/", "PowerPoint 演示文稿", COPY),
    ("", "压缩包", "请先解压，再查里面的文档"),
)
STREAMS = (("Workbook", "Excel 工作簿"), ("Book", "Excel 工作簿"), ("PowerPoint Document", "PowerPoint 演示文稿"))


def known(data: bytes) -> bool:
    """Whether the bytes begin like a binary format, a web page or a word processor's file: no plain text."""
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return (
        data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"{\\rtf", _compound.MAGIC))
        or any(data.startswith(magic) for magic, _, _ in BEGINNINGS)
        or head.startswith(MARKUP)
    )


def kind_of(data: bytes, members: Collection[str]) -> tuple[str, str]:
    """What the bytes are and what to do about it, both in Chinese; empty where that is not known.

    ``members`` are the names inside, where ``data`` is a zip.
    """
    for magic, what, advice in BEGINNINGS:
        if data.startswith(magic):
            return what, advice
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(MARKUP):
        return "网页或 XML", "请在 Word 或 WPS 中打开，另存为 .docx 后再查"
    for folder, what, advice in MEMBERS if members else ():
        if any(name.startswith(folder) for name in members):
            return what, advice
    inside = _compound.streams(data)
    return next(((what, COPY) for stream, what in STREAMS if stream in inside), ("", ""))
