"""Comments: what they say of a finding, where they are tied to the text, and the part that holds them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from lingwu.document import Span
from lingwu.finding import Edit, Finding
from lingwu.formats.docx.edits import Map
from lingwu.formats.docx.names import RELATIONS, STRICT, Element, child, local, tag_beside
from lingwu.formats.docx.package import TYPES, Package
from lingwu.formats.docx.revisions import Reviser
from lingwu.formats.docx.runs import put_text

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
UNSAYABLE = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TRANSPARENT = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "bdo", "dir"})
"""What a comment may begin or end inside of."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment to be: the span it speaks of and its paragraphs."""

    span: Span
    lines: tuple[str, ...]


def remark_on(finding: Finding, mended: bool, refused: bool) -> Remark:
    """What a comment says of a finding; ``refused``: its fix was wanted but cannot be written there."""
    lines = [f"[{finding.code}] {finding.message}", f"依据：{finding.basis}"]
    if refused:
        lines.append(f"{_suggestion(finding)}（此处不能直接修改，请手工处理。）")
    elif not mended and finding.fixes:
        lines.append(_suggestion(finding))
    lines.append(f"指纹 {finding.fingerprint}")
    return Remark(finding.span, tuple(lines))


def remark_on_edit(edit: Edit) -> Remark:
    """What a comment says of an edit that no finding explains and that cannot be written."""
    said = f"建议改为“{edit.new}”。" if edit.new else "建议删去此处。"
    return Remark(edit.span, (f"{said}（此处不能直接修改，请手工处理。）",))


def _suggestion(finding: Finding) -> str:
    options = [fix.edits for fix in finding.fixes if fix.edits]
    said = [f"“{edits[0].new}”" if edits[0].new else "删去" for edits in options if len(edits) == 1]
    return f"建议：{' 或 '.join(dict.fromkeys(said))}" if said else "建议：见上"


class Commenter:
    """Ties comments to the text of the main part; ``where`` maps its pieces as they are after cutting."""

    def __init__(self, package: Package, main: str, where: Map, reviser: Reviser) -> None:
        self._package, self._main, self._where, self._reviser = package, main, where, reviser

    def add(self, remarks: Iterable[Remark]) -> set[str]:
        """Write the remarks that have a place in the main part; the parts changed by that.

        Word knows no comments in headers, footers and notes; those are passed over.
        """
        anchored = [(remark, ends) for remark in sorted(remarks, key=_order) if (ends := self._ends(remark.span))]
        if not anchored or not self._package.find(TYPES):  # without content types no program opens the file
            return set()
        part, changed = comments_part(self._package, self._main)
        root = self._package.root(part)
        numbered = [(self._reviser.ids.next(), *pair) for pair in anchored]
        for id, remark, _ in numbered:
            root.append(self._comment(root, id, remark))
        for id, _, (first, last) in reversed(numbered):
            _tie(id, first, last)
        return {self._main, part, *changed}

    def _ends(self, span: Span) -> tuple[Element, Element] | None:
        """The elements that a comment on ``span`` begins before and ends after."""
        line = self._where.line(span.start)
        if not line.paras or line.paras[0].part != self._main:
            return None
        pieces = self._where.within(span.start, span.end)
        beside = pieces or [piece for piece in self._where.around(span.start) if piece]
        if not beside:
            return _outermost(line.paras[0].el), _outermost(line.paras[0].el)
        first, last = (_outward(piece.el) for piece in (beside[0], beside[-1] if pieces else beside[0]))
        return self._widened(first, span, -1), self._widened(last, span, 1)

    def _widened(self, el: Element, span: Span, step: int) -> Element:
        """``el`` or the last of our own revisions beside it that belong to ``span``."""
        own = self._reviser.own
        while True:
            beside = el.getnext() if step > 0 else el.getprevious()
            parent = el.getparent()
            if beside is None and parent is not None and local(parent.tag) in {"ins", "moveTo"}:
                beside = parent.getnext() if step > 0 else parent.getprevious()
            if beside is None or beside not in own or not span.start <= own[beside] <= span.end:
                return el
            el = beside

    def _comment(self, root: Element, id: str, remark: Remark) -> Element:
        comment = self._reviser.mark(root, "comment")
        comment.set(tag_beside(root, "id"), id)
        comment.set(tag_beside(root, "initials"), self._reviser.author[:4])
        for index, line in enumerate(remark.lines):
            paragraph = etree.SubElement(comment, tag_beside(root, "p"))
            if index == 0:
                etree.SubElement(etree.SubElement(paragraph, tag_beside(root, "r")), tag_beside(root, "annotationRef"))
            run = etree.SubElement(paragraph, tag_beside(root, "r"))
            put_text(etree.SubElement(run, tag_beside(root, "t")), UNSAYABLE.sub("\ufffd", line))
        return comment


