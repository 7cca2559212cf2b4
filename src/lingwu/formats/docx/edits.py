"""Edits made as small as they can be, and which of them a file can take.

A fix is whole or not made at all: where one edit of a finding cannot be written, none of it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lingwu.document import Span
from lingwu.finding import Edit, Finding
from lingwu.formats.docx.names import Element, child, local, tag_beside
from lingwu.formats.docx.reading import Scan
from lingwu.formats.docx.scanning import Line, Para, Piece, follower

UNWRITABLE = re.compile("[^\t\n\v\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML or a Word paragraph cannot hold."""
SPLITTABLE = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "bdo", "dir"})
"""What may stand between a run and its paragraph and be cut in two along with it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for new text: beside a piece, or at an edge of a paragraph; ``like`` is the piece it is to look like."""

    piece: Piece | None
    para: Para | None
    after: bool
    like: Piece | None


@dataclass(slots=True)
class Map:
    """Finds the piece, line and paragraph at an offset by bisection."""

    lines: Sequence[Line]
    pieces: Sequence[Piece]
    _line_starts: list[int] = field(default_factory=list)
    _piece_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._line_starts = [line.start for line in self.lines]
        self._piece_starts = [piece.start for piece in self.pieces]

    def line_index(self, offset: int) -> int:
        """The line that holds ``offset``, its end included."""
        return bisect_right(self._line_starts, offset) - 1

    def line(self, offset: int) -> Line:
        """That line itself."""
        return self.lines[self.line_index(offset)]

    def within(self, start: int, end: int) -> Sequence[Piece]:
        """The pieces that share a character with ``start:end``."""
        first = bisect_right(self._piece_starts, start) - 1
        first = first if first >= 0 and self.pieces[first].end > start else first + 1
        return self.pieces[first : bisect_left(self._piece_starts, end)] if start < end else ()

    def around(self, offset: int) -> tuple[Piece | None, Piece | None]:
        """The pieces of its line before and after ``offset``; the same one twice where it lies inside a piece."""
        line = self.line(offset)
        before = next(iter(self.within(offset - 1, offset)), None) if offset > line.start else None
        after = next(iter(self.within(offset, offset + 1)), None) if offset < line.end else None
        return before, after


def smallest(text: str, edit: Edit) -> Iterator[Edit]:
    """``edit`` without what stays the same, one edit for each line where it keeps the number of lines."""
    old = edit.span.of(text)
    if "\n" in old and old.count("\n") == edit.new.count("\n"):
        at = edit.span.start
        for before, after in zip(old.split("\n"), edit.new.split("\n"), strict=True):
            yield from smallest(text, Edit(Span(at, at + len(before)), after))
            at += len(before) + 1
        return
    ahead = _alike(old, edit.new)
    old, new = old[ahead:], edit.new[ahead:]
    behind = _alike(old[::-1], new[::-1])
    start, end = edit.span.start + ahead, edit.span.end - behind
    if start < end or behind < len(new):
        yield Edit(Span(start, end), new[: len(new) - behind])


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def writable(scan: Scan, edits: Sequence[Edit], mended: Iterable[Finding]) -> tuple[list[Edit], list[Edit]]:
    """The smallest edits that can be written, in order, and the original edits that cannot."""
    where = Map(scan.lines, scan.pieces)
    together = [finding.fixes[0].edits for finding in mended if finding.fixes]
    refused = set(_overlapping(edits))
    pairs = [(small, edit) for edit in edits for small in smallest(scan.text, edit)]
    pairs.sort(key=lambda pair: pair[0].span)
    refused.update(edit for small, edit in pairs if not _can_write(where, scan.text, small))
    while True:
        for fix in together:
            if not refused.isdisjoint(fix):
                refused.update(fix)
        groups = list(_touching(pair for pair in pairs if pair[1] not in refused))
        worse = [edit for small, origins in groups if not _can_write(where, scan.text, small) for edit in origins]
        if not worse:
            return [small for small, _ in groups], [edit for edit in edits if edit in refused]
        refused.update(worse)


