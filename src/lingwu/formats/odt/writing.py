"""Puts edits or comments into the XML of an .odt, touching only the places they concern."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from lingwu.document import Document, Kind, Span
from lingwu.edits import apply
from lingwu.errors import WriteError
from lingwu.finding import Edit, Finding
from lingwu.formats import Changes, _package
from lingwu.formats.odt.names import DC, OFFICE, TEXT
from lingwu.formats.odt.reading import Content, Piece, content_of

OUTSIDE = frozenset({Kind.HEADER, Kind.FOOTER, Kind.FOOTNOTE, Kind.ENDNOTE})
"""Where office programs allow no comment: it then goes to the start of the text."""
Item = str | etree._Element


@dataclass(frozen=True, slots=True)
class Cut:
    """In a slot: ``length`` characters from ``at`` give way to ``items``."""

    at: int
    length: int
    items: tuple[Item, ...]


@dataclass(slots=True)
class Work:
    """What is to be done to the slots (by node and whether it is the tail) and to the solid pieces."""

    cuts: dict[tuple[etree._Element, bool], list[Cut]] = field(default_factory=lambda: defaultdict(list))
    shorter: dict[etree._Element, int] = field(default_factory=lambda: defaultdict(int))


def written(doc: Document, data: bytes, changes: Changes, mode: str) -> bytes:
    """The bytes of the .odt with the edits made (``clean``) or with a comment for each finding (``comments``).

    Raises:
        WriteError: a change cannot be put into the file exactly.
    """
    name = str(doc.meta.get("path", "文档"))
    content = content_of(data, name)
    work = Work()
    if mode == "clean":
        for edit in changes.edits:
            _edit(work, content, edit)
        _keep_spaces(work, content, changes.edits)
    else:
        names = _names(content)
        for finding in sorted((*changes.mended, *changes.left), key=lambda finding: finding.span):
            span, where = _place_of(doc, finding)
            _attach(work, content, span, _annotation(finding, changes, next(names), where))
    if not work.cuts and not work.shorter:
        return data
    _carry_out(work)
    result = _package.rezip(data, {**content.members, **_parts(content, work)})
    wanted = apply(doc.text, changes.edits) if mode == "clean" else doc.text
    if content_of(result, name).text != wanted:
        raise WriteError(f"{name} 里有改动不能原样写回（涉及连续空格或跨段），没有写文件；请另存为 .docx 后再试。")
    return result


def _parts(content: Content, work: Work) -> dict[str, bytes]:
    """The XML parts that were touched."""
    touched = {node.getroottree().getroot() for node in (*(node for node, _ in work.cuts), *work.shorter)}
    return {
        part: etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        for part, root in content.roots.items()
        if root in touched
    }


def _edit(work: Work, content: Content, edit: Edit) -> None:
    pieces = _pieces(content, edit.span)
    if sum(min(piece.end, edit.span.end) - max(piece.start, edit.span.start) for piece in pieces) < len(edit.span):
        raise WriteError("有一处改动跨了段落，不能写回 .odt；请另存为 .docx 后再试。")
    new: tuple[Item, ...] = tuple(_spelt(edit.new))
    if not len(edit.span) or pieces[0].solid:
        _insert(work, content, edit.span.start, new)
        new = ()
    for piece in pieces if len(edit.span) else ():
        at, length = piece.within(edit.span.start, edit.span.end)
        if piece.solid:
            work.shorter[piece.node] += length
        else:
            work.cuts[piece.node, piece.tail].append(Cut(at, length, new))
            new = ()


def _keep_spaces(work: Work, content: Content, edits: Sequence[Edit]) -> None:
    """A plain space beside an edit becomes an element, so that it cannot run together with another or be trimmed."""
    beside = {at for edit in edits for at in (edit.span.start - 1, edit.span.end) if content.text[at : at + 1] == " "}
    edited = sorted(edit.span for edit in edits if len(edit.span))
    for at in beside:
        index = bisect_right(edited, at, key=lambda span: span.start) - 1
        if index >= 0 and at < edited[index].end:
            continue
        for piece in _pieces(content, Span(at, at + 1)):
            if not piece.solid:
                space = etree.Element(f"{TEXT}s")
                work.cuts[piece.node, piece.tail].append(Cut(*piece.within(at, at + 1), (space,)))


def _insert(work: Work, content: Content, at: int, items: tuple[Item, ...]) -> None:
    """Put ``items`` at ``at``, into the run that ends there rather than the one that begins there."""
    index = bisect_right(content.pieces, at, key=lambda piece: piece.start) - 1
    if index >= 0 and content.pieces[index].start == at and index and content.pieces[index - 1].end == at:
        index -= 1
    piece = content.pieces[index] if index >= 0 else None
    if piece is None or not piece.start <= at <= piece.end or (piece.solid and at == piece.start):
        raise WriteError("有一处插入的位置在 .odt 里没有对应的文字，不能写回；请另存为 .docx 后再试。")
    if piece.solid:
        work.cuts[piece.node, True].append(Cut(0, 0, items))
    else:
        place = piece.at + (piece.raw if piece.raw and at > piece.start else at - piece.start)
        work.cuts[piece.node, piece.tail].append(Cut(place, 0, items))


def _pieces(content: Content, span: Span) -> Sequence[Piece]:
    """The pieces that share characters with ``span``."""
    index = max(0, bisect_right(content.pieces, span.start, key=lambda piece: piece.start) - 1)
    found = []
    while index < len(content.pieces) and content.pieces[index].start < span.end:
        if content.pieces[index].end > span.start:
            found.append(content.pieces[index])
        index += 1
    return found


def _names(content: Content) -> Iterator[str]:
    """Names for comments that no comment of the file has."""
    taken = {node.get(f"{OFFICE}name") for root in content.roots.values() for node in root.iter(f"{OFFICE}annotation")}
    return (name for number in count(1) if (name := f"lingwu-{number}") not in taken)


def _place_of(doc: Document, finding: Finding) -> tuple[Span, str]:
    """Where the comment on ``finding`` goes, and what it must say of the place where it cannot stand there itself."""
    block = doc.block_at(finding.span.start)
    if block is None or block.kind not in OUTSIDE:
        return finding.span, ""
    first = next((block.span.start for block in doc.blocks if block.kind not in OUTSIDE), 0)
    return Span(first, first), f"（{block.kind}“{finding.span.of(doc.text)}”）"


def _attach(work: Work, content: Content, span: Span, note: tuple[etree._Element, etree._Element]) -> None:
    """Put a comment's beginning and end around ``span``; a comment on no characters is a point."""
    begin, end = note
    pieces = [piece for piece in _pieces(content, span) if not piece.solid]
    if pieces:
        first, last = pieces[0], pieces[-1]
        start_at = first.within(span.start, span.end)[0]
        end_at = sum(last.within(span.start, span.end))
        work.cuts[first.node, first.tail].append(Cut(start_at, 0, (begin,)))
        work.cuts[last.node, last.tail].append(Cut(end_at, 0, (end,)))
        return
    point = next((piece for piece in content.pieces if piece.end >= span.start), content.pieces[-1])
    begin.attrib.pop(f"{OFFICE}name")
    at = 0 if point.solid else point.at + max(span.start - point.start, 0)
    work.cuts[point.node, point.tail or point.solid].append(Cut(min(at, point.at + point.length), 0, (begin,)))


