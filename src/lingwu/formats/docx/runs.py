"""Cuts runs and texts in pieces so that every edit and every comment begins and ends at a run's edge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from lingwu.formats.docx.names import SPACE, Element, child, children, local, tag_beside
from lingwu.formats.docx.scanning import WHITE, Piece

SILENT = frozenset({"rPr", "lastRenderedPageBreak", "softHyphen"})
"""What may go along with deleted text."""
AFTER_RUN_PROPERTIES = frozenset({"sectPr", "pPrChange"})
MARKS = ("ins", "del", "moveFrom", "moveTo")
SIGNS = {"\t": "tab", "\v": "br"}


def cut(pieces: Sequence[Piece], offsets: Iterable[int]) -> list[Piece]:
    """The pieces after cutting texts and runs at ``offsets``; locked ones stay whole."""
    places = sorted(set(offsets))
    smaller = [part for piece in pieces for part in _cut_piece(piece, places)]
    wanted = set(places)
    for index in range(len(smaller) - 1, 0, -1):
        before, after = smaller[index - 1], smaller[index]
        if after.start in wanted and before.end == after.start and not (before.locked and after.locked):
            run = after.el.getparent()
            if run is not None and run is before.el.getparent() and local(run.tag) == "r":
                split_run(run, after.el)
    return smaller


def _cut_piece(piece: Piece, places: Sequence[int]) -> Iterator[Piece]:
    inside = places[bisect_right(places, piece.start) : bisect_left(places, piece.end)]
    if not inside or piece.locked:
        yield piece
        return
    raw = (piece.el.text or "")[piece.lead : piece.lead + piece.end - piece.start]
    el = piece.el
    for start, end in zip((piece.start, *inside), (*inside, piece.end), strict=True):
        if start > piece.start:
            beside, el = el, etree.Element(piece.el.tag)
            beside.addnext(el)
        put_text(el, raw[start - piece.start : end - piece.start])
        yield Piece(start, end, el)


def put_text(el: Element, text: str) -> None:
    """Set the text of a w:t so that blanks at its ends show."""
    el.text = text
    if text[:1] in WHITE or text[-1:] in WHITE:
        el.set(SPACE, "preserve")


def like(el: Element) -> Element:
    """An empty element with the name and attributes of ``el``."""
    return etree.Element(el.tag, {str(key): str(value) for key, value in el.attrib.items()})


def split_run(run: Element, first: Element) -> Element:
    """Cut a run before its child ``first``; the new right half looks like the left."""
    right = like(run)
    looks = child(run, "rPr")
    if looks is not None:
        right.append(deepcopy(looks))
    rest = [first, *first.itersiblings()]
    run.addnext(right)
    right.extend(rest)
    return right


def runs_of(pieces: Sequence[Piece]) -> list[Element]:
    """Runs that hold the given pieces and nothing else that shows; runs that hold more are cut."""
    chosen = {piece.el for piece in pieces}
    runs = dict.fromkeys(run for piece in pieces if (run := piece.el.getparent()) is not None)
    return [part for run in runs for part in _only(run, chosen)]


def _only(run: Element, chosen: set[Element]) -> list[Element]:
    """``run`` cut so that the ``chosen`` of its children stand in runs of their own; those runs."""
    kids = [kid for kid in run if local(kid.tag) not in SILENT]
    for before, after in zip(reversed(kids[:-1]), reversed(kids[1:]), strict=True):
        if (before in chosen) is not (after in chosen):
            split_run(run, after)
    parts = [run]
    last = kids[-1] if kids else None
    while last is not None and last.getparent() is not parts[-1]:
        following = parts[-1].getnext()
        if following is None:
            break
        parts.append(following)
    return [part for part in parts if any(kid in chosen for kid in part)]


def new_run(beside: Element, looks: Element | None, text: str) -> Element:
    """A run with ``text`` that looks like ``looks`` (a w:rPr) says; tabs and line breaks become elements."""
    run = etree.Element(tag_beside(beside, "r"))
    if looks is not None:
        own = deepcopy(looks)
        for kid in list(children(own, *MARKS, "rPrChange")):
            own.remove(kid)
        if len(own):
            run.append(own)
    for piece in _by_sign(text):
        if piece in SIGNS:
            etree.SubElement(run, tag_beside(beside, SIGNS[piece]))
        else:
            put_text(etree.SubElement(run, tag_beside(beside, "t")), piece)
    return run


def _by_sign(text: str) -> Iterator[str]:
    at = 0
    for index, char in enumerate(text):
        if char in SIGNS:
            if at < index:
                yield text[at:index]
            yield char
            at = index + 1
    if at < len(text):
        yield text[at:]


def properties_in_place(el: Element, name: str) -> Element:
    """The child ``name`` (w:pPr of a paragraph, w:rPr of a w:pPr), made at its place where it is missing."""
    found = child(el, name)
    if found is None:
        found = etree.Element(tag_beside(el, name))
        if name == "pPr":
            el.insert(0, found)
        else:
            after = sum(local(kid.tag) in AFTER_RUN_PROPERTIES for kid in el)
            el.insert(len(el) - after, found)
    return found


def removed(el: Element) -> None:
    """Take ``el`` out of its parent."""
    parent = el.getparent()
    if parent is not None:
        parent.remove(el)