def _order(remark: Remark) -> Span:
    return remark.span


def _outermost(el: Element) -> Element:
    """The element of the page itself that holds ``el``: the outermost text box around it, else itself."""
    boxes = [above for above in el.iterancestors() if local(above.tag) == "txbxContent"]
    return boxes[-1] if boxes else el


def _outward(el: Element) -> Element:
    """The nearest element around a piece that a comment can begin before and end after."""
    run = el.getparent()
    best = _outermost(el if run is None else run)
    for above in best.iterancestors():
        name = local(above.tag)
        if name == "p":
            break
        if name not in TRANSPARENT:
            best = above
    return best


def _tie(id: str, first: Element, last: Element) -> None:
    """Put the marks of one comment before ``first`` and after ``last`` (into them where they are paragraphs)."""
    start = etree.Element(tag_beside_main(first, "commentRangeStart"))
    end = etree.Element(tag_beside_main(last, "commentRangeEnd"))
    run = etree.Element(tag_beside_main(last, "r"))
    reference = etree.SubElement(run, tag_beside_main(last, "commentReference"))
    for mark in (start, end, reference):
        mark.set(tag_beside(mark, "id"), id)
    if local(first.tag) == "p":
        first.insert(0 if child(first, "pPr") is None else 1, start)
    else:
        first.addprevious(start)
    if local(last.tag) == "p":
        last.extend((end, run))
        return
    last.addnext(end)
    top = end
    while (above := top.getparent()) is not None and local(above.tag) != "p":
        top = above
    top.addnext(run)


def tag_beside_main(el: Element, name: str) -> str:
    """The tag of ``name`` in the namespace of the nearest paragraph: ``el`` itself may be of another (an equation)."""
    near = (above for above in (el, *el.iterancestors()) if local(above.tag) in {"p", "body", "document"})
    return tag_beside(next(near, el), name)


def comments_part(package: Package, main: str) -> tuple[str, set[str]]:
    """The part of comments, made where there is none, and the parts changed by making it."""
    found = package.related(main, "comments")
    if found:
        return found, set()
    root = package.root(main)
    strict = str(root.tag).startswith("{" + STRICT)
    folder = main.rpartition("/")[0]
    part = _free_name(package, posixpath.join(folder, "comments{}.xml"))
    package.add(part, etree.Element(tag_beside(root, "comments"), nsmap={"w": str(root.tag)[1:].partition("}")[0]}))
    types = package.find(TYPES)
    package.append(types, "Override", {"PartName": f"/{part}", "ContentType": COMMENTS_TYPE})
    rels = package.rels_of(main)
    target = posixpath.basename(part)
    kind = f"{RELATIONS[strict]}/comments"
    package.append(rels, "Relationship", {"Id": _free_id(package, main), "Type": kind, "Target": target})
    return part, {types, rels}


def _free_name(package: Package, pattern: str) -> str:
    numbers = ("", *range(1, len(package.members) + 2))
    return next(name for n in numbers if not package.find(name := pattern.format(n)))


def _free_id(package: Package, main: str) -> str:
    taken = {relation.id for relation in package.relations(main)}
    return next(id for n in range(1, len(taken) + 2) if (id := f"rIdLingwu{n}") not in taken)
