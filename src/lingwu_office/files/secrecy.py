"""Marks of secrecy: what a deployment that is not made for state secrets refuses at its door.

Only marks count (绝密★, 机密★1年, a line of its own, a header, a property), not a sentence that speaks of secrets.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings

import lingwu
from lingwu_office.foundation.errors import Refused

LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
PERIOD = r"(?:长期|\d+\s*(?:年|个月|天)|解密)"
STARS = "★☆✩✰⭐✪✫✬✭✮✯✡⋆🌟"
STAR = rf"\s*[{STARS}]\s*"
OPENS, CLOSES = r"[（(【\[〔「『]", r"[）)】\]〕」』]"
STARRED = re.compile(rf"{LEVEL}{STAR}(?:{PERIOD})?")
EDGED = re.compile(rf"^(?:(?:№|No\.?)?\s*\d{{1,6}}\s*)?({STARRED.pattern})|({STARRED.pattern})$")
"""A level with its star at the beginning or the end of a line; within a sentence it is spoken of."""
ALONE = re.compile(
    rf"(?:(?:№|No\.?)?\s*\d{{1,6}}\s+)?(?:密\s*级(?:和保密期限)?\s*[：:]?\s*)?{OPENS}?\s*"
    rf"({LEVEL}级?(?:(?:\s*[{STARS}*]\s*|\s+)?{PERIOD})?\s*[{STARS}*]?)\s*{CLOSES}?(?:\s+(?:特\s*急|加\s*急))?"
)  # fmt: skip
"""A line that says nothing but a level, with copy number, period and urgency where they are."""
BRACKETED = re.compile(rf"{OPENS}\s*({LEVEL}(?:\s*[{STARS}*]?\s*{PERIOD})?)\s*{CLOSES}")
LONGEST = 80
"""A longer line is text, and a level in brackets in it is spoken of."""
UNSEEN = ("Cf", "Cc", "Mn", "Cs")
HEAD = 20
"""Lines with text at the head that are looked at."""
PARTS = re.compile(r"[\n\r\v\f\x07\x85\u2028\u2029]+")
CELLS = re.compile(r"[|\t]+")
VALUES = re.compile(rb">([^<>]{1,400})<")
OLD = str.maketrans("機祕絕", "机秘绝")
"""Letters of the levels as they are written elsewhere."""
SPOKEN_OF = {"excerpt", "fingerprint", "code"}
"""What verbs are given that only points to a text which is kept already."""
WIDE = ("utf-16-le", "gb18030", "utf-8")
CANNOT = "“{mark}”是国家秘密标志，本系统不处理涉密文件，{what}没有存入。请改用涉密信息系统，并报告保密工作人员。"


def mark_in(text: str) -> str:
    """The mark of secrecy that ``text`` (a whole text, a title, a field of a form) bears; empty where there is none."""
    lines = [line for part in PARTS.split(text) if (line := part.strip())]
    head = next(filter(None, map(_of_line, lines[:HEAD])), "")
    return head or next((_plain(line) for line in _even_ones(lines[HEAD:]) if STARRED.fullmatch(line)), "")


def _even_ones(lines: Iterable[str]) -> Iterator[str]:
    return (even(line) for line in lines if "密" in line)


def even(line: str) -> str:
    """``line`` without disguise: characters of one form, none that cannot be seen, levels in today's letters."""
    plain = unicodedata.normalize("NFKC", line)
    seen = "".join(char for char in plain if char == "\t" or unicodedata.category(char) not in UNSEEN)
    return seen.translate(OLD).strip()


def keep_out(verb: str, given: Mapping[str, Any]) -> None:
    """The door of every verb: no text that it is given may bear a mark, whatever the text is for.

    Raises:
        Refused: one does.
    """
    refuse_marked(
        *_texts({name: value for name, value in given.items() if name not in SPOKEN_OF}), what="这次填写的内容"
    )


def _texts(given: Any) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        for name, value in given.items():
            yield from (*_texts(name), *_texts(value))
    elif isinstance(given, (list, tuple)):
        for value in given:
            yield from _texts(value)


def refuse_marked(*texts: str, what: str = "这段文字") -> None:
    """Let nothing through that bears a mark of secrecy, unless this deployment is made for it.

    Raises:
        Refused: one of ``texts`` bears a mark; ``what`` names in the sentence what is not stored.
    """
    if settings.CLASSIFIED:
        return
    mark = next(filter(None, map(mark_in, texts)), "")
    if mark:
        raise Refused(CANNOT.format(mark=mark, what=what))


def mark_in_document(document: lingwu.Document) -> str:
    """The mark in a document as read: in its head, a header or footer, or an element of the role 密级."""
    said = document.text
    edges = {lingwu.Kind.HEADER, lingwu.Kind.FOOTER, lingwu.Kind.TEXTBOX}
    for block in document.blocks:
        if block.role is lingwu.Role.SECRECY or block.kind in edges:
            mark = mark_in(block.span.of(said))
            if mark:
                return mark
    return mark_in(said)


def mark_in_properties(parts: Iterable[bytes]) -> str:
    """The mark in a file's XML parts of properties: a value that is a level, or begins with one and a star."""
    for part in parts:
        for match in VALUES.finditer(part):
            value = html.unescape(match[1].decode("utf-8", "replace"))
            mark = next(filter(None, map(_of_line, _words(value))), "")
            if mark:
                return mark
    return ""


def mark_in_bytes(data: bytes) -> str:
    """The starred mark in bytes that cannot be read as a document, in the encodings of old office programs."""
    for encoding in WIDE:
        for text in (data.decode(encoding, "replace"), data[1:].decode(encoding, "replace")):
            starred = STARRED.search(text.translate(OLD))
            if starred:
                return _plain(starred[0])
    return ""


def _words(value: str) -> Iterator[str]:
    yield value.strip()
    yield from (word for word in re.split(r"[;；,，、\s]+", value) if word)


def _of_line(line: str) -> str:
    line = even(line[: 2 * LONGEST])
    if len(line) > LONGEST:
        return ""
    for said in (line, *CELLS.split(line)):
        match = ALONE.fullmatch(said.strip())
        if match:
            return _plain(match[1])
    bracketed = BRACKETED.match(line) or re.search(rf"{BRACKETED.pattern}$", line)
    edged = EDGED.search(line)
    if edged:
        return _plain(edged[1] or edged[2])
    return _plain(bracketed[1]) if bracketed else ""


def _plain(mark: str) -> str:
    return re.sub(r"\s+", "", mark)
