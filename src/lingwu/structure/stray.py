"""Marks that found no partner in their own block: list numbers, quotes turned round, pairs over several blocks."""

from __future__ import annotations

import re
from bisect import bisect_right

from lingwu.document import Document

Found = tuple[int, str]
"""The offset of a mark, and the mark (for an opening mark: its kind)."""
Pairs = list[tuple[int, int, str]]

LIST_NUMBER = re.compile(r"(?:^|[\s\u3000。；：，、“（(])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")
POINTS = re.compile("[。！？；，：、\n\r]")
ARTICLE = re.compile(
    r"“(?:第[一二三四五六七八九十百千零〇\d]{1,9}[编章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])"
)
"""How a paragraph begins that a quoted law goes on with, after a heading or a colon."""
TITLE_LINE = (8, 40)
"""The least and the greatest length of a line of a title broken over lines."""
NEAR = 16
"""Two quotes that face the same way are taken for a pair only when at most this far apart."""
LINES = {"“": 14, "‘": 14, "（": 14, "《": 3, "〈": 3}
"""Over how many blocks a pair of each kind may run."""
BEGINS = frozenset("：:，。！？；—\n\r\u3000 ")
ENDS = frozenset("。！？；，…”’》）\n\r")


def is_list_mark(text: str, at: int, mark: str) -> bool:
    """Whether the lone mark is that of a list number: 1) 2） a)."""
    return mark in ")）" and bool(LIST_NUMBER.search(text[max(0, at - 5) : at]))


def turn(doc: Document, alone: list[Found], pairs: Pairs) -> tuple[list[Found], list[int]]:
    """Makes pairs of neighbouring lone quotes of which one or both face the wrong way; returns the rest, the turned."""
    rest: list[Found] = []
    turned: list[int] = []
    for at, mark in alone:
        first = rest[-1] if rest else (at, "")
        wrong = _wrong_way(doc.text, first, (at, mark)) if first[1] in ("“", "”") and mark in ("“", "”") else []
        if wrong:
            rest.pop()
            turned += wrong
            pairs.append((first[0], at + 1, "“"))
        else:
            rest.append((at, mark))
    return rest, turned


def _wrong_way(text: str, first: Found, last: Found) -> list[int]:
    """Which of two lone quotes are turned, where they plainly mean one short quotation."""
    (start, open_), (end, close) = first, last
    inside = text[start + 1 : end] if end - start <= NEAR else ""
    if not inside.strip() or POINTS.search(inside) or "“" in inside or "”" in inside:
        return []
    if open_ == "”" and close == "“":
        return [start, end]
    if open_ == close == "“":
        return [end]
    return [start] if open_ == close == "”" else []


def join(doc: Document, alone: list[Found], pairs: Pairs) -> tuple[list[Found], set[int]]:
    """Makes pairs that run over blocks; returns what still stands alone and the starts of quotations that run on."""
    running: set[int] = set()
    kept: list[Found] = []
    closers: dict[str, Found] = {}
    joined: set[int] = set()
    lone = {at for at, _ in alone}
    for at, mark in reversed(alone):
        if mark not in LINES:
            closers[mark] = (at, mark)
            kept.append((at, mark))
            continue
        close = closers.pop({"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉"}[mark], None)
        if mark == "“" and (end := _opened_again(doc, at, lone)):
            running.add(at)
            lone.discard(at)
            pairs.append((at, end, mark))
        elif close and _one_piece(doc, at, mark, close[0]):
            joined.add(close[0])
            pairs.append((at, close[0] + 1, mark))
        else:
            kept.append((at, mark))
            closers.clear()
    return [found for found in reversed(kept) if found[0] not in joined], running


def _opened_again(doc: Document, at: int, lone: set[int]) -> int:
    """The end of the line of a quotation at ``at`` that the next block opens again and brings to an end; else 0."""
    index = bisect_right(doc.blocks, at, key=lambda block: block.span.start)
    if index >= len(doc.blocks) or not _begins(doc.text, at):
        return 0
    here, after = doc.blocks[index - 1].span, doc.blocks[index].span
    ahead = doc.text[after.start : after.start + 8].lstrip(" \u3000\t")
    again = after.start + 8 - len(ahead) if len(after) >= 8 else doc.text.find("“", after.start, after.end)
    if not ahead.startswith("“") or again in lone:
        return 0
    if doc.text[here.end - 1] not in ENDS and not ARTICLE.match(ahead):
        return 0
    return here.end + 1


def _one_piece(doc: Document, start: int, mark: str, end: int) -> bool:
    """Whether lone marks in two blocks close by are one pair: a quotation must also begin and end plainly."""
    text = doc.text
    first = bisect_right(doc.blocks, start, key=lambda block: block.span.start)
    last = bisect_right(doc.blocks, end, key=lambda block: block.span.start)
    if not 0 < last - first <= LINES[mark]:
        return False
    if mark not in "“‘":
        return True
    if mark in text[start + 1 : end]:
        return False
    lines = [doc.blocks[index].span.of(text) for index in range(first - 1, last)]
    if last - first <= 2 and all(
        TITLE_LINE[0] <= len(line) <= TITLE_LINE[1] and not POINTS.search(line) for line in lines
    ):
        return True  # a title broken over lines
    return _begins(text, start) and text[end - 1] in ENDS


def _begins(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in BEGINS