def _overlapping(edits: Sequence[Edit]) -> Iterator[Edit]:
    reached = -1
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < reached:
            yield edit
        reached = max(reached, edit.span.end)


def _touching(pairs: Iterable[tuple[Edit, Edit]]) -> Iterator[tuple[Edit, list[Edit]]]:
    """Small edits with those that touch made one, each with the edits it comes from."""
    joined: list[tuple[Edit, list[Edit]]] = []
    for small, origin in pairs:
        last = joined[-1][0] if joined else None
        if last and last.span.end == small.span.start:
            whole = Edit(Span(last.span.start, small.span.end), last.new + small.new)
            joined[-1] = (whole, [*joined[-1][1], origin])
        else:
            joined.append((small, [origin]))
    return iter(joined)


def spot(where: Map, text: str, edit: Edit) -> Spot | None:
    """Where the new text of ``edit`` goes: after what it deletes in its first line, else beside what stands there."""
    cut = text.find("\n", edit.span.start, edit.span.end)
    deleted = where.within(edit.span.start, edit.span.end if cut < 0 else cut)
    if deleted:
        return Spot(deleted[-1], None, True, deleted[0])
    line = where.line(edit.span.start)
    before, after = where.around(edit.span.start)
    if before and not before.locked:
        return Spot(before, None, True, before)
    if after and not after.locked:
        return Spot(after, None, False, before or after)
    return _bare_spot(line, before, after)


def _bare_spot(line: Line, before: Piece | None, after: Piece | None) -> Spot | None:
    """The place in a line that is empty or has only locked text on one side."""
    if not line.paras or (before and after):
        return None
    if after is None:
        para = line.paras[-1]
        return None if para.locked_out or (before is None and para.locked_in) else Spot(None, para, True, None)
    para = line.paras[0]
    return None if para.locked_in else Spot(None, para, False, after)


def _can_write(where: Map, text: str, edit: Edit) -> bool:
    if edit.span.end > len(text) or UNWRITABLE.search(edit.new):
        return False
    return _can_delete(where, text, edit.span) and (not edit.new or _can_insert(where, text, edit))


def _can_delete(where: Map, text: str, span: Span) -> bool:
    """Whether everything in ``span`` is free text or a paragraph mark between two paragraphs that can be joined."""
    pieces = where.within(span.start, span.end)
    breaks = list(breaks_in(text, span))
    covered = sum(min(piece.end, span.end) - max(piece.start, span.start) for piece in pieces)
    if any(piece.locked for piece in pieces) or covered + len(breaks) != len(span):
        return False
    return all(_can_join(where, at) for at in breaks)


def _can_insert(where: Map, text: str, edit: Edit) -> bool:
    place = spot(where, text, edit)
    if place is None or "\n" not in edit.new:
        return place is not None
    if any(_holds_box(para.el) for para in where.line(edit.span.start).paras):
        return False
    return place.piece is None or _can_split(place.piece)


def breaks_in(text: str, span: Span) -> Iterator[int]:
    """Where line ends stand in ``span``."""
    at = text.find("\n", span.start, span.end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, span.end)


def _can_join(where: Map, offset: int) -> bool:
    """Whether the paragraph mark at ``offset`` stands between two paragraphs that Word can make one of."""
    index = where.line_index(offset)
    before, after = where.lines[index].paras, where.lines[index + 1].paras
    if not before or not after or before[-1].locked_out or after[0].locked_in:
        return False
    return follower(before[-1].el, "p") is after[0].el and child(child(before[-1].el, "pPr"), "sectPr") is None


def _holds_box(paragraph: Element) -> bool:
    """Whether a text box is tied to the paragraph: cutting that in two would move the box's place in the text."""
    return next(paragraph.iter(tag_beside(paragraph, "txbxContent")), None) is not None


def _can_split(piece: Piece) -> bool:
    """Whether the paragraph can be cut in two beside the piece."""
    run = piece.el.getparent()
    for above in () if run is None else run.iterancestors():
        name = local(above.tag)
        if name == "p":
            return True
        if name not in SPLITTABLE:
            return False
    return False
