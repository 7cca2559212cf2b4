"""Markdown as blocks: what is prose, what is a heading, a cell, and what is code and never read as prose.

Everything here runs in one pass over the text: hostile files have megabytes of marks that are never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lingwu.document import Block, Kind, Span

LINE = re.compile(r"[^\r\n]+")
HEADING = re.compile(r"#{1,6}(?=[ \t])[ \t]+")
MARKER = re.compile(r"[ \t>]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
RULE = re.compile(r"[ \t]*(?:-[ \t]*){3,}$|[ \t]*(?:\*[ \t]*){3,}$|[ \t]*(?:_[ \t]*){3,}$")
INLINE = re.compile(r"`[^`\n]+`|https?://[^\s，。；：、（）()《》“”]+|\]\([^()\s]*\)|</?[A-Za-z][^<>\n]*>")
BAR = re.compile(r"(?<!\\)\|")
CELL = re.compile(r"(?:\\.|[^|\\])+")


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a Markdown text in order; code, addresses, comments and front matter have the kind CODE."""
    lines = [Span(*match.span()) for match in LINE.finditer(text)]
    whole, rest = _whole_lines(text, lines)
    holes = _Holes(_merged([*_comments(text), *(Span(*match.span()) for match in INLINE.finditer(text))]))
    cells = _table_lines(text, rest)
    for line in lines:
        if line in whole:
            yield Block(line, Kind.CODE)
        elif line in cells:
            yield from _row(text, line, holes)
        else:
            yield from _prose(text, line, holes)


def tables_of(text: str) -> tuple[tuple[tuple[Span | None, ...], ...], ...]:
    """The tables of a Markdown text: of each its rows, of each row the places of its cells (without blanks)."""
    _, rest = _whole_lines(text, [Span(*match.span()) for match in LINE.finditer(text)])
    lines = sorted(_table_lines(text, rest))
    tables: list[list[tuple[Span | None, ...]]] = []
    for index, line in enumerate(lines):
        if index == 0 or text.count("\n", lines[index - 1].end, line.start) > 1:
            tables.append([])
        if not _is_delimiter(line.of(text)):
            tables[-1].append(tuple(_cells(text, line)))
    return tuple(map(tuple, tables))


def _cells(text: str, line: Span) -> Iterator[Span]:
    """The cells of one row, empty ones too: what stands between the bars."""
    start, end = line.start, line.end
    bounds = [match.end() - 1 for match in BAR.finditer(text, start, end)]
    if text[start:end].lstrip().startswith("|"):
        start = bounds.pop(0) + 1
    if bounds and not text[bounds[-1] + 1 : end].strip():
        end = bounds.pop()
    for at in [*bounds, end]:
        said = text[start:at]
        left = start + len(said) - len(said.lstrip())
        yield Span(min(left, at), max(min(left, at), start + len(said.rstrip())))
        start = at + 1


class _Holes:
    """Disjoint spans in order, asked for from left to right."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.at = 0

    def cut(self, start: int, end: int, kind: Kind, level: int = 0) -> Iterator[Block]:
        """``start:end`` as blocks of ``kind``, with the holes in it as blocks of code."""
        while self.at < len(self.spans) and self.spans[self.at].end <= start:
            self.at += 1
        index = self.at
        while index < len(self.spans) and self.spans[index].start < end:
            hole = self.spans[index]
            if hole.start > start:
                yield Block(Span(start, hole.start), kind, level=level)
            yield Block(Span(max(start, hole.start), min(hole.end, end)), Kind.CODE)
            start = min(hole.end, end)
            index += 1
        if start < end:
            yield Block(Span(start, end), kind, level=level)


def _prose(text: str, line: Span, holes: _Holes) -> Iterator[Block]:
    if RULE.match(text, line.start, line.end):
        yield Block(line, Kind.CODE)
        return
    marker = MARKER.match(text, line.start, line.end)
    start = marker.end() if marker else line.start
    heading = HEADING.match(text, start, line.end)
    if heading:
        level = len(heading.group().rstrip())
        yield from holes.cut(heading.end(), line.end, Kind.HEADING, level)
    else:
        yield from holes.cut(start, line.end, Kind.PARAGRAPH)


def _row(text: str, line: Span, holes: _Holes) -> Iterator[Block]:
    if _is_delimiter(line.of(text)):
        yield Block(line, Kind.CODE)
        return
    for match in CELL.finditer(text, line.start, line.end):
        cell = match.group()
        start = match.start() + len(cell) - len(cell.lstrip(" \t"))
        end = match.start() + len(cell.rstrip(" \t"))
        if start < end:
            yield from holes.cut(start, end, Kind.CELL)


def _whole_lines(text: str, lines: Sequence[Span]) -> tuple[set[Span], list[Span]]:
    """The lines of front matter and fenced code, and the other lines."""
    whole: set[Span] = set()
    rest: list[Span] = []
    fence = "---" if lines and lines[0].start == 0 and lines[0].of(text).rstrip() == "---" else ""
    if fence and not any(line.of(text).rstrip() in ("---", "...") for line in lines[1:200]):
        fence = ""
    for index, line in enumerate(lines):
        said = line.of(text).strip() if fence else ""
        mark = None if fence else FENCE.match(text, line.start, line.end)
        (whole.add if fence or mark else rest.append)(line)
        if mark:
            fence = mark[1]
        elif fence == "---":
            fence = "" if index and said in ("---", "...") else fence
        elif fence and len(said) >= len(fence) and set(said) == {fence[0]}:
            fence = ""
    return whole, rest


def _table_lines(text: str, lines: Sequence[Span]) -> set[Span]:
    """The lines of tables: the one before a delimiter row, that row, and those after it that have a bar."""
    found: set[Span] = set()
    for before, line in pairwise(lines):
        said = line.of(text)
        adjacent = line.start - before.end <= 2
        if adjacent and "|" in said and (before in found or (_is_delimiter(said) and "|" in before.of(text))):
            found |= {before, line}
    return found


def _is_delimiter(said: str) -> bool:
    return "-" in said and "|" in said and set(said) <= set("|:- \t")


def _comments(text: str) -> Iterator[Span]:
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            return
        yield Span(at, end + 3)
        at = text.find("<!--", end + 3)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
