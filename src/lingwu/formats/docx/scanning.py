"""Walks the stories of a .docx and makes one text of them, with a map of every piece back to its element.

Nothing here recurses: a stack of iterators stands in for it, so no depth of nesting can exhaust Python's stack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lingwu.document import Kind, Span
from lingwu.formats.docx.fields import Field, is_free, whole_fields
from lingwu.formats.docx.names import SPACE, Element, child, children, is_on, local, value
from lingwu.formats.docx.numbering import Numbering
from lingwu.formats.docx.styles import Styles, level_of, number_of
from lingwu.formats.docx.symbols import symbol
from lingwu.formats.docx.tables import Tables

GONE = frozenset({"del", "moveFrom"})
PASSED_OVER = frozenset(
    {
        "pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "del",
        "moveFrom", "delText", "delInstrText", "customXmlPr", "smartTagPr", "fldData", "binData", "m:rPr",
        "m:oMathParaPr", "m:ctrlPr",
    }
)  # fmt: skip
"""What holds no text, or text that is not on the page."""
MARKS = frozenset(
    {
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    }
)  # fmt: skip
"""What may stand between two paragraphs without parting them."""
WHITE = " \t\r\n"
BLANKS = str.maketrans("\t\r\n", "   ")


@dataclass(slots=True)
class Piece:
    """Some text and the element it comes from; ``lead`` counts the blanks at the element's start that do not show."""

    start: int
    end: int
    el: Element
    lead: int = 0
    locked: bool = False


@dataclass(slots=True)
class Para:
    """One w:p. ``locked_in``, ``locked_out``: whether nothing may be put at its very start or end."""

    el: Element
    part: str
    start: int
    locked_in: bool
    end: int = 0
    locked_out: bool = False


@dataclass(slots=True)
class Line:
    """One line of the text: a paragraph, several joined by deleted paragraph marks, or one of an embedded file."""

    start: int
    kind: Kind
    paras: list[Para] = field(default_factory=list)
    end: int = 0
    level: int = 0
    style: str = ""
    number: str = ""
    editable: bool = True


