"""Tables of a .docx: those of the draft fitted to the page, and those that are 版头 or 版记."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from lingwu.formats.docx.names import Element, child, children, local, tag_beside, value
from lingwu.formats.docx.runs import properties_in_place
from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.geometry import MM, TWIPS
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.docx.markup import el, ordered, run
from lingwu.typeset.docx.paragraphs import in_table
from lingwu.typeset.docx.styles import spacing
from lingwu.typeset.layout import Align, Placed, Setting
from lingwu.typeset.model import Paragraph, Part, Table, width

GONE = ("tblpPr", "tblOverlap", "tblW", "jc", "tblInd")
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
LONG_TABLE = 4
"""From so many rows on a table may run over a page, and its head is repeated."""
MARGIN = 108
"""What Word leaves free on each side of a cell, in twips."""


def fitted(table: Element, item: Table, room: float) -> None:
    """Centre a table, make it no wider than ``room`` mm, repeat its head, keep its rows whole."""
    properties = child(table, "tblPr")
    if properties is None:
        properties = etree.Element(tag_beside(table, "tblPr"))
        table.insert(0, properties)
    for kid in list(children(properties, *GONE)):
        properties.remove(kid)
    total = sum(item.widths)
    if total > room:
        _scale(table, room / total)
    columns = [
        int(value(kid, "w")) for kid in children(child(table, "tblGrid"), "gridCol") if value(kid, "w").isdigit()
    ]
    made: dict[str, dict[str, object]] = {
        "tblW": {"w": sum(columns) or round(min(total, room) * TWIPS), "type": "dxa"}, "jc": {"val": "center"},
    }  # fmt: skip
    at = 1 + next((i for i, kid in enumerate(properties) if local(kid.tag) in ("tblStyle", "bidiVisual")), -1)
    for name, said in made.items():
        properties.insert(at, _beside(table, name, said))
        at += 1
    _rows(table, item.heads)
    for paragraph in table.iter(tag_beside(table, "p")):
        if not _boxed(paragraph, table):
            in_table(paragraph)


def built(item: Table) -> Element:
    """A new table with rules around every cell."""
    borders = [el(edge, {"val": "single", "sz": 4, "space": 0, "color": "auto"}) for edge in EDGES]
    properties = el("tblPr", None, el("tblBorders", None, *borders), el("tblLayout", {"type": "fixed"}))
    widths = [round(width * TWIPS) for width in item.widths]
    made = el("tbl", None, properties, el("tblGrid", None, *(el("gridCol", {"w": one}) for one in widths)))
    for row in item.rows:
        line = el("tr")
        for index, cell in enumerate(row):
            if cell is not None:
                line.append(_cell(cell.paragraphs, sum(widths[index : index + cell.across]), cell.across))
        made.append(line)
    return made


def _cell(paragraphs: Sequence[Paragraph], wide: int, across: int) -> Element:
    properties = el("tcPr", None, el("tcW", {"w": wide, "type": "dxa"}))
    if across > 1:
        properties.append(el("gridSpan", {"val": across}))
    properties.append(el("vAlign", {"val": "center"}))
    made = el("tc", None, properties)
    for paragraph in paragraphs:
        made.append(typed(paragraph))
    return made


def typed(paragraph: Paragraph) -> Element:
    """A new w:p with the pieces of a paragraph."""
    made = el("p")
    for piece in paragraph.pieces:
        looks = [el({"bold": "b", "italic": "i"}.get(mark.value, "b")) for mark in sorted(piece.marks)]
        made.append(run(piece.text, looks))
    return made


def imprint(paragraphs: Sequence[Element], items: Sequence[Paragraph], profile: Profile, ruled: bool) -> Element:
    """版记: a table at the foot of the type area, thick rules outside, thin ones between 抄送 and 印发 (7.4).

    That of a letter has no rules (10.1).
    """
    size, left, unit = round(profile.width * TWIPS), profile.left, profile.character
    place = {
        "leftFromText": 0, "rightFromText": 0, "topFromText": round(g.LINE * TWIPS), "bottomFromText": 0,
        "vertAnchor": "margin", "horzAnchor": "page", "tblpX": round(left * TWIPS), "tblpYSpec": "bottom",
    }  # fmt: skip
    margins = el("tblCellMar", None, el("left", {"w": 0, "type": "dxa"}), el("right", {"w": 0, "type": "dxa"}))
    properties = el(
        "tblPr", None, el("tblpPr", place), el("tblOverlap", {"val": "never"}), el("tblW", {"w": size, "type": "dxa"}),
        el("tblInd", {"w": 0, "type": "dxa"}), *([_rules()] if ruled else []),
        el("tblLayout", {"type": "fixed"}), margins,
    )  # fmt: skip
    made = el("tbl", None, properties, el("tblGrid", None, el("gridCol", {"w": size})))
    before: Part | None = None
    for paragraph, item in zip(paragraphs, items, strict=True):
        apart = ruled and not (item.part is before is Part.COPY_TO)
        made.append(_imprint_row(paragraph, item, size, apart, unit))
        before = item.part
    return made


def _imprint_row(paragraph: Element, item: Paragraph, size: int, apart: bool, unit: float) -> Element:
    """``apart``: whether a rule parts the row from the one above (主送 and 抄送 have none between them)."""
    said = el("tcPr", None, el("tcW", {"w": size, "type": "dxa"}))
    if not apart:
        said.append(el("tcBorders", None, el("top", {"val": "nil"})))
    for one in _imprint_indents(item, size, unit):
        _put(paragraph, one)
    return el("tr", None, el("trPr", None, el("cantSplit")), el("tc", None, said, paragraph))


def _imprint_indents(item: Paragraph, size: int, unit: float) -> list[Element]:
    side = round(unit * TWIPS * g.IMPRINT_INDENT)
    if item.part is Part.PRINTING:
        tab = el("tab", {"val": "right", "pos": size - side})
        alone = "\t" not in item.text and item.text.strip().endswith("印发") and item.text.strip()[:1].isdigit()
        indent = el("ind", {"left": side, "right": side if alone else 0, "firstLine": 0})
        return [el("tabs", None, tab), indent, el("jc", {"val": "right" if alone else Align.LEFT.value})]
    colon = max(item.text.find("："), item.text.find(":")) + 1
    hang = round(width(item.text[:colon]) * (g.IMPRINT_SIZE / MM) * TWIPS)
    return [el("ind", {"left": side + hang, "right": side, "hanging": hang}), el("jc", {"val": "both"})]


def _rules() -> Element:
    thick, thin = (round(size * MM * 8) for size in (g.IMPRINT_THICK, g.IMPRINT_THIN))
    sizes = {"top": thick, "bottom": thick, "insideH": thin}
    return el(
        "tblBorders", None,
        *(el(edge, {"val": "single", "sz": size, "space": 0, "color": g.BLACK}) for edge, size in sizes.items()),
    )  # fmt: skip


def joint_mark(
    names: Sequence[Element], word: Element, columns: tuple[float, float], first: Placed, setting: Setting
) -> Element:
    """Names of several organs one below the other, and 文件 on their right, centred on them (7.2.4).

    ``columns`` are the widths of the two in mm; ``first`` is the place of the first name. A row without text holds the
    space above, so that 文件 is centred on the names alone.
    """
    widths = [round(one * TWIPS) for one in columns]
    none = {edge: {"w": 0, "type": "dxa"} for edge in ("left", "right")}
    properties = el(
        "tblPr", None, el("tblW", {"w": sum(widths), "type": "dxa"}), el("jc", {"val": "center"}),
        el("tblLayout", {"type": "fixed"}), el("tblCellMar", None, *(el(edge, said) for edge, said in none.items())),
    )  # fmt: skip
    made = el("tbl", None, properties, el("tblGrid", None, *(el("gridCol", {"w": one}) for one in widths)))
    if first.before:
        made.append(_spacer(widths, first.before))
    for index, name in enumerate(names):
        align(name, "distribute")
        before = 0.0 if index == 0 else first.box * 0.2
        height = el("trHeight", {"val": round((first.box + before) * TWIPS), "hRule": "exact"})
        put_spacing(name, before, first.box)
        right = _mark_cell(widths[1], el("p") if index else word, {} if index else {"val": "restart"})
        made.append(el("tr", None, el("trPr", None, height), _mark_cell(widths[0], name, None), right))
    put_spacing(word, 0.0, first.box)
    align(word, "right")
    return made


def _mark_cell(wide: int, inside: Element, merged: dict[str, str] | None) -> Element:
    properties = el("tcPr", None, el("tcW", {"w": wide, "type": "dxa"}))
    if merged is not None:
        properties.append(el("vMerge", merged))
    properties.append(el("vAlign", {"val": "center"}))
    return el("tc", None, properties, inside)


def _spacer(widths: Sequence[int], height: float) -> Element:
    properties = el("trPr", None, el("trHeight", {"val": round(height * TWIPS), "hRule": "exact"}))
    return el("tr", None, properties, *(_mark_cell(wide, el("p"), None) for wide in widths))


def align(paragraph: Element, said: str) -> None:
    """Set how the lines of a paragraph are aligned."""
    _put(paragraph, el("jc", {"val": said}))


def put_spacing(paragraph: Element, before: float, box: float) -> None:
    """Set the space above a paragraph and the height of its lines, in mm."""
    _put(paragraph, spacing(before, box))


def _put(paragraph: Element, made: Element) -> None:
    """Put one property into a w:pPr, at its place."""
    properties = properties_in_place(paragraph, "pPr")
    kept = [kid for kid in properties if kid.tag != made.tag]
    properties[:] = ordered([*kept, made])


def _scale(table: Element, scale: float) -> None:
    """Make every width of a table, also of those within it, smaller by one factor."""
    for kid in table.iter():
        if local(kid.tag) in ("gridCol", "tcW", "tblW") and value(kid, "type") in ("", "dxa"):
            said = value(kid, "w")
            if said.lstrip("-").isdigit() and kid.getparent() is not child(table, "tblPr"):
                kid.set(tag_beside(kid, "w"), str(round(int(said) * scale)))


def _rows(table: Element, heads: int) -> None:
    rows = list(children(table, "tr"))
    for index, row in enumerate(rows):
        properties = child(row, "trPr")
        if properties is None:
            properties = etree.Element(tag_beside(row, "trPr"))
            row.insert(1 if child(row, "tblPrEx") is not None else 0, properties)
        for kid in list(children(properties, "cantSplit", "tblHeader")):
            properties.remove(kid)
        for kid in children(properties, "trHeight"):
            if value(kid, "hRule") == "exact":
                kid.set(tag_beside(kid, "hRule"), "atLeast")
        if len(rows) > 1:
            properties.append(_beside(table, "cantSplit", {}))
        if index < heads and len(rows) >= LONG_TABLE:
            properties.append(_beside(table, "tblHeader", {}))


def _beside(table: Element, name: str, said: Mapping[str, object]) -> Element:
    made = etree.Element(tag_beside(table, name))
    for key, one in said.items():
        made.set(tag_beside(table, key), str(one))
    return made


def _boxed(paragraph: Element, table: Element) -> bool:
    for above in paragraph.iterancestors():
        if above is table:
            return False
        if local(above.tag) == "txbxContent":
            return True
    return False
