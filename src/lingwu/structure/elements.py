"""The elements of one official document, ready to be compared: title and 文种, attachments named and attached.

The text before the first 附件 or second title is the document itself; what comes after belongs to attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lingwu.document import Block, Document, Kind, Role, Span

KINDS = ("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
         "纪要", "令")  # fmt: skip
"""The 15 文种 of 党政机关公文处理工作条例, article 8 (命令 and 令 are one)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text that may run over several blocks, put together without spaces; ``at[i]`` is the offset of
    character ``i``."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the document of ``text[start:end]`` (which is not empty)."""
        return Span(self.at[start], self.at[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment, as named in the 附件说明 or as attached. ``number`` is 0 where none is given."""

    number: int
    name: Line
    span: Span


def title(doc: Document) -> Line:
    """The title of the document over all its lines; empty where there is none."""
    return doc.derive(_title)


def kind(doc: Document) -> str:
    """The 文种 that the title ends with, or nothing."""
    name = title(doc).text.rstrip("。")
    return next((kind for kind in KINDS if name.endswith(kind)), "")


def main_blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks before the first attachment, or all."""
    return doc.derive(_main_blocks)


def named(doc: Document) -> tuple[Attachment, ...]:
    """The attachments that the 附件说明 names, in order."""
    return doc.derive(_named)


def attached(doc: Document) -> tuple[Attachment, ...]:
    """The attachments that follow, in order, each with its title."""
    return doc.derive(_attached)


def year(doc: Document) -> int:
    """The year the document is of: that of its 成文日期 or 发文字号, else of the latest full date in it; 0 if none."""
    return doc.derive(_year)


def line_of(doc: Document, *blocks: Block) -> Line:
    """The text of ``blocks`` put together without spaces."""
    kept = [at for block in blocks for at in range(block.span.start, block.span.end) if not doc.text[at].isspace()]
    return Line("".join(doc.text[at] for at in kept), tuple(kept))


def _year(doc: Document) -> int:
    for role in (Role.DATE, Role.DOCUMENT_NUMBER):
        for block in doc.blocks:
            found = re.search(r"(?<!\d)(?:19|20)\d\d", block.span.of(doc.text)) if block.role is role else None
            if found:
                return int(found[0])
    dated = re.findall(r"(?<!\d)((?:19|20)\d\d)年\d{1,2}月\d{1,2}日", doc.text)
    return max(map(int, dated), default=0)


def _title(doc: Document) -> Line:
    found: list[Block] = []
    for block in doc.blocks:
        if block.role is Role.TITLE:
            found.append(block)
        elif found and block.span:
            break
    return line_of(doc, *found)


def _main_blocks(doc: Document) -> tuple[Block, ...]:
    for index, block in enumerate(doc.blocks):
        if block.role is Role.ATTACHMENT:
            return doc.blocks[:index]
        if block.role is Role.TITLE and any(
            b.role in (Role.DATE, Role.BODY) and b.kind is not Kind.CELL for b in doc.blocks[max(0, index - 4) : index]
        ):
            return doc.blocks[:index]
    return doc.blocks


def _named(doc: Document) -> tuple[Attachment, ...]:
    found = []
    for block in main_blocks(doc):
        if block.role is not Role.ATTACHMENT_NOTE:
            continue
        line = line_of(doc, block)
        for start, end, number in _entries(line.text):
            if start < end:
                found.append(Attachment(number, Line(line.text[start:end], line.at[start:end]), line.span(start, end)))
    return tuple(found)


def _entries(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each name of a line of the 附件说明 begins and ends, and its number."""
    head = _label().match(text)
    start = head.end() if head else 0
    number = int(head[1]) if head and head[1] else 0
    spots = list(_numbers().finditer(text, start))
    if not spots or spots[0].start() != start:
        yield start, len(text.rstrip("。；;")), number
        return
    for index, spot in enumerate(spots):
        end = spots[index + 1].start() if index + 1 < len(spots) else len(text)
        yield spot.end(), spot.end() + len(text[spot.end() : end].rstrip("。；;")), int(spot[1])


def _attached(doc: Document) -> tuple[Attachment, ...]:
    found = []
    for index, block in enumerate(doc.blocks):
        if block.role is Role.ATTACHMENT:
            label = line_of(doc, block)
            digits = re.search(r"\d+", label.text)
            name = _name_below(doc, index + 1) if len(label.text) < 6 else line_of(doc)
            found.append(Attachment(int(digits[0]) if digits else 0, name, label.span(0, len(label.text))))
    return tuple(found)


def _name_below(doc: Document, index: int) -> Line:
    """The title of the attachment whose label stands before block ``index``."""
    found: list[Block] = []
    for block in doc.blocks[index : index + 6]:
        if block.role is Role.TITLE:
            found.append(block)
        elif found or not doc.text[block.span.start : block.span.end].isspace():
            break
    return line_of(doc, *found)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile(r"附件?(\d{0,2})[：:]")


@lru_cache(maxsize=1)
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(\d{1,2})[.．、](?!\d(?!\d{3}年))")