@dataclass(slots=True)
class Walk:
    """Reads stories one after another into one text. ``embed`` gives the lines that a w:altChunk stands for."""

    styles: Styles
    numbering: Numbering
    embed: Callable[[Element, str], list[str]]
    text: list[str] = field(default_factory=list)
    at: int = 0
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    sections: list[Element] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    revised: int = 0
    _part: str = ""
    _kind: Kind = Kind.PARAGRAPH
    _para: Para | None = None
    _properties: dict[str, Element] = field(default_factory=dict)
    _joining: bool = False
    _cells: int = 0
    _locks: int = 0
    _fields: list[Field] = field(default_factory=list)
    _whole: frozenset[Element] = frozenset()
    _boxes: list[Element] = field(default_factory=list)
    _stack: list[tuple[Iterator[Element], Callable[[], None] | None]] = field(default_factory=list)

    def story(self, root: Element, part: str, kind: Kind, whole: frozenset[Element] | None = None) -> None:
        """Read everything below ``root``."""
        self._part, self._kind, self._fields, self._joining = part, kind, [], False
        self._whole = whole_fields(root) if whole is None else whole
        self._push(root)
        while self._stack:
            kids, leave = self._stack[-1]
            for el in kids:
                name = local(el.tag)
                if name in PASSED_OVER:
                    self.revised += name in GONE
                    continue
                enter = ENTER.get(name)
                depth = len(self._stack)
                if enter:
                    enter(self, el)
                elif len(el):
                    self._push(el)
                if len(self._stack) > depth:
                    break
            else:
                self._stack.pop()
                if leave:
                    leave()

    def embedded_line(self, text: str) -> None:
        """Add a line that no edit can be written back to."""
        self._open_line()
        self._add(text.translate(BLANKS))
        self.lines[-1].editable = False
        self.lines[-1].end = self.at

    def _push(self, el: Element, leave: Callable[[], None] | None = None) -> None:
        self._stack.append((iter(el), leave))

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)

    def _open_line(self) -> None:
        if self._joining:
            self._joining = False
            return
        if self.lines:
            self._add("\n")
        kind = Kind.CELL if self._cells and self._kind is Kind.PARAGRAPH else self._kind
        self.lines.append(Line(self.at, kind))

    @property
    def _hidden(self) -> bool:
        return any(not field.shown for field in self._fields)

    @property
    def _locked(self) -> bool:
        return self._locks > 0 or any(field.locked for field in self._fields)

    # -- paragraphs ------------------------------------------------------------------------------------------------

    def _enter_paragraph(self, el: Element) -> None:
        if self._para is not None:  # only broken files put a paragraph into a paragraph
            self._boxes.append(el)
            return
        own = child(el, "pPr")
        self._properties = {} if own is None else {local(kid.tag): kid for kid in own}
        if "sectPr" in self._properties:
            self.sections.append(self._properties["sectPr"])
        self._open_line()
        self._para = Para(el, self._part, self.at, self._locked)
        self.lines[-1].paras.append(self._para)
        self._push(el, self._leave_paragraph)

    def _leave_paragraph(self) -> None:
        para, line = self._para, self.lines[-1]
        if para is None:
            return
        para.end, para.locked_out = self.at, self._locked
        line.end = self.at
        self._describe(line)
        self._joining = self._mark_is_gone() and follower(para.el, "p") is not None
        self._para = None
        if self._boxes and not self._joining:
            boxes, self._boxes = self._boxes, []
            self._open_boxes(boxes)

    def _describe(self, line: Line) -> None:
        """Style, level and number of a line: those of its last paragraph, whose mark is the one that stays."""
        said = self._properties
        style = value(said.get("pStyle"))
        level = level_of(said.get("outlineLvl"))
        line.style = self.styles.name(style)
        line.level = self.styles.level(style) if level is None else level
        line.number = self.numbering.next(number_of(said.get("numPr")), style)
        if line.level and line.kind is Kind.PARAGRAPH:
            line.kind = Kind.HEADING

    def _mark_is_gone(self) -> bool:
        mark = self._properties.get("rPr")
        return mark is not None and next(children(mark, *GONE), None) is not None

    def _open_boxes(self, boxes: list[Element]) -> None:
        """Read text boxes now, after the paragraph that holds them; then go on where that paragraph ended."""
        kept = (self._kind, self._cells, self._fields)
        self._kind = Kind.TEXTBOX if self._kind in {Kind.PARAGRAPH, Kind.TEXTBOX} else self._kind
        self._cells, self._fields = 0, []

        def leave() -> None:
            self._kind, self._cells, self._fields = kept
            self._joining = False

        self._stack.append((iter(boxes), leave))

    # -- containers ------------------------------------------------------------------------------------------------

    def _enter_box(self, el: Element) -> None:
        if self._para is None:
            self._push(el)
        else:
            self._boxes.append(el)

    def _enter_alternatives(self, el: Element) -> None:
        """Of several versions of the same thing read one: the first that holds text.

        It is locked, as an edit in one version alone would set them apart; a text box in it is not (see ``boxes``).
        """
        versions = list(children(el, "mc:Choice", "mc:Fallback"))
        chosen = next((version for version in versions if has_text(version)), None)
        if chosen is not None:
            self._enter_locked(chosen)

    def _enter_table(self, el: Element) -> None:
        self.tables.begin()
        self._push(el, self.tables.end)

    def _enter_row(self, el: Element) -> None:
        if child(child(el, "trPr"), "del") is None:
            self.tables.row(el)
            self._push(el)

    def _enter_cell(self, el: Element) -> None:
        if child(child(el, "tcPr"), "cellDel") is None:
            self._cells += 1
            first = len(self.lines)

            def leave() -> None:
                self._cells -= 1
                filled = first < len(self.lines)
                self.tables.cell(el, Span(self.lines[first].start, self.at) if filled else None)

            self._push(el, leave)

    def _enter_section(self, el: Element) -> None:
        self.sections.append(el)

    def _enter_control(self, el: Element) -> None:
        said = child(el, "sdtPr")
        if said is not None and any(_locks(kid) for kid in said):
            self._enter_locked(el)
        else:
            self._push(el)

    def _enter_locked(self, el: Element) -> None:
        self._locks += 1
        self._push(el, self._unlock)

    def _unlock(self) -> None:
        self._locks -= 1

    def _enter_simple_field(self, el: Element) -> None:
        if is_free(value(el, "instr")):
            self._push(el)
        else:
            self._enter_locked(el)

    def _enter_note(self, el: Element) -> None:
        if value(el, "type") in {"", "normal"}:
            self._fields = []
            self._push(el)

    def _enter_revision(self, el: Element) -> None:
        self.revised += 1
        self._push(el)

    def _enter_embedded(self, el: Element) -> None:
        if self._para is None:
            for text in self.embed(el, self._part):
                self.embedded_line(text)

    # -- what stands in runs ---------------------------------------------------------------------------------------

    def _enter_field_mark(self, el: Element) -> None:
        if el not in self._whole:
            return
        kind = value(el, "fldCharType")
        if kind == "begin":
            self._fields.append(Field(el))
        elif self._fields and kind == "separate":
            self._fields[-1].shown = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _enter_instruction(self, el: Element) -> None:
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].instruction += el.text or ""

    def _enter_text(self, el: Element) -> None:
        raw = el.text or "" if not len(el) else "".join(map(str, el.itertext()))
        text, lead = raw.translate(BLANKS), 0
        if el.get(SPACE) != "preserve":
            lead = len(text) - len(text.lstrip(" "))
            text = text.strip(" ")
        self._piece(el, text, lead, len(el) > 0)

    def _enter_math(self, el: Element) -> None:
        self._piece(el, (el.text or "").translate(BLANKS), 0, True)

    def _enter_sign(self, el: Element) -> None:
        self._piece(el, SIGNS[local(el.tag)])

    def _enter_break(self, el: Element) -> None:
        self._piece(el, "\f" if value(el, "type") in {"page", "column"} else "\v")

    def _enter_symbol(self, el: Element) -> None:
        self._piece(el, symbol(value(el, "font"), value(el, "char")))

    def _piece(self, el: Element, text: str, lead: int = 0, locked: bool = False) -> None:
        if not text or self._para is None or self._hidden:
            return
        parent = el.getparent()
        locked = locked or self._locked or parent is None or local(parent.tag) != "r"
        self.pieces.append(Piece(self.at, self.at + len(text), el, lead, locked))
        self._add(text)


SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\v", "noBreakHyphen": "-"}
ENTER: dict[str, Callable[[Walk, Element], None]] = {
    "p": Walk._enter_paragraph,
    "t": Walk._enter_text,
    "m:t": Walk._enter_math,
    **dict.fromkeys(SIGNS, Walk._enter_sign),
    "br": Walk._enter_break,
    "sym": Walk._enter_symbol,
    "w16se:symEx": Walk._enter_symbol,
    "fldChar": Walk._enter_field_mark,
    "instrText": Walk._enter_instruction,
    "fldSimple": Walk._enter_simple_field,
    "sdt": Walk._enter_control,
    "ruby": Walk._enter_locked,
    "m:oMath": Walk._enter_locked,
    "tbl": Walk._enter_table,
    "tr": Walk._enter_row,
    "tc": Walk._enter_cell,
    "sectPr": Walk._enter_section,
    "txbxContent": Walk._enter_box,
    "mc:AlternateContent": Walk._enter_alternatives,
    "altChunk": Walk._enter_embedded,
    "footnote": Walk._enter_note,
    "endnote": Walk._enter_note,
    "ins": Walk._enter_revision,
    "moveTo": Walk._enter_revision,
}


def follower(el: Element, *names: str) -> Element | None:
    """The next sibling that is no mere mark, if it is one of ``names``."""
    kid = el.getnext()
    while kid is not None and (not isinstance(kid.tag, str) or local(kid.tag) in MARKS):
        kid = kid.getnext()
    return kid if kid is not None and local(kid.tag) in names else None


def has_text(el: Element) -> bool:
    """Whether anything that is read stands below ``el``."""
    return any(local(kid.tag) in {"t", "m:t", "sym", "w16se:symEx", "txbxContent"} for kid in el.iter())


def _locks(said: Element) -> bool:
    """Whether a property of a content control makes Word itself the author of its text, or keeps it from edits."""
    name = local(said.tag)
    if name == "lock":
        return value(said) in {"contentLocked", "sdtContentLocked"}
    if name == "showingPlcHdr":
        return is_on(said)
    return name in {"dataBinding", "dropDownList", "comboBox", "date", "w14:checkbox"}
