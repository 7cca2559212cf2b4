"""Numbered headings and lists: where an item begins, its number, its style and its level.

Marks that open a paragraph (一、 （一） 1. （1） ① 第一章 第一条) are found by ``outline``; spoken ones (一是 一要
第一， 其一，), which stand at the start of a paragraph or within it, by ``spoken``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.ordinals import CIRCLED, number_of


class Style(Enum):
    """How an item is numbered; the order of the members is the order of the levels, the highest first."""

    PART = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    CHINESE = "一、"
    CHINESE_BRACKETS = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETS = "（1）"
    CIRCLED = "①"
    SPOKEN = "一是"
    ORDINAL = "第一，"
    AMONG = "其一，"


RANK = {style: rank for rank, style in enumerate(Style)}
LEVELS = {
    Style.PART: 1, Style.CHAPTER: 1, Style.SECTION: 2, Style.CHINESE: 1, Style.CHINESE_BRACKETS: 2, Style.ARABIC: 3,
    Style.ARABIC_BRACKETS: 4, Style.CIRCLED: 5,
}  # fmt: skip
NUMBERED = frozenset({Kind.PARAGRAPH, Kind.HEADING})
LISTED = frozenset({Role.BODY, Role.HEADING})

_HAN = "一二三四五六七八九十"
_OPENS = frozenset("第（(" + _HAN + CIRCLED + "0123456789 　\t")
_UNITS = "月季年个类级线产层天日次档等种期届名位家百千万亿分方者项条章省市县"
_GROUPS = {
    "PART": rf"第(?P<PART>[{_HAN}百\d]+)(?:分?编|部分)(?![的是])",
    "CHAPTER": rf"第(?P<CHAPTER>[{_HAN}百\d]+)章(?![的规])",
    "SECTION": rf"第(?P<SECTION>[{_HAN}\d]+)节(?![的课])",
    "ARTICLE": rf"第(?P<ARTICLE>[{_HAN}百千零〇\d]+)条(?:之[{_HAN}]+)?(?=[\s　：:【（(]|$)",
    "CHINESE": rf"(?P<CHINESE>[{_HAN}百]+)[ 　]*[、，,．.](?![{_HAN}]+[{_UNITS}])",
    "CHINESE_BRACKETS": rf"[（(][ 　]*(?P<CHINESE_BRACKETS>[{_HAN}百]+)[ 　]*[）)][、．.]?",
    "ARABIC": r"(?P<ARABIC>\d{1,3})[ 　]*[.．、，](?=\d{4}年|[^\d.%％]|$)",
    "ARABIC_BRACKETS": r"[（(][ 　]*(?P<ARABIC_BRACKETS>\d{1,3})[ 　]*[）)][、．.]?",
    "CIRCLED": rf"(?P<CIRCLED>[{CIRCLED}])",
}
_VERBS = "是要"
_NOT_AFTER = "素件点领道务害义职闻目略塞义人"
_SPOKEN = (
    rf"(?P<SPOKEN>[{_HAN}]{{1,3}})(?P<verb>[{_VERBS}])(?![{_NOT_AFTER}{_HAN}])"
    rf"|第(?P<ORDINAL>[{_HAN}]{{1,3}})[，,]|其(?P<AMONG>[{_HAN}])[，,]"
)
_BEFORE = frozenset("。；，：！？、…”’）;,:!?\n\r 　\t")
_JUNK = 24
"""How many code points without a Chinese character may stand before a spoken item that opens a paragraph."""


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item: ``span`` is its mark, ``digits`` the numeral within the mark.

    ``verb`` tells 一是 from 一要 (empty for other styles). ``block`` is the index of its block, ``opens`` whether the
    mark opens the paragraph.
    """

    span: Span
    digits: Span
    number: int
    style: Style
    block: int
    opens: bool = True
    verb: str = ""

    @property
    def level(self) -> int:
        """The heading level 1 to 5 that GB/T 9704 gives the style; 6 where it gives none."""
        return LEVELS.get(self.style, 6)


def outline(doc: Document) -> tuple[Item, ...]:
    """The items whose marks open a paragraph of the text proper, in order, worked out once for ``doc``."""
    return doc.derive(_outline)


def spoken(doc: Document) -> tuple[Item, ...]:
    """The items of the kinds 一是, 一要, 第一， and 其一， in order, worked out once for ``doc``."""
    return doc.derive(_spoken)


def item_at(text: str, start: int, end: int, block: int = 0) -> Item | None:
    """The item whose mark opens ``text[start:end]``, spaces before it left aside."""
    if start >= end or text[start] not in _OPENS:
        return None
    while start < end and text[start] in " 　\t":
        start += 1
    match = _marks().match(text, start, end)
    group = match.lastgroup if match else None
    if match is None or group is None:
        return None
    number = number_of(match[group])
    if number is None:
        return None
    return Item(Span(*match.span()), Span(*match.span(group)), number, Style[group], block)


def is_text(block: Block) -> bool:
    """Whether ``block`` belongs to the running text: no table cell, note or header, no 附件说明 or 版记."""
    return block.kind in NUMBERED and block.role in LISTED


def _outline(doc: Document) -> tuple[Item, ...]:
    found = (
        item_at(doc.text, block.span.start, block.span.end, index)
        for index, block in enumerate(doc.blocks)
        if is_text(block)
    )
    return tuple(item for item in found if item)


def _spoken(doc: Document) -> tuple[Item, ...]:
    if not any(sign in doc.text for sign in ("二是", "二要", "第二，", "其二，", "三是", "三要", "第三，")):
        return ()
    found: list[Item] = []
    index = 0
    for match in _phrases().finditer(doc.text):
        at = match.start()
        while index < len(doc.blocks) and doc.blocks[index].span.end <= at:
            index += 1
        if index == len(doc.blocks):
            break
        item = _phrase(doc, match, index)
        if item:
            found.append(item)
    return tuple(found)


def _phrase(doc: Document, match: re.Match[str], index: int) -> Item | None:
    block, at = doc.blocks[index], match.start()
    if at < block.span.start or not is_text(block):
        return None
    opens = at - block.span.start <= _JUNK and not _cjk().search(doc.text, block.span.start, at)
    if not opens and doc.text[at - 1] not in _BEFORE:
        return None
    group = "SPOKEN" if match["SPOKEN"] else "ORDINAL" if match["ORDINAL"] else "AMONG"
    number = number_of(match[group])
    if number is None:
        return None
    return Item(Span(*match.span()), Span(*match.span(group)), number, Style[group], index, opens, match["verb"] or "")


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(_GROUPS.values()))


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(_SPOKEN)


@lru_cache(maxsize=1)
def _cjk() -> re.Pattern[str]:
    return re.compile("[\u4e00-\u9fff“《（]")
