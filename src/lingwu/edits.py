"""Edits of a text: making them, moving a document's blocks along, and making two lists of them one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from lingwu.document import Block, Document, Span
from lingwu.finding import Edit


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` made; they must not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (text[at : edit.span.start], edit.new)
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def composed(first: Sequence[Edit], second: Sequence[Edit], middle: str) -> tuple[Edit, ...]:
    """The edits that do at once what ``first`` and then ``second`` do; ``middle`` is the text between the two.

    Both are in order and without overlaps. Where an edit of ``second`` touches what ``first`` put in, they become one.
    """
    zones = [*zip(put_in(first), first, strict=True), *((edit.span, edit) for edit in second)]
    groups: list[list[tuple[Span, Edit]]] = []
    end = -1
    for zone in sorted(zones, key=lambda zone: zone[0]):
        if zone[0].start > end:
            groups.append([])
        groups[-1].append(zone)
        end = max(end, zone[0].end)
    return tuple(_joined(groups, set(map(id, second)), middle))


def put_in(edits: Iterable[Edit]) -> Iterator[Span]:
    """Where what each of ``edits`` (in order) puts in comes to lie in the text after them."""
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        yield Span(start, start + len(edit.new))
        shift += len(edit.new) - len(edit.span)


def _joined(groups: Iterable[Sequence[tuple[Span, Edit]]], later: set[int], middle: str) -> Iterator[Edit]:
    """One edit of the text before for each group of edits that touch one another."""
    shift = 0
    for group in groups:
        start, end = group[0][0].start, max(span.end for span, _ in group)
        grown = sum(len(edit.new) - len(edit.span) for _, edit in group if id(edit) not in later)
        again = [replace(edit, span=_back(edit.span, start)) for _, edit in group if id(edit) in later]
        yield Edit(Span(start - shift, end - shift - grown), apply(middle[start:end], again))
        shift += grown


def _back(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)


def edited(doc: Document, edits: Iterable[Edit]) -> Document:
    """``doc`` as it reads with ``edits`` made: the same blocks, moved (a new line end divides its block)."""
    edits = sorted(edits, key=lambda edit: edit.span)
    text = apply(doc.text, edits)
    blocks = tuple(_moved(doc.blocks, edits, text))
    return replace(doc, text=text, blocks=blocks, meta=_meta(doc.meta, edits), origin=None, _memo={})


def _meta(meta: Mapping[str, Any], edits: Sequence[Edit]) -> Mapping[str, Any]:
    """``meta`` with the offsets in ``tables`` and ``numbering`` moved as the blocks are."""
    move = _Mover(edits)
    moved = dict(meta)
    if "numbering" in meta:
        moved["numbering"] = {move.start(at): number for at, number in meta["numbering"].items()}
    if "tables" in meta:
        moved["tables"] = tuple(
            tuple(tuple(None if cell is None else move.span(cell) for cell in row) for row in table)
            for table in meta["tables"]
        )
    return moved


class _Mover:
    """Where an offset of the text before comes to lie after ``edits`` (in order); asked for by halving."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.places = [edit.span.start for edit in edits]
        self.shifts = list(accumulate((len(edit.new) - len(edit.span) for edit in edits), initial=0))

    def start(self, at: int) -> int:
        """The new place of the start of a block: what is put in right there belongs to the block."""
        return max(0, at + self.shifts[bisect_left(self.places, at)])

    def span(self, span: Span) -> Span:
        """The new place of a cell."""
        start = self.start(span.start)
        return Span(start, max(start, span.end + self.shifts[bisect_right(self.places, span.end)]))


def _moved(blocks: Iterable[Block], edits: Sequence[Edit], text: str) -> Iterator[Block]:
    shift, index = 0, 0
    for block in blocks:
        start = block.span.start + shift
        while index < len(edits) and edits[index].span.start <= block.span.end:
            shift += len(edits[index].new) - len(edits[index].span)
            index += 1
        end = max(start, block.span.end + shift)
        for line in re.finditer(r"[^\r\n]+", text[start:end]):
            yield replace(block, span=Span(start + line.start(), start + line.end()))
