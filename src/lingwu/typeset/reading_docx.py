"""A draft from a .docx: its paragraphs and tables with their looks, each with the element it stands in.

What a PDF can show too (pictures, footnotes, merged cells) is read in full; anything else is named, so that a .docx
keeps it as it is and a PDF is refused rather than printed without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lingwu.document import Kind
from lingwu.formats.docx.names import Element, child, children, is_on, local, relation_id, value
from lingwu.formats.docx.reading import Origin, Scan, scanned
from lingwu.formats.docx.scanning import Line, Para, has_text
from lingwu.formats.docx.scanning import Piece as Place
from lingwu.gbt9704 import geometry as g
from lingwu.typeset.matter import KEYS, Matter
from lingwu.typeset.model import Cell, Mark, Other, Paragraph, Part, Picture, Piece, Table
from lingwu.typeset.raw import Draft, Raw

BLANK = " \t　\f\v\u200b\ufeff"
LOOKS = {"b": Mark.BOLD, "i": Mark.ITALIC, "u": Mark.UNDERLINE, "strike": Mark.STRIKE}
SHIFTS = {"superscript": Mark.RAISED, "subscript": Mark.LOWERED}
DRAWN = ("png", "jpg", "jpeg", "gif", "svg", "webp")
OTHERS = {"m:oMath": "公式", "object": "嵌入对象", "pict": "图形", "txbxContent": "文本框", "altChunk": "嵌入的文件",
          "ruby": "注音", "endnoteReference": "尾注"}  # fmt: skip
REVISED = "草稿里有未处理的修订：.docx 照原样保留，PDF 按全部接受后的文字排；定稿前请先接受或拒绝。"
DRAWINGS = frozenset({*OTHERS, "drawing", "mc:AlternateContent"})
LEAST_RULE, MOST_RULE = 90.0, 1.5
"""A drawn line at least so long and at most so high, in mm, is a rule of 版头 or 版记, which typesetting draws anew."""
PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
TWIPS = g.TWIPS
MOST_COLUMNS = 10
"""A table with more columns stands on a landscape page."""


@dataclass(slots=True)
class Source:
    """The opened file behind a draft, whose elements the writer changes."""

    scan: Scan
    origin: Origin


def read(origin: Origin) -> tuple[Draft, Source]:
    """The draft in a .docx, and the opened file itself.

    Raises:
        MatterError: a custom property has a value that cannot be used.
    """
    scan = scanned(origin.data, origin.name)
    reader = _Reader(scan)
    body = next((kid for kid in scan.package.root(scan.main) if local(kid.tag) == "body"), None)
    raws = tuple(reader.raws(body)) if body is not None else ()
    notes = (REVISED,) if any("修订" in note for note in scan.notes) else ()
    return Draft(raws, _matter(scan), notes), Source(scan, origin)


def _matter(scan: Scan) -> Matter:
    """The custom properties of the file whose names are known."""
    part = scan.package.related("", "custom-properties")
    found = {}
    for el in scan.package.root(part).iter(PROPERTY) if part else ():
        name, said = el.get("name", "").strip(), "".join(map(str, el.itertext())).strip()
        if name in KEYS and said:
            found[name] = [line for line in said.splitlines() if line.strip()]
    return Matter.of(found, "文档属性")


class _Reader:
    """Reads block after block; ``places`` and ``paras`` say which characters each paragraph holds."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.places = scan.pieces
        self.starts = [place.start for place in scan.pieces]
        self.paras: dict[Element, tuple[Line, Para]] = {
            para.el: (line, para) for line in scan.lines for para in line.paras
        }
        self.targets: Mapping[str, str] = {
            rel.id: scan.package.find(rel.target) for rel in scan.package.relations(scan.main) if not rel.external
        }
        self.footnotes = self._footnotes()
        self.broken = False
        self.landscape = _landscape(scan.package.root(scan.main))

    def raws(self, parent: Element) -> Iterator[Raw]:
        """The pieces below ``parent`` in order; empty paragraphs are left out, page breaks in them are remembered."""
        for el in parent:
            name = local(el.tag)
            if name == "p":
                raw = self._paragraph(el)
                starts, ends = page_breaks(el)
                if isinstance(raw.thing, Paragraph) and raw.thing.pieces:
                    new_page = self.broken or starts
                    self.broken = ends
                    yield replace(raw, thing=replace(raw.thing, new_page=new_page))
                else:
                    self.broken = self.broken or starts or ends
            elif name == "tbl":
                self.broken = False
                yield self._table(el)
            elif name == "altChunk":
                yield Raw(Other(OTHERS[name], el), Kind.CELL)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                yield from self.raws(el)

    def _paragraph(self, el: Element) -> Raw:
        found = self.paras.get(el)
        if found is None:
            return Raw(Paragraph(Part.BODY, (), source=el))
        line, para = found
        last = line.paras[-1] is para
        pieces = _trimmed(list(self._pieces(el, para)))
        number = line.number if last and line.number else ""
        kind = Kind.HEADING if line.kind is Kind.HEADING else Kind.PARAGRAPH
        style = line.style if last else ""
        return Raw(Paragraph(Part.BODY, pieces, number=number, source=el), kind, line.level, style)

    def _pieces(self, el: Element, para: Para) -> Iterator[Piece]:
        """The text of a paragraph, run by run, with pictures and footnotes at their places."""
        said = {place.el: place for place in self._within(para)}
        seen: set[Element] = set()
        for kid in el.iter():
            name = local(kid.tag)
            if kid in said:
                place = said[kid]
                yield Piece(self.scan.text[place.start : place.end], _looks(place))
            elif name == "footnoteReference":
                yield Piece("", footnote=self.footnotes.get(value(kid, "id"), "") or " ")
            elif name in DRAWINGS and not any(above in seen for above in kid.iterancestors()):
                seen.add(kid)
                if name == "drawing" or (name == "mc:AlternateContent" and not has_text(kid)):
                    yield from () if is_rule(kid) else [self._drawing(kid)]
                elif name in OTHERS and not is_rule(kid):
                    yield Piece("", other=OTHERS[name])

    def _within(self, para: Para) -> list[Place]:
        first = bisect_left(self.starts, para.start)
        last = bisect_left(self.starts, max(para.end, para.start))
        return self.places[first:last]

    def _drawing(self, el: Element) -> Piece:
        """A picture where it is one that a PDF can show."""
        blips = [blip for blip in el.iter(f"{DRAWING}blip") if blip.get(EMBED)]
        extent = next(el.iter(EXTENT), None)
        part = self.targets.get(blips[0].get(EMBED, ""), "") if len(blips) == 1 else ""
        suffix = part.rpartition(".")[2].lower()
        if extent is None or suffix not in DRAWN or any(local(kid.tag) == "txbxContent" for kid in el.iter()):
            return Piece("", other=f"{suffix.upper()} 图片" if part else "图形")
        size = [max(int(extent.get(name, "0")), 1) / g.EMU for name in ("cx", "cy")]
        return Piece("", picture=Picture(self.scan.package.members[part], suffix, size[0], size[1]))

    def _footnotes(self) -> dict[str, str]:
        part = self.scan.package.related(self.scan.main, "footnotes")
        found: dict[str, str] = {}
        for note in children(self.scan.package.root(part) if part else None, "footnote"):
            texts = [self.paras[el] for el in note.iter() if local(el.tag) == "p" and el in self.paras]
            found[value(note, "id")] = "\n".join(self.scan.text[para.start : para.end] for _, para in texts).strip()
        return found

    def _table(self, el: Element) -> Raw:
        grid = child(el, "tblGrid")
        widths = tuple(max(_number(column, "w"), 1) / TWIPS for column in children(grid, "gridCol"))
        rows = [list(self._row(row)) for row in children(el, "tr") if child(child(row, "trPr"), "del") is None]
        columns = max([len(widths), *map(len, rows)], default=0)
        widths = widths if len(widths) == columns else (g.TYPE_WIDTH / max(columns, 1),) * columns
        rows = [[*row, *[None] * (columns - len(row))] for row in rows]
        heads = next((i for i, row in enumerate(children(el, "tr")) if not _is_head(row)), len(rows))
        beneath = tuple(self._paragraph(kid) for kid in el.iter() if local(kid.tag) == "p")
        wide = el in self.landscape or sum(widths) > g.TYPE_WIDTH * 1.25 or columns > MOST_COLUMNS
        return Raw(Table(_merged(rows), widths, max(heads, 1), wide, el), Kind.CELL, beneath=beneath)

    def _row(self, el: Element) -> Iterator[Cell | None]:
        for cell in children(el, "tc"):
            said = child(cell, "tcPr")
            across = max(_number(child(said, "gridSpan"), "val"), 1)
            merged = child(said, "vMerge")
            if merged is not None and value(merged) != "restart":
                yield from [None] * across
                continue
            pieces = [self._paragraph(kid).thing for kid in cell.iter() if local(kid.tag) == "p"]
            paragraphs = tuple(thing for thing in pieces if isinstance(thing, Paragraph))
            if any(local(kid.tag) == "tbl" for kid in cell.iter()):
                paragraphs += (Paragraph(Part.BODY, (Piece("", other="嵌套的表格"),)),)
            yield Cell(paragraphs, across, 0 if merged is not None else 1)
            yield from [None] * (across - 1)


