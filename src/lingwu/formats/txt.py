"""Plain text and Markdown: UTF-8 with or without BOM, UTF-16, UTF-32, GB18030."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lingwu.document import Document, paragraphs
from lingwu.edits import apply
from lingwu.errors import DamagedFile, NoText, WriteError
from lingwu.formats import _magic, _markdown
from lingwu.formats._acceptance import accepted

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
LIKELY = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u203f\x20-\x7e\t\r\n\U00020000-\U0003ffff]")
IDEOGRAPHS = re.compile("[\u3000-\u9fff\uff00-\uffef]")
ODD = re.compile("[\u0250-\u036f\u0530-\u07ff]")
"""Letters of scripts that Chinese documents never hold by themselves."""
SAMPLE = 65_536
BLANK = "\ufeff\u3000\0\u200b"


@dataclass(frozen=True, slots=True)
class Origin:
    """How the bytes spell the text."""

    encoding: str
    bom: bytes
    data: bytes


class TextFormat:
    """Plain text; the document's text is the decoded text of the file itself, line ends included."""

    name = "txt"
    suffixes: Sequence[str] = (".txt", ".md", ".markdown", ".text")
    modes: Sequence[Mode] = ("clean",)

    def sniff(self, data: bytes, suffix: str) -> bool:
        """Text of any suffix that is not another format's: no NUL bytes beyond those of UTF-16 and UTF-32."""
        if any(data.startswith(bom) for bom, _ in BOMS):
            return True
        if _magic.known(data):
            return False
        return suffix in self.suffixes or b"\0" not in data[:SAMPLE] or bool(_wide(data, 0.9))

    def read(self, data: bytes, name: str) -> Document:
        name = name or "输入"
        bom, encoding = next(((bom, code) for bom, code in BOMS if data.startswith(bom)), (b"", ""))
        text, encoding = _decode(data[len(bom) :], encoding, len(bom), name)
        _look_over(text, name)
        markdown = name.lower().endswith((".md", ".markdown"))
        blocks = tuple(_markdown.blocks_of(text)) if markdown else tuple(paragraphs(text))
        meta: dict[str, Any] = {"encoding": encoding, "accepted": accepted(text)}
        if markdown:
            meta["tables"] = _markdown.tables_of(text)
        return Document(text, blocks, meta, Origin(encoding, bom, data))

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        origin: Origin = doc.origin
        if mode not in self.modes:
            raise WriteError(f"纯文本不能以 {mode} 方式写回，只能直接改（clean）；要留修订痕迹请先另存为 .docx。")
        if not changes.edits:
            return origin.data
        try:
            return origin.bom + apply(doc.text, changes.edits).encode(origin.encoding)
        except UnicodeEncodeError as error:
            bad = f"U+{ord(error.object[error.start]):04X}"
            raise WriteError(f"改后的文字里有 {origin.encoding} 写不出的字符 {bad}，请去掉这处修改。") from error


def _decode(data: bytes, encoding: str, skipped: int, name: str) -> tuple[str, str]:
    """The text and its encoding; ``skipped`` bytes of the file stand before ``data``."""
    if not encoding:
        encoding = _guess(data)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        at = error.start
        line = data.count(b"\n", 0, at) + 1
        code = {"utf-8": "UTF-8", "gb18030": "GB18030"}.get(encoding, encoding.upper())
        raise DamagedFile(
            f"{name} 第 {at + skipped + 1} 字节（第 {line} 行）不合 {code} 编码，文件可能被截断或混用了编码，"
            f"请用原软件另存为 UTF-8 文本后再查。"
        ) from error


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes without a mark, which may still fail to decode.

    GB18030 read as UTF-16 lands outside the ideographs and UTF-16 read as GB18030 gives control characters, so the two
    hardly ever look alike; UTF-8 with a few broken bytes still has mostly whole characters.
    """
    if _decodes(data, "utf-8") and (b"\0" not in data or not _wide(data, 0.9)):
        return "gb18030" if _looks_foreign(data) else "utf-8"
    sure = _wide(data, 0.995)
    if sure:
        return sure
    if _mostly_utf8(data):
        return "utf-8"
    if not _decodes(data, "gb18030") or CONTROLS.search(data[:SAMPLE].decode("gb18030", "replace")):
        return _wide(data, 0.9) or "gb18030"
    return "gb18030"


def _looks_foreign(data: bytes) -> bool:
    """Whether valid UTF-8 has no Chinese in it but makes only likely characters in GB18030 (as 通知 does)."""
    if data.isascii() or len(data) > SAMPLE:
        return False
    wide = re.sub(r"[\x00-\x7f]", "", data.decode("utf-8"))
    odd = len(wide) > 1 and ODD.search(wide) and not LIKELY.search(wide)
    return bool(odd) and _decodes(data, "gb18030") and LIKELY.sub("", data.decode("gb18030")) == ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(IDEOGRAPHS.findall(text)) > 2 * broken


def _wide(data: bytes, share: float) -> str:
    """The UTF-16 without a mark in which at least ``share`` of the characters are likely ones, or nothing."""
    head = data[:SAMPLE]
    if len(data) % 2 or len(head) < 4:
        return ""
    texts = {code: head.decode(code, "replace") for code in ("utf-16-le", "utf-16-be")}
    code = max(texts, key=lambda code: _ideographs(texts[code]))
    return code if len(LIKELY.findall(texts[code])) >= share * len(texts[code]) else ""


def _ideographs(text: str) -> int:
    """How many characters are Chinese; those ending in 00 are rather ASCII in the other order of bytes (not 一)."""
    return sum(1 if ord(char) & 0xFF or char == "一" else -1 for char in IDEOGRAPHS.findall(text))


def _look_over(text: str, name: str) -> None:
    """Raises where ``text`` is empty or not text at all."""
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise DamagedFile(f"{name} 第 {line} 行里有空字符（NUL），不像是文本文件；请用原软件打开后另存为 UTF-8 文本。")
    if len(CONTROLS.findall(text)) > 8 + len(text) // 100:
        raise DamagedFile(f"{name} 的内容像是二进制数据，不是文本；请确认文件类型，或用原软件另存为 .docx 后再查。")
    if not text.strip(BLANK + " \t\r\n\v\f\x1a"):
        raise NoText(f"{name} 里只有空白，没有文字可查；请确认选对了文件。")


format = TextFormat()
