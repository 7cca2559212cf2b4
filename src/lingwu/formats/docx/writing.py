"""Puts changes into a .docx: tracked insertions and deletions with comments, comments alone, or the clean text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.finding import Edit
from lingwu.formats._package import rezip
from lingwu.formats.docx.boxes import Twins
from lingwu.formats.docx.comments import Commenter, Remark, remark_on, remark_on_edit
from lingwu.formats.docx.edits import Map, Spot, breaks_in, spot, writable
from lingwu.formats.docx.names import Element, child, local
from lingwu.formats.docx.reading import Origin, Scan, scanned
from lingwu.formats.docx.revisions import Ids, Reviser
from lingwu.formats.docx.runs import cut, new_run, removed, runs_of

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode


def write(doc: Document, changes: Changes, mode: Mode) -> bytes:
    """The bytes of ``doc`` with ``changes``.

    An edit that cannot be written (see ``Origin.locked``) becomes a comment, with all of its finding's edits. The
    clean text has no comments.
    """
    origin: Origin = doc.origin
    if not (changes.edits or changes.mended or changes.left):
        return origin.data
    scan = scanned(origin.data, origin.name)
    made, refused = ([], []) if mode == "comments" else writable(scan, changes.edits, changes.mended)
    remarks = [] if mode == "clean" else list(_remarks(changes, refused, mode))
    reviser = Reviser(_ids(scan), changes.author, changes.date)
    where = Map(scan.lines, scan.pieces)
    twins = Twins.of(para.el for edit in made for para in where.line(edit.span.start).paras)
    where = Map(scan.lines, cut(scan.pieces, _places(made, remarks)))
    changed = {_revise(scan.text, where, edit, reviser) for edit in reversed(made)}
    changed |= Commenter(scan.package, scan.main, where, reviser).add(remarks)
    if mode == "clean":
        reviser.settle()
    twins.match(reviser.ids)
    return _packed(origin.data, scan, changed)


def _remarks(changes: Changes, refused: Sequence[Edit], mode: Mode) -> Iterator[Remark]:
    """A remark on every finding, and on edits that cannot be written and belong to no finding."""
    explained = set()
    for finding in changes.mended:
        edits = set(finding.fixes[0].edits) if finding.fixes else set()
        explained |= edits
        yield remark_on(finding, mended=mode == "tracked", refused=not edits.isdisjoint(refused))
    yield from (remark_on(finding, mended=False, refused=False) for finding in changes.left)
    unsaid = changes.edits if mode == "comments" else refused
    yield from (remark_on_edit(edit) for edit in unsaid if edit not in explained)


def _ids(scan: Scan) -> Ids:
    """Numbers that no story of the document and no comment has."""
    parts = {scan.main, *(para.part for line in scan.lines for para in line.paras)}
    comments = scan.package.related(scan.main, "comments")
    return Ids([scan.package.root(part) for part in (*parts, comments) if part])


def _places(made: Iterable[Edit], remarks: Iterable[Remark]) -> Iterator[int]:
    for span in (*(edit.span for edit in made), *(remark.span for remark in remarks)):
        yield from (span.start, span.end)


def _revise(text: str, where: Map, edit: Edit, reviser: Reviser) -> str:
    """Make one edit; the part it is in. Edits are made from the last to the first."""
    span = edit.span
    line = where.line(span.start)
    place = spot(where, text, edit) if edit.new else None
    looks = _looks(place)
    reviser.delete(runs_of(where.within(span.start, span.end)), span.start)
    for offset in breaks_in(text, span):
        reviser.mark_paragraph(where.line(offset).paras[-1].el, "del")
    if place:
        _insert(place, edit, looks, reviser)
    return line.paras[0].part


def _looks(place: Spot | None) -> Element | None:
    """The w:rPr that new text is to have; taken before the runs around it change."""
    if place is None:
        return None
    if place.like:
        return child(place.like.el.getparent(), "rPr")
    return child(child(place.para.el, "pPr"), "rPr") if place.para else None


def _insert(place: Spot, edit: Edit, looks: Element | None, reviser: Reviser) -> None:
    """Put the new text in its place; each of its line ends starts a new paragraph."""
    first, *others = edit.new.split("\n")
    new = _placed(place, reviser)
    reviser.lift(new, to_paragraph=bool(others))
    paragraph = next(above for above in new.iterancestors() if local(above.tag) == "p")
    added = [new]
    if others:
        right = reviser.split(paragraph, new)
        for _ in others[1:]:
            added.append(reviser.mark(new, "ins"))
            middle = reviser.split(right, None)
            right, middle = middle, right
            middle.append(added[-1])
        added.append(reviser.mark(new, "ins"))
        right.insert(0 if child(right, "pPr") is None else 1, added[-1])
    for el, said in zip(added, (first, *others), strict=True):
        if said:
            el.append(new_run(el, looks, said))
            reviser.own[el] = edit.span.start
        else:
            removed(el)


def _placed(place: Spot, reviser: Reviser) -> Element:
    """An empty w:ins in its place, still inside whatever the text beside it is in."""
    if place.piece:
        beside = place.piece.el.getparent()
        parent = None if beside is None else beside.getparent()
        if beside is None or parent is None:
            raise ValueError("a piece of text without a run")
        new = reviser.mark(beside, "ins")
        if place.after and local(parent.tag) == "del" and parent in reviser.own:
            beside = parent
        (beside.addnext if place.after else beside.addprevious)(new)
        return new
    if place.para is None:
        raise ValueError("a place that is nowhere")
    paragraph = place.para.el
    new = reviser.mark(paragraph, "ins")
    start = 0 if child(paragraph, "pPr") is None else 1
    paragraph.insert(len(paragraph) if place.after else start, new)
    return new


def _packed(data: bytes, scan: Scan, changed: set[str]) -> bytes:
    """The package with its changed parts; every other member as it was."""
    if not changed:
        return data
    members = dict(scan.package.members)
    members.update({part: scan.package.serialized(part) for part in changed})
    return rezip(data, members)