def page_breaks(el: Element) -> tuple[bool, bool]:
    """Whether a page break stands at the start, and at the end, of a paragraph."""
    shown = (
        kid for kid in el.iter() if local(kid.tag) in ("t", "br", "tab", "sym", "m:t", "object", "pict", "drawing")
    )
    text = "".join(map(_sign, shown)).strip(BLANK.replace("\f", ""))
    starts = text.startswith("\f") or is_on(child(child(el, "pPr"), "pageBreakBefore"))
    return starts, text.endswith("\f")


def _sign(el: Element) -> str:
    name = local(el.tag)
    if name == "br":
        return "\f" if value(el, "type") == "page" else "\v"
    return (el.text or "") if name == "t" else "#"


def is_rule(el: Element) -> bool:
    """Whether a drawing is a horizontal rule across the page and nothing else."""
    el = next(children(el, "mc:Choice"), el)
    if has_text(el) or any(str(kid.tag).endswith(("}blip", "}OLEObject")) or _shows(kid) for kid in el.iter()):
        return False
    extents = list(el.iter(EXTENT))
    if extents:
        wide, high = (int(extents[0].get(name, "0")) / g.EMU for name in ("cx", "cy"))
        return wide >= LEAST_RULE and high <= MOST_RULE
    return any(str(kid.tag).endswith("}line") for kid in el.iter())


