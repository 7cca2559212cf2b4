"""Puts changes into a .docx: tracked insertions and deletions with comments, comments alone, or the clean text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.finding import Edit
from lingwu.formats._package import rezip
from lingwu.formats.docx.boxes import Twins
from lingwu.formats.docx.comments import Commenter, Remark, ids_for, remark_on, remark_on_edit
from lingwu.formats.docx.edits import Map, Spot, breaks_in, spot, writable
from lingwu.formats.docx.names import Element, child, local
from lingwu.formats.docx.reading import Origin, Scan, scanned
from lingwu.formats.docx.revisions import Reviser
from lingwu.formats.docx.runs import cut, new_run, runs_of

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
    places = [at for edit in made for at in (edit.span.start, edit.span.end)]
    places += [at for remark in remarks for at in (remark.span.start, remark.span.end)]
    comments = scan.package.related(scan.main, "comments")
    parts = {para.part for line in scan.lines for para in line.paras}
    reviser = Reviser(ids_for(scan.package, [*parts, comments]), changes.author, changes.date)
    twins = Twins()
    where = Map(scan.lines, cut(_noted(scan, made, twins), places))
    changed = {_revise(scan.text, where, edit, reviser) for edit in reversed(made)}
    changed |= Commenter(scan.package, scan.main, where, reviser).add(remarks)
    if mode == "clean":
        reviser.settle()
    twins.match(reviser.ids)
    return _packed(origin.data, scan, changed)
