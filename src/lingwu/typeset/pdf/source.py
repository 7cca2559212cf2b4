"""The Typst source of a paper: nothing but calls with the numbers that ``layout`` worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from itertools import pairwise

from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.fonts import Choice
from lingwu.gbt9704.geometry import Face
from lingwu.typeset.layout import (
    ASCENT,
    JOINT_GAP,
    Align,
    Placed,
    Setting,
    faces,
    is_joint,
    letter_line,
    mark_stretch,
    placed,
)
from lingwu.typeset.model import IMPRINT, Cell, Form, Mark, Paper, Paragraph, Part, Piece, Table, width
from lingwu.typeset.pdf.pictures import Pictures

WRAPS = {Mark.UNDERLINE: "underline", Mark.STRIKE: "strike", Mark.RAISED: "super", Mark.LOWERED: "sub",
         Mark.ITALIC: "emph", Mark.BOLD: "strong"}  # fmt: skip
TAB = "#h(2em)"
SLACK = 0.004
"""Millimetres a character is set closer than the grid: rounding never costs a line its 28th, justifying fills it."""
SPACE = '#box("　")'
"""A full-width space that is not stretched where a line is justified."""


class Source:
    """Writes the source of one paper; ``fonts`` says which family each face is set in."""

    def __init__(self, paper: Paper, setting: Setting, fonts: Mapping[Face, Choice], pictures: Pictures) -> None:
        self.paper, self.setting, self.fonts, self.pictures = paper, setting, fonts, pictures
        self.used: set[Face] = set()

    def text(self) -> str:
        """The whole source."""
        laid = placed(self.paper, self.setting)
        text = [now for now in laid if not (isinstance(now.item, Paragraph) and now.item.part in IMPRINT)]
        imprint = [now.item for now in laid if isinstance(now.item, Paragraph) and now.item.part in IMPRINT]
        lines = [*self._head(), *self._letter()]
        skip: Placed | None = None
        if is_joint([item.text for item in self.paper.of(Part.MARK)]):
            lines += self._corner_and_joint(text)
            text = text[text.index(self._last_mark(text)) + 1 :]
        for index, now in enumerate(text):
            following = text[index + 1] if index + 1 < len(text) else None
            if self._is_caption_of_wide(now, following):
                skip = now
                continue
            lines += self._one(now, skip, index == 0 and now is laid[0])
            skip = None
        lines += self._imprint(imprint) if imprint else ["text-ends"]
        return "\n".join(f"#{line}" for line in lines) + "\n"

    @staticmethod
    def _last_mark(laid: Sequence[Placed]) -> Placed:
        return [now for now in laid if isinstance(now.item, Paragraph) and now.item.part is Part.MARK][-1]

    def _corner_and_joint(self, laid: Sequence[Placed]) -> Iterator[str]:
        """What stands above a mark of several organs, and the mark: names one below the other, 文件 on their right."""
        marks = [now for now in laid if isinstance(now.item, Paragraph) and now.item.part is Part.MARK]
        for index, now in enumerate(laid[: laid.index(marks[0])]):
            yield from self._one(now, None, index == 0)
        texts = [item.text for item in self.paper.of(Part.MARK)]
        size = marks[0].shape.size
        stretch = mark_stretch(texts, self.setting.profile)
        columns = f"({max(map(width, texts)) * size}pt, {(JOINT_GAP + 2) * size}pt)"
        spread = ", ".join(f"[{'#h(1fr)'.join(f'#{quoted(char)}' for char in text)}]" for text in texts[:-1])
        gap = mm(marks[0].box * 0.2)
        bold = "regular" if self.fonts[Face.XIAOBIAOSONG].exact else "bold"
        families = self._families(Face.XIAOBIAOSONG)
        type_ = f"{families}, {size}pt, {mm(marks[0].box)}, {quoted(bold)}, {stretch}"
        said = f"{mm(marks[0].before)}, {columns}, {gap}, {type_}"
        yield f"joint({said}, ({spread},), {quoted(texts[-1].strip())})"

    @staticmethod
    def _is_caption_of_wide(now: Placed, following: Placed | None) -> bool:
        caption = isinstance(now.item, Paragraph) and now.item.part is Part.CAPTION
        return bool(caption and following and isinstance(following.item, Table) and following.item.wide)

    # -- the page ------------------------------------------------------------------------------------------------------

    def _head(self) -> Iterator[str]:
        profile, grid = self.setting.profile, self.setting.grid
        values = {
            "pitch": mm(grid.pitch), "ascent": str(ASCENT), "table-size": f"{g.TABLE_SIZE}pt",
            "type-left": mm(profile.left), "type-width": mm(profile.width),
            "number-size": f"{g.PAGE_NUMBER_SIZE}pt", "number-fonts": self._families(Face.SONGTI),
            "number-form": quoted(profile.page_number), "number-place": quoted(profile.page_number_place),
            "number-indent": mm(profile.character * g.PAGE_NUMBER_INDENT),
            "number-y": mm(profile.top + profile.height + g.PAGE_NUMBER_GAP),
            "foot-y": mm(profile.top + profile.height), "content-bottom": mm(g.PAGE_HEIGHT - grid.bottom),
            "skip-first": "true" if self._is_letter() else "false",
        }  # fmt: skip
        yield from (f"let {name} = {value}" for name, value in values.items())
        preamble = resources.files("lingwu.typeset.pdf").joinpath("preamble.typ").read_text("utf-8")
        yield preamble.removeprefix("#")
        number = "none" if profile.page_number_place == "none" else "portrait-number"
        margins = (
            f"(top: {mm(grid.top)}, bottom: {mm(grid.bottom)}, left: {mm(profile.left)}, right: {mm(profile.right)})"
        )
        yield f"set page(width: 210mm, height: 297mm, margin: {margins}, foreground: {number})"
        yield (
            f'set text(font: {self._families(Face.FANGSONG)}, size: {g.SIZE_3}pt, lang: "zh", region: "cn", '
            f"tracking: {mm(grid.tracking - SLACK)}, cjk-latin-spacing: none, hyphenate: false, "
            "costs: (orphan: 0%, widow: 0%, runt: 0%), ..line-of(16pt, pitch))"
        )
        yield 'set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")'
        yield "set footnote.entry(gap: 0.4em)"
        small = f"size: {g.SIZES['小五']}pt, top-edge: 0.88em, bottom-edge: -0.2em"
        yield f"show footnote.entry: set text({small})"

    def _is_letter(self) -> bool:
        return self.paper.form is Form.LETTER and bool(self.paper.of(Part.MARK))

    def _letter(self) -> Iterator[str]:
        """The double red lines on the first page of a letter."""
        if not self._is_letter():
            return
        thick, thin, gap = g.LETTER_THICK, g.LETTER_THIN, g.LETTER_BETWEEN
        top, bottom = letter_line(self.paper, self.setting), g.LETTER_BOTTOM_LINE
        ys = ((top, thick), (top + thick + gap, thin), (bottom - thick - gap - thin, thin), (bottom - thick, thick))
        for y, height in ys:
            at = f"dx: {mm(g.LETTER_LINE_LEFT - self.setting.profile.left)}, dy: {mm(y - self.setting.grid.top)}"
            yield f"place(top + left, {at}, rect(width: {mm(g.LETTER_LINE_WIDTH)}, height: {mm(height)}, fill: red))"

    def _families(self, face: Face) -> str:
        choice = self.fonts[face]
        self.used.add(face)
        latin = self.setting.profile.latin
        names = [f'(name: {quoted(latin)}, covers: "latin-in-cjk")'] if latin else []
        return f"({', '.join([*names, quoted(choice.family)])},)"

    # -- items ---------------------------------------------------------------------------------------------------------

    def _one(self, now: Placed, caption: Placed | None, first: bool) -> Iterator[str]:
        item = now.item
        if now.row and isinstance(item, Paragraph):
            yield self._row(now, item)
        elif isinstance(item, Table):
            yield self._wide(item, caption) if item.wide else self._table(item, self.setting.profile.width)
        elif isinstance(item, Paragraph):
            call = self._paragraph(now, item, first)
            if now.at is not None:
                left = g.LETTER_LINE_LEFT - self.setting.profile.left
                place = f"dx: {mm(left)}, dy: {mm(now.at - self.setting.grid.top)}"
                call = f"place(top + left, {place}, block(width: {mm(g.LETTER_LINE_WIDTH)}, {call}))"
            yield call
            if now.rule is not None:
                yield f"red-rule({mm(now.rule)}, {mm(g.SEPARATOR_THICKNESS)})"

    def _paragraph(self, now: Placed, item: Paragraph, first: bool) -> str:
        shape, unit = now.shape, self.setting.profile.character
        body = self._body(now, item)
        under_mark = now.before > 0 and item.part in (Part.MARK, Part.NUMBER)
        said = {
            "before": mm(now.before), "first": mm(shape.first * unit), "left": mm(shape.left * unit),
            "right": mm(shape.right * unit), "side": quoted(shape.align.value), "fonts": self._families(shape.face),
            "size": f"{shape.size}pt", "box": mm(now.box),
        }  # fmt: skip
        flags = {"keep": shape.keep, "strict": first or under_mark, "page": now.new_page}
        said |= {name: "true" for name, on in flags.items() if on}
        if shape.face is Face.XIAOBIAOSONG and not self.fonts[shape.face].exact:
            said["weight"] = quoted("bold")
        if shape.red:
            stretch = mark_stretch([one.text for one in self.paper.of(Part.MARK)], self.setting.profile)
            body = f"#narrow({stretch}, rubric[{body}])" if stretch < 1 else f"#rubric[{body}]"
        return f"P({', '.join(f'{name}: {value}' for name, value in said.items())})[{body}]"

    def _row(self, now: Placed, item: Paragraph) -> str:
        """Names side by side, each in the middle of its share of the line."""
        names = ", ".join(f"[#{quoted(name)}]" for name in item.text.strip("\t").split("\t"))
        return f"row({mm(now.before)}, {self._families(now.shape.face)}, ({names},))"

    def _body(self, now: Placed, item: Paragraph) -> str:
        """The pieces, cut where the face changes; a tab to the right edge takes all the room there is."""
        spans = faces(item)
        if now.breaks:
            edges = (0, *now.breaks, len(item.text))
            lines = (item.text[a:b].strip() for a, b in pairwise(edges))
            return "#linebreak()".join(f"#{quoted(line)}" for line in lines)
        made = [f"#{quoted(item.number)}"] if item.number else []
        at = 0
        right = bool(now.tabs)
        for piece in item.pieces:
            made += [self._piece(part, face, right) for part, face in _cut(piece, at, spans)]
            at += len(piece.text)
        if right:  # the tab stop lies so many characters before the right edge
            rest = self.setting.profile.characters - now.tabs[-1].at
            rest -= width(item.text.rpartition("\t")[2]) if now.tabs[-1].align is Align.LEFT else 0.0
            made.append(f"#h({mm(rest * self.setting.profile.character)})" if rest else "")
        return "".join(made)

    def _piece(self, piece: Piece, face: Face | None, right: bool) -> str:
        if piece.picture:
            return f"#{self.pictures.call(piece.picture, self.setting.profile.width)}"
        if piece.footnote:
            return f"#footnote[#{quoted(piece.footnote.strip())}]"
        said = "".join(_signs(piece.text, "#h(1fr)" if right else TAB))
        for mark in sorted(piece.marks):
            said = f"#{WRAPS[mark]}[{said}]"
        return f"#text(font: {self._families(face)})[{said}]" if face else said

    # -- tables --------------------------------------------------------------------------------------------------------

    def _table(self, item: Table, room: float) -> str:
        total = sum(item.widths)
        scale = min(1.0, room / total)
        widths = ", ".join(mm(one * scale) for one in item.widths)
        rows = ", ".join(f"({', '.join([*self._cells(row, y), ''])})" for y, row in enumerate(item.rows))
        heads = min(item.heads, max(len(item.rows) - 1, 0)) if _may_repeat(item) else 0
        return f"T(({widths},), {heads}, ({rows},), above: {mm(self.setting.under(g.SIZE_3, self.setting.line))})"

    def _cells(self, row: Sequence[Cell | None], y: int) -> Iterator[str]:
        for x, cell in enumerate(row):
            if cell is not None:
                text = "#parbreak()".join(
                    "".join(self._piece(piece, None, False) for piece in one.pieces) for one in cell.paragraphs
                )
                place = f"x: {x}, y: {y}, colspan: {cell.across}, rowspan: {max(cell.down, 1)}"
                yield f"table.cell({place})[{text}]"

    def _wide(self, item: Table, caption: Placed | None) -> str:
        profile, grid = self.setting.profile, self.setting.grid
        margins = (
            f"(top: {mm(profile.left)}, right: {mm(grid.top)}, bottom: {mm(profile.right)}, left: {mm(grid.bottom)})"
        )
        number = "none" if profile.page_number_place == "none" else "landscape-number"
        head = (
            f"#{self._paragraph(caption, caption.item, False)}"
            if caption and isinstance(caption.item, Paragraph)
            else ""
        )
        body = f"{head}\n#{self._table(item, profile.height)}"
        return f"page(width: 297mm, height: 210mm, margin: {margins}, foreground: {number})[{body}]"

    # -- 版记 ----------------------------------------------------------------------------------------------------------

    def _imprint(self, items: Sequence[Paragraph]) -> Iterator[str]:
        ruled = not self._is_letter()
        thick, thin = (f"line(length: 100%, stroke: {size}mm)" for size in (g.IMPRINT_THICK, g.IMPRINT_THIN))
        made: list[str] = []
        before: Part | None = None
        for item in items:
            if ruled and not (item.part is before is Part.COPY_TO):
                made.append(thin if before else thick)
            made.append(self._imprint_line(item))
            before = item.part
        made += [thick] if ruled else []
        rows = "".join(f"#block(above: 0pt, below: 0pt, {row})" for row in made)
        yield f"imprint-at-foot([{rows}], {'true' if self.paper.duplex else 'false'})"

    def _imprint_line(self, item: Paragraph) -> str:
        unit = self.setting.profile.character * g.IMPRINT_INDENT
        size = g.IMPRINT_SIZE
        if item.part is Part.PRINTING:
            body = "".join(_signs(item.text, "#h(1fr)"))
            alone = "\t" not in item.text and item.text.strip()[:1].isdigit()
            said = f"left: {mm(unit)}, right: {mm(unit)}, side: {quoted('right' if alone else 'left')}"
        else:
            colon = max(item.text.find("："), item.text.find(":")) + 1
            hang = width(item.text[:colon]) * size / g.MM
            body = "".join(_signs(item.text, TAB))
            said = f"left: {mm(unit + hang)}, first: {mm(-hang)}, right: {mm(unit)}"
        return f"P({said}, fonts: {self._families(Face.FANGSONG)}, size: {size}pt)[{body}]"


def mm(length: float) -> str:
    """A length in millimetres as Typst writes it."""
    return f"{length:.4f}mm"


def quoted(text: str) -> str:
    """A string of Typst; nothing in it is markup."""
    made = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n")
    return f'"{made}"'


def _signs(text: str, tab: str) -> Iterator[str]:
    """Markup for characters, tabs and line breaks."""
    for index, line in enumerate(text.replace("\f", "\v").split("\v")):
        if index:
            yield "#linebreak()"
        for number, part in enumerate(line.split("\t")):
            if number:
                yield tab
            for wide, said in enumerate(part.split("　")):
                if wide:
                    yield SPACE
                if said:
                    yield f"#{quoted(said)}"


def _cut(piece: Piece, at: int, spans: Sequence[tuple[int, int, Face]]) -> Iterator[tuple[Piece, Face | None]]:
    """A piece cut where a face begins or ends."""
    if not piece.text or not spans:
        yield piece, None
        return
    edges = {0, len(piece.text)}
    for start, end, _ in spans:
        edges |= {edge - at for edge in (start, end) if 0 < edge - at < len(piece.text)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        face = next((face for a, b, face in spans if a <= at + start and at + end <= b), None)
        yield Piece(piece.text[start:end], piece.marks), face


def _may_repeat(item: Table) -> bool:
    """Whether no cell of the head reaches below it."""
    return len(item.rows) > 1 and all(
        index + cell.down <= item.heads
        for index, row in enumerate(item.rows[: item.heads]) for cell in row if cell
    )  # fmt: skip