def _shows(el: Element) -> bool:
    """Whether an old drawing shows a picture (its lines have an empty v:imagedata)."""
    return str(el.tag).endswith("}imagedata") and bool(relation_id(el))


def _landscape(root: Element) -> frozenset[Element]:
    """The tables that stand in sections whose pages are landscape."""
    found: set[Element] = set()
    run: list[Element] = []
    for kid in root.iter():
        name = local(kid.tag)
        if name == "tbl":
            run.append(kid)
        elif name == "sectPr":
            if value(child(kid, "pgSz"), "orient") == "landscape":
                found.update(run)
            run = []
    return frozenset(found)


def _merged(rows: list[list[Cell | None]]) -> tuple[tuple[Cell | None, ...], ...]:
    """The rows with the height of each cell that reaches over several (they were read with none)."""
    made = [list(row) for row in rows]
    cells = [(top, column, cell) for top, row in enumerate(made) for column, cell in enumerate(row) if cell]
    taken = {(top, column + step) for top, column, cell in cells for step in range(cell.across)}
    for top, row in enumerate(made):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            columns = range(column, min(column + cell.across, len(row)))
            down = 1
            while not cell.down and top + down < len(made) and _free(made[top + down], columns, top + down, taken):
                down += 1
            taken |= {(top + step, at) for step in range(down) for at in columns}
            row[column] = Cell(cell.paragraphs, len(columns), down)
    return tuple(map(tuple, made))


def _free(row: Sequence[Cell | None], columns: range, top: int, taken: set[tuple[int, int]]) -> bool:
    return all(row[at] is None and (top, at) not in taken for at in columns)


def _is_head(row: Element) -> bool:
    return is_on(child(child(row, "trPr"), "tblHeader"))


def _looks(place: Place) -> frozenset[Mark]:
    """What a run's own properties say that is kept in print."""
    run = place.el.getparent()
    said = child(run, "rPr")
    marks = {mark for name, mark in LOOKS.items() if is_on(child(said, name))}
    shift = SHIFTS.get(value(child(said, "vertAlign")))
    return frozenset(marks | ({shift} if shift else set()))


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces without blanks at the ends of the paragraph; underlined ones are a line to write on and stay."""
    while pieces and _empty(pieces[0], pieces[0].text.lstrip(BLANK)):
        pieces.pop(0)
    while pieces and _empty(pieces[-1], pieces[-1].text.rstrip(BLANK)):
        pieces.pop()
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)) if pieces else ():
        if Mark.UNDERLINE not in pieces[at].marks:
            pieces[at] = replace(pieces[at], text=strip(pieces[at].text, BLANK))
    return tuple(pieces)


def _empty(piece: Piece, text: str) -> bool:
    lined = bool(piece.text) and Mark.UNDERLINE in piece.marks
    return not (text or lined or piece.picture or piece.footnote or piece.other)


def _number(el: Element | None, name: str) -> int:
    said = value(el, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