def _annotation(finding: Finding, changes: Changes, name: str, where: str) -> tuple[etree._Element, etree._Element]:
    note = etree.Element(f"{OFFICE}annotation", {f"{OFFICE}name": name})
    etree.SubElement(note, f"{DC}creator").text = changes.author
    etree.SubElement(note, f"{DC}date").text = changes.date.removesuffix("Z")
    lines = [f"{where}【{finding.severity} {finding.code}】{finding.message}", f"依据：{finding.basis}"]
    lines += [f"建议改为：{edit.new}" for fix in finding.fixes[:1] for edit in fix.edits if edit.new]
    for line in lines:
        etree.SubElement(note, f"{TEXT}p").text = re.sub(r"[\x00-\x1f]", " ", line)
    return note, etree.Element(f"{OFFICE}annotation-end", {f"{OFFICE}name": name})


def _spelt(said: str) -> Iterator[Item]:
    """Text as the file spells it: spaces that would be lost, tabs and line breaks as elements."""
    for match in re.finditer(r"[^ \t\n]+(?: [^ \t\n]+)*| +|\t|\n", said):
        word = match.group()
        if word.isspace():
            tag = {"\t": "tab", "\n": "line-break"}.get(word, "s")
            yield etree.Element(f"{TEXT}{tag}", {f"{TEXT}c": str(len(word))} if tag == "s" else {})
        else:
            yield word


def _carry_out(work: Work) -> None:
    for (node, tail), cuts in work.cuts.items():
        _put(node, tail, list(_items((node.tail if tail else node.text) or "", cuts)))
    for node, less in work.shorter.items():
        rest = int(node.get(f"{TEXT}c", "1")) - less
        if node.tag == f"{TEXT}s" and rest > 0:
            node.set(f"{TEXT}c", str(rest))
        else:
            _remove(node)


def _items(said: str, cuts: Sequence[Cut]) -> Iterator[Item]:
    """The slot's text with the cuts made."""
    at = 0
    for cut in sorted(cuts, key=lambda cut: (cut.at, cut.length)):
        yield said[at : cut.at]
        yield from cut.items
        at = cut.at + cut.length
    yield said[at:]


def _put(node: etree._Element, tail: bool, items: Sequence[Item]) -> None:
    """Make ``items`` the content of the slot."""
    parent = node.getparent() if tail else node
    if parent is None:
        raise WriteError("有一处改动不在段落里，不能写回 .odt。")
    index = parent.index(node) + 1 if tail else 0
    head = ""
    last: etree._Element | None = None
    for item in items:
        if not isinstance(item, str):
            parent.insert(index, item)
            item.tail = None
            index, last = index + 1, item
        elif last is None:
            head += item
        else:
            last.tail = (last.tail or "") + item
    if tail:
        node.tail = head
    else:
        node.text = head


def _remove(node: etree._Element) -> None:
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    node.tail = None
    parent.remove(node)
