"""Texts that sit in a .docx as files of their own (w:altChunk): read, but never written back."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message

from lxml import etree, html

from lingwu.errors import ReadError

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "table", "tbody",
        "td", "tfoot", "th", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
SILENT = frozenset({"head", "script", "style", "noscript", "template"})
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})|encoding\s*=\s*[\"']([A-Za-z0-9_-]{3,20})")
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
GB = frozenset({"gb2312", "gbk", "gb_2312-80", "cp936"})
DEEPEST = 4
"""Files within files are opened no deeper than this."""


class Unreadable(ReadError):
    """An embedded file is of a kind that is not read, or broken; the document around it is read all the same."""


def lines_of(data: bytes, name: str, kind: str) -> list[str]:
    """The lines of an embedded text file; ``kind`` is its content type, ``name`` its part.

    Raises:
        Unreadable: RTF and other kinds, or broken.
    """
    suffix = name.lower().rpartition(".")[2]
    if data.startswith(b"{\\rtf"):
        raise Unreadable("是 RTF 格式")
    if suffix in {"mht", "mhtml", "eml"} or kind.startswith(("message/", "multipart/")):
        return list(_of_mht(data))
    if suffix in {"htm", "html", "xhtml"} or "html" in kind:
        return list(_of_html(decoded(data)))
    if suffix in {"txt", "text"} or kind.startswith("text/plain"):
        return re.split(r"\r\n|\r|\n", decoded(data).rstrip("\r\n"))
    raise Unreadable(f"是 {kind or suffix} 格式")


def decoded(data: bytes, charset: str = "") -> str:
    """``data`` as text: by its byte order mark, by what it or ``charset`` says, else UTF-8, else GB18030."""
    for mark, code in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(code, "replace").lstrip("\ufeff")
    said = CHARSET.search(data[:4096])
    named = charset or ((said[1] or said[2]).decode("ascii") if said else "")
    for code in ("gb18030" if named.lower() in GB else named, "utf-8", "gb18030"):
        try:
            return data.decode(code) if code else data.decode("utf-8")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030", "replace")


def _of_mht(data: bytes) -> Iterator[str]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (ValueError, LookupError, RecursionError) as error:
        raise Unreadable("是残缺的网页归档") from error
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    for part in pages or [part for part in parts if part.get_content_type() == "text/plain"]:
        yield from _of_message(part)


def _of_message(part: Message) -> Iterator[str]:
    payload = part.get_payload(decode=True)
    charset = part.get_param("charset") or ""
    text = decoded(payload if isinstance(payload, bytes) else b"", charset if isinstance(charset, str) else "")
    yield from _of_html(text) if part.get_content_type() != "text/plain" else text.splitlines()


def _of_html(text: str) -> Iterator[str]:
    """The text of a page, one line for each of its blocks."""
    text = XML_HEAD.sub("", text).replace("\0", "")
    if not text.strip():
        return
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("是残缺的网页") from error
    line: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            line.append(piece)
        elif said := " ".join("".join(line).split(" ")).strip():
            yield re.sub(r"[ \t\r\n]+", " ", said)
            line = []
    if said := "".join(line).strip():
        yield re.sub(r"[ \t\r\n]+", " ", said)


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """The strings of a page in order, with None where a block begins or ends."""
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, el in walk:
        name = el.tag if isinstance(el.tag, str) else ""
        if event == "start":
            if name in SILENT:
                walk.skip_subtree()
                continue
            if name in BLOCKS:
                yield None
            if el.text and name:
                yield el.text
            continue
        if name in BLOCKS:
            yield None
        if el.tail and el is not root:
            yield el.tail
