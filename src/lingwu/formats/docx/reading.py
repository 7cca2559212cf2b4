"""A .docx as a document: body, text boxes, headers and footers, footnotes and endnotes as one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lingwu.document import Block, Document, Kind, Span
from lingwu.errors import DamagedFile, EncryptedFile, NoText, ReadError
from lingwu.formats._acceptance import accepted
from lingwu.formats._package import is_locked
from lingwu.formats.docx.embedded import DEEPEST, Unreadable, lines_of
from lingwu.formats.docx.facts import Facts
from lingwu.formats.docx.names import Element, children, local, relation_id
from lingwu.formats.docx.numbering import Numbering
from lingwu.formats.docx.package import TYPES, Package
from lingwu.formats.docx.scanning import Line, Piece, Walk
from lingwu.formats.docx.styles import Styles
from lingwu.formats.docx.tables import Grid

NOTES = (("footnotes", "footnote", Kind.FOOTNOTE), ("endnotes", "endnote", Kind.ENDNOTE))
EDGES = (("headerReference", Kind.HEADER), ("footerReference", Kind.FOOTER))
BREAKS = "\f\v"


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes as read and the spans of the text that no edit can be written to.

    ``locked`` are results of fields, bound or locked content controls, equations, rubies and embedded files. The
    writer makes a comment of an edit that touches one.
    """

    data: bytes
    name: str
    locked: tuple[Span, ...]


@dataclass(slots=True)
class Scan:
    """A package together with its text and the map from the text to its elements; good for one writing."""

    package: Package
    main: str
    text: str
    lines: list[Line]
    pieces: list[Piece]
    notes: list[str]
    styles: Styles
    tables: tuple[Grid, ...] = ()


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a .docx.

    Raises:
        ReadError: one of its kinds.
    """
    name = name or "输入"
    scan = scanned(data, name)
    if not scan.text.strip():
        raise NoText(f"{name} 里没有文字（可能只有图片），请先做文字识别，或换有文字的文件。")
    numbering = {line.start: line.number for line in scan.lines if line.number}
    meta: dict[str, Any] = {"accepted": _accepted(scan), "notes": tuple(scan.notes), "numbering": numbering}
    meta["tables"] = scan.tables
    meta["layout"] = Facts(data, name)
    return Document(scan.text, tuple(_blocks(scan)), meta, Origin(data, name, tuple(_locked(scan))))


def scanned(data: bytes, name: str, depth: int = 0) -> Scan:
    """The package in ``data`` with its text; ``depth`` counts the files it is inside of."""
    if is_locked(data):
        raise EncryptedFile(f"{name} 有密码保护，请用 Word 或 WPS 打开、去掉密码另存后再查。")
    package = Package.open(data, name)
    main = package.main()
    notes: list[str] = []
    styles = Styles(_root(package, package.related(main, "styles")))
    numbering = Numbering(_root(package, package.related(main, "numbering")), styles)
    walk = Walk(styles, numbering, lambda el, part: _embedded(package, el, part, notes, depth))
    if local(package.root(main).tag) != "document":
        raise DamagedFile(f"{name} 的正文部件 {main} 不是 Word 文档的内容，请用原软件打开后重新保存。")
    walk.story(package.root(main), main, Kind.PARAGRAPH)
    for part, kind in _edges(package, main, walk.sections):
        walk.story(package.root(part), part, kind)
    for relation, _, kind in NOTES:
        part = package.related(main, relation)
        if part:
            walk.story(package.root(part), part, kind)
    if walk.revised:
        notes.append("文件里有未处理的修订，零误按全部接受后的文字检查。")
    return Scan(package, main, "".join(walk.text), walk.lines, walk.pieces, notes, styles, tuple(walk.tables.done))


def _root(package: Package, part: str) -> Element | None:
    return package.root(part) if part else None


def _edges(package: Package, main: str, sections: list[Element]) -> Iterator[tuple[str, Kind]]:
    """The headers and footers that sections refer to, each part once."""
    targets = {relation.id: package.find(relation.target) for relation in package.relations(main)}
    seen = {main}
    for section in sections:
        for name, kind in EDGES:
            for reference in children(section, name):
                part = targets.get(relation_id(reference), "")
                if part and part not in seen:
                    seen.add(part)
                    yield part, kind


def _embedded(package: Package, el: Element, part: str, notes: list[str], depth: int) -> list[str]:
    """The lines of the file that a w:altChunk stands for; what cannot be read becomes a note."""
    targets = {relation.id: relation for relation in package.relations(part)}
    relation = targets.get(relation_id(el))
    found = package.find(relation.target) if relation and not relation.external else ""
    if not found:
        notes.append("文件里嵌入的另一份文件找不到，没有检查。")
        return []
    try:
        lines = _lines(package.members[found], found, _content_type(package, found), depth)
    except ReadError as error:
        why = f"（{error}）" if isinstance(error, Unreadable) else ""
        notes.append(f"文件里嵌入的 {found} 读不出来{why}，没有检查。")
        return []
    notes.append(f"文件里嵌入的 {found} 已检查，但修改不能写回其中，请在 Word 中打开另存后再改。")
    return lines


def _lines(data: bytes, name: str, kind: str, depth: int) -> list[str]:
    if not data.startswith(b"PK\x03\x04"):
        return lines_of(data, name, kind)
    if depth >= DEEPEST:
        raise Unreadable("嵌套过深")
    scan = scanned(data, name, depth + 1)
    return scan.text.split("\n") if scan.text else []


def _content_type(package: Package, part: str) -> str:
    types = package.root(package.find(TYPES)) if package.find(TYPES) else ()
    suffix = part.rpartition(".")[2].lower()
    known = {el.get("PartName", "").lower(): el.get("ContentType", "") for el in types if el.get("PartName")}
    by_suffix = {el.get("Extension", "").lower(): el.get("ContentType", "") for el in types if el.get("Extension")}
    return known.get("/" + part.lower()) or by_suffix.get(suffix, "")


def _blocks(scan: Scan) -> Iterator[Block]:
    """A block for each line with text; line and page breaks at its ends stay outside."""
    pieces = iter(scan.pieces)
    piece = next(pieces, None)
    for line in scan.lines:
        text = scan.text[line.start : line.end]
        start = line.end - len(text.lstrip(BREAKS))
        end = line.start + len(text.rstrip(BREAKS))
        free = False
        while piece and piece.start < line.end:
            free = free or not piece.locked
            piece = next(pieces, None)
        if start < end:
            yield Block(Span(start, end), line.kind, level=line.level, style=line.style, editable=free)


def _locked(scan: Scan) -> Iterator[Span]:
    """The spans that cannot be edited, neighbours joined."""
    spans = [(piece.start, piece.end) for piece in scan.pieces if piece.locked]
    spans += [(line.start, line.end) for line in scan.lines if not line.paras and line.end > line.start]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return (Span(*span) for span in joined)


def _accepted(scan: Scan) -> list[str]:
    """The fingerprints that comments of the document accept."""
    part = scan.package.related(scan.main, "comments")
    root = _root(scan.package, part)
    found: list[str] = []
    for comment in children(root, "comment"):
        texts = ("".join(map(str, el.itertext())) for el in comment.iter() if local(el.tag) in {"t", "br", "tab"})
        found += accepted("".join(texts))
    return found
