"""Marks of revision: w:ins and w:del around runs and in paragraph marks, signed and numbered."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from lingwu.formats.docx.names import Element, child, children, local, tag_beside
from lingwu.formats.docx.runs import like, properties_in_place, removed
from lingwu.formats.docx.scanning import follower

LIFTED = frozenset({"ins", "moveTo"})
"""Another author's insertion: new text stands beside it, not in it."""
LEFT_AT_EDGE = frozenset({"hyperlink", "smartTag", "customXml", "bdo", "dir", "sdtContent", "sdt"})
"""Text at the edge of one of these goes outside it."""
MARKS = frozenset({"ins", "del", "moveFrom", "moveTo"})
DIGITS = 9
"""Longer numbers are not counted on from: Word keeps them in 32 bits."""


class Ids:
    """Numbers for w:id that no element of the given parts has."""

    def __init__(self, roots: Iterable[Element]) -> None:
        found = (cast("list[str]", root.xpath("//@*[local-name()='id']")) for root in roots)
        taken = (int(id) for ids in found for id in ids if id.isdecimal() and len(id) <= DIGITS)
        self._last = max(taken, default=0)

    def next(self) -> str:
        """A number not used before."""
        self._last += 1
        return str(self._last)


@dataclass(slots=True)
class Reviser:
    """Makes revisions by one author at one time and remembers them.

    ``own`` holds each w:ins and w:del made with the offset of its edit; ``inserted_marks`` and ``deleted_marks`` the
    marks of paragraphs.
    """

    ids: Ids
    author: str
    date: str
    own: dict[Element, int] = field(default_factory=dict)
    inserted_marks: list[Element] = field(default_factory=list)
    deleted_marks: list[Element] = field(default_factory=list)

    def mark(self, beside: Element, name: str) -> Element:
        """A signed element called ``name``, not yet in its place."""
        el = etree.Element(tag_beside(beside, name))
        el.set(tag_beside(beside, "id"), self.ids.next())
        el.set(tag_beside(beside, "author"), self.author)
        el.set(tag_beside(beside, "date"), self.date)
        return el

    def delete(self, runs: Iterable[Element], offset: int) -> None:
        """Mark runs as deleted, neighbours together."""
        last: Element | None = None
        for run in runs:
            if last is None or run.getprevious() is not last:
                last = self.mark(run, "del")
                self.own[last] = offset
                run.addprevious(last)
            last.append(run)
            for text in children(run, "t"):
                text.tag = tag_beside(run, "delText")

    def lift(self, new: Element, to_paragraph: bool = False) -> None:
        """Move ``new`` out of other authors' insertions, cutting them in two, and out of links at whose edge it is.

        With ``to_paragraph`` everything up to the paragraph is cut in two.
        """
        parent = new.getparent()
        while parent is not None and local(parent.tag) not in {"p", "body"}:
            edge = new.getnext() is None or new.getprevious() is None
            name = local(parent.tag)
            if name in LIFTED or to_paragraph:
                self._cut(parent, new)
            elif name in LEFT_AT_EDGE and (edge or name == "sdt"):
                (parent.addnext if new.getnext() is None else parent.addprevious)(new)
            else:
                return
            parent = new.getparent()

    def _cut(self, parent: Element, new: Element) -> None:
        """Cut ``parent`` in two around ``new``; a half with nothing in it goes."""
        rest = list(new.itersiblings())
        parent.addnext(new)
        if rest:
            half = like(parent)
            id_key = tag_beside(parent, "id")
            if half.get(id_key) is not None and local(parent.tag) in MARKS:
                half.set(id_key, self.ids.next())
            half.extend(rest)
            new.addnext(half)
        if not len(parent):
            above = parent.getparent()
            if above is not None:
                above.remove(parent)

    def mark_paragraph(self, paragraph: Element, name: str) -> None:
        """Mark the paragraph's mark as inserted (``ins``) or deleted (``del``)."""
        said = properties_in_place(properties_in_place(paragraph, "pPr"), "rPr")
        mark = self.mark(paragraph, name)
        said.insert(sum(local(kid.tag) == "ins" for kid in said) if name == "del" else 0, mark)
        (self.inserted_marks if name == "ins" else self.deleted_marks).append(mark)

    def split(self, paragraph: Element, last: Element | None) -> Element:
        """Cut a paragraph after its child ``last`` (None: before all); the new right half gets the old mark.

        The left half, whose mark is new, keeps the paragraph's looks but neither its section nor its old revisions.
        """
        right = etree.Element(paragraph.tag)
        paragraph.addnext(right)
        said = child(paragraph, "pPr")
        rest = list(last.itersiblings()) if last is not None else [kid for kid in paragraph if kid is not said]
        if said is not None:
            left = deepcopy(said)
            right.append(said)
            paragraph.insert(0, left)
            for kid in (*children(left, "sectPr", "pPrChange"), *children(child(left, "rPr"), *MARKS)):
                removed(kid)
        right.extend(rest)
        self.mark_paragraph(paragraph, "ins")
        return right

    def settle(self) -> None:
        """Accept all revisions made here, so that nothing shows of them."""
        for el in self.own:
            if local(el.tag) == "ins":
                for kid in list(el):
                    el.addprevious(kid)
            removed(el)
        for mark in self.inserted_marks:
            _unmark(mark)
        for mark in self.deleted_marks:
            paragraph = _unmark(mark)
            if paragraph is not None:
                _join_next(paragraph)


def _unmark(mark: Element) -> Element | None:
    """Take a paragraph mark's revision away, with the properties that held nothing else; the paragraph."""
    paragraph = next((above for above in mark.iterancestors() if local(above.tag) == "p"), None)
    holders = [above for above in mark.iterancestors() if local(above.tag) in {"rPr", "pPr"}]
    removed(mark)
    for holder in holders:
        if not len(holder):
            removed(holder)
    return paragraph


def _join_next(paragraph: Element) -> None:
    """Put what stands in ``paragraph`` at the start of the next one, whose mark stays."""
    following = follower(paragraph, "p")
    if following is None:
        return
    at = 0 if child(following, "pPr") is None else 1
    for kid in reversed([kid for kid in paragraph if local(kid.tag) != "pPr"]):
        following.insert(at, kid)
    removed(paragraph)
