"""Where everything stands: each item of a paper with its shape, the space before it, and its indents.

The same arithmetic serves a .docx and a PDF. Both set lines as boxes; they differ in the grid (``Profile.line_boxes``,
``Profile.glyphs``) and in where a glyph lies within its box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lingwu.gbt9704 import geometry as g
from lingwu.gbt9704.geometry import MM, Face, Grid
from lingwu.gbt9704.profile import Profile
from lingwu.typeset.model import CORNER, HEAD, IMPRINT, SIGNATURE, Form, Item, Paper, Paragraph, Part, Sealing, width
from lingwu.typeset.signature import Place, single, stamped, unsealed
from lingwu.typeset.titles import breaks


class Align(StrEnum):
    """How the lines of a paragraph are aligned."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a part looks: ``first``, ``left`` and ``right`` are indents in 字, ``first`` that of the first line alone."""

    face: Face = Face.FANGSONG
    size: float = g.SIZE_3
    align: Align = Align.BOTH
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    red: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop at so many 字 from the left."""

    at: float
    align: Align


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its place. ``before`` is the space above its line box and ``box`` the height of a line, both in mm.

    ``at`` is where a line box stands on the page, in mm from its top, whatever stands above (the mark of a letter).
    ``rule`` is the gap in mm from the line box to the red rule under it (None: there is none). ``row`` is set where
    the names of a paragraph stand in a row, each centred on a tab stop. ``breaks`` are the offsets in the text of a
    title at which its lines end.
    """

    item: Item
    shape: Shape = Shape()
    before: float = 0.0
    box: float = 0.0
    new_page: bool = False
    at: float | None = None
    rule: float | None = None
    tabs: tuple[Tab, ...] = ()
    row: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a layout is made for: ``baseline`` is the share of a line box above the baseline, None: glyphs centred."""

    profile: Profile
    grid: Grid
    baseline: float | None

    @property
    def line(self) -> float:
        """The height of a line box in mm."""
        return self.grid.pitch

    def over(self, size: float, box: float) -> float:
        """The space in mm between the top of a line box and the em box of type of ``size`` points within."""
        em = size / MM
        return (box - em) / 2 if self.baseline is None else self.baseline * box - ASCENT * em

    def under(self, size: float, box: float) -> float:
        """The space in mm between the em box and the bottom of its line box."""
        return box - size / MM - self.over(size, box)


ASCENT = 0.88
"""The share of an ideographic em box above the baseline."""
BASELINE = 0.8
"""The share of an exact line above the baseline, in Word, WPS and LibreOffice."""
MARK_BOX = 1.1
"""The line box of a mark in ems: with it the em box begins at the very top of the line in a .docx."""

SHAPES: Mapping[Part, Shape] = {
    Part.COPY_NUMBER: Shape(align=Align.LEFT),
    Part.SECRECY: Shape(Face.HEITI, align=Align.LEFT),
    Part.URGENCY: Shape(Face.HEITI, align=Align.LEFT),
    Part.MARK: Shape(Face.XIAOBIAOSONG, g.MARK_SIZE, Align.CENTER, red=True, keep=True),
    Part.NUMBER: Shape(align=Align.CENTER, keep=True),
    Part.SIGNATORY: Shape(Face.KAITI, align=Align.RIGHT, right=g.SIGNATORY_INDENT, keep=True),
    Part.TITLE: Shape(Face.XIAOBIAOSONG, g.TITLE_SIZE, Align.CENTER, keep=True),
    Part.UNDER_TITLE: Shape(Face.KAITI, align=Align.CENTER, keep=True),
    Part.SPEAKER: Shape(Face.KAITI, align=Align.CENTER, keep=True),
    Part.ADDRESSEE: Shape(),
    Part.HEADING: Shape(first=g.PARAGRAPH_INDENT, keep=True),
    Part.BODY: Shape(first=g.PARAGRAPH_INDENT),
    Part.ATTACHMENT_NOTE: Shape(),
    Part.ISSUER: Shape(align=Align.RIGHT, keep=True),
    Part.POST: Shape(align=Align.RIGHT, keep=True),
    Part.DATE: Shape(align=Align.RIGHT),
    Part.NOTE: Shape(first=g.NOTE_INDENT),
    Part.ATTENDANCE: Shape(),
    Part.ATTACHMENT: Shape(Face.HEITI, align=Align.LEFT, keep=True),
    Part.ATTACHMENT_TITLE: Shape(Face.XIAOBIAOSONG, g.TITLE_SIZE, Align.CENTER, keep=True),
    Part.CAPTION: Shape(Face.HEITI, g.SIZES["四号"], Align.CENTER, keep=True),
    Part.COPY_TO: Shape(size=g.IMPRINT_SIZE),
    Part.PRINTING: Shape(size=g.IMPRINT_SIZE, align=Align.LEFT),
}
FILE, LABEL = "文件", "签发人："
JOINT_GAP = 0.6
"""Between the names of several organs and 文件, in characters of the mark."""
LINES_BEFORE = {
    Part.ADDRESSEE: g.LINES_OVER_ADDRESSEE, Part.ATTACHMENT_NOTE: g.LINES_OVER_ATTACHMENT_NOTE,
    Part.ATTENDANCE: g.LINES_OVER_ATTENDANCE,
}  # fmt: skip
"""Blank lines above the first paragraph of a part."""
BROKEN = frozenset({Part.TITLE, Part.ATTACHMENT_TITLE, Part.UNDER_TITLE})
"""Parts whose lines end where the wording has a seam."""
UNDER_HEAD = frozenset({Part.TITLE, Part.UNDER_TITLE, Part.SPEAKER, Part.NUMBER, Part.ATTACHMENT_TITLE, Part.MARK})
TEXT = frozenset({Part.BODY, Part.HEADING, Part.ADDRESSEE, Part.CAPTION})


def placed(paper: Paper, setting: Setting) -> list[Placed]:
    """The items of ``paper`` in order, each in its place; 版记 comes last and is placed by its writer."""
    laid = list(_Layout(paper, setting).placed())
    for index in range(len(laid) - 1, 0, -1):
        if _part(laid[index]) in SIGNATURE and _part(laid[index - 1]) not in SIGNATURE:
            _keep_text(laid, index - 1)
    return laid


def _keep_text(laid: list[Placed], at: int) -> None:
    """The page of a signature bears text too: what stands right above it stays with it (7.3.5.5).

    The first paragraph of the text does not move: the first page must show some (7.3.3).
    """
    while at > 0 and _part(laid[at]) in (Part.ATTACHMENT_NOTE, Part.BODY):
        body = _part(laid[at]) is Part.BODY
        if body and _part(laid[at - 1]) not in (Part.BODY, Part.HEADING):
            return
        laid[at] = replace(laid[at], shape=replace(laid[at].shape, keep=True))
        if body:
            return
        at -= 1


def is_joint(marks: Sequence[str]) -> bool:
    """Whether a mark names several organs with 文件 on their right."""
    return len(marks) > 1 and marks[-1].strip() == FILE


def mark_size(lines: Sequence[str], profile: Profile) -> float:
    """The size in points at which the longest line of a mark fits the page."""
    return profile.mark_size or max(g.MARK_SIZE_LEAST, min(g.MARK_SIZE, int(_mark_room(profile) / _longest(lines))))


def mark_stretch(lines: Sequence[str], profile: Profile) -> float:
    """How much narrower than usual the characters of a mark are, where even the smallest type is too wide for it."""
    return min(1.0, int(100 * _mark_room(profile) / (_longest(lines) * mark_size(lines, profile))) / 100)


def _mark_room(profile: Profile) -> float:
    return (profile.width - g.TYPE_WIDTH + g.MARK_WIDTH) * MM


def _longest(lines: Sequence[str]) -> float:
    """The longest line in 字; capitals are wider in a 小标宋 than half a one."""
    wide = (width(line) + 0.4 * sum("A" <= char <= "Z" for char in line) for line in lines)
    return max(wide, default=1.0) + (JOINT_GAP + 2 if is_joint(lines) else 0.0)


class _Layout:
    """Goes down a paper; ``last`` is the part above (None: nothing or no paragraph)."""

    def __init__(self, paper: Paper, setting: Setting) -> None:
        self.paper, self.setting = paper, setting
        self.line = setting.line
        self.marks = [item.text for item in paper.of(Part.MARK)]
        self.mark = mark_size(self.marks, setting.profile)
        signers = [item.text for item in paper.of(Part.SIGNATORY)]
        last = [item.text.rpartition("\t")[2] for item in paper.of(Part.NUMBER) if "\t" in item.text]
        lines = [text.removeprefix(LABEL) for text in [*signers, *last]] if signers else []
        self.names = max(map(width, lines), default=0.0)  # the widest line of several 签发人, 0 for one line
        self.ends = _signature(paper, setting.profile.characters)

    def placed(self) -> Iterator[Placed]:
        last: Placed | None = None
        corner = 0
        for item in self.paper.items:
            if isinstance(item, Paragraph) and item.part in IMPRINT:
                now = Placed(item, SHAPES[item.part], box=self.line)
            elif isinstance(item, Paragraph):
                now = self._paragraph(item, last, corner)
                corner += item.part in CORNER
            else:
                now = Placed(item)
            if last and last.at is not None and now.at is None:
                now = self._under_line(now)
            yield now
            last = now

    def _paragraph(self, item: Paragraph, last: Placed | None, corner: int) -> Placed:
        shape = SHAPES[item.part]
        if item.part is Part.HEADING:
            shape = replace(shape, face=g.HEADING_FACES[item.level or 1])
        now = Placed(item, shape, self._before(item, last) * self.line, self.line)
        if item.part is Part.MARK:
            return self._mark(now, last, corner)
        if item.part in (Part.NUMBER, Part.SIGNATORY) and self.marks:
            return self._number(now, last)
        if item.part in (Part.ISSUER, Part.POST, Part.DATE) and (place := self.ends.get(id(item))):
            return _ended(now, place, self.line)
        if item.part in (Part.ATTACHMENT_NOTE, Part.ATTENDANCE):
            return replace(now, shape=_hanging(item))
        if item.drawn and not item.text and item.part is Part.BODY:
            now = replace(now, shape=Shape(align=Align.CENTER))
        if item.part in BROKEN:
            room = self.setting.profile.width * MM / shape.size
            now = replace(now, breaks=breaks(item.text, room - 0.3))
        return replace(now, new_page=_opens(item.part, last) or (item.new_page and last is not None))

    def _before(self, item: Paragraph, last: Placed | None) -> float:
        """Blank lines above a paragraph that are not left to its own arithmetic."""
        above = _part(last)
        if last is None or item.part is above or _opens(item.part, last):
            return 0
        if item.part is Part.TITLE:
            return g.LINES_OVER_TITLE if self.marks and above in HEAD else 0
        if item.part is Part.ATTACHMENT_TITLE:
            return g.ATTACHMENT_TITLE_LINE - g.ATTACHMENT_LABEL_LINE - 1
        if item.part in TEXT and above in UNDER_HEAD:
            return self._under_head(above)
        return LINES_BEFORE.get(item.part, 0)

    def _under_head(self, above: Part | None) -> float:
        if self.paper.form is Form.ORDER and above is Part.NUMBER:
            return g.ORDER_LINES_UNDER_NUMBER
        return g.LINES_OVER_TITLE if above is Part.NUMBER and self.marks else g.LINES_OVER_ADDRESSEE

    def _mark(self, now: Placed, last: Placed | None, corner: int) -> Placed:
        """The em box of the mark's first line begins at the height that the form asks for."""
        box = self.mark / MM * MARK_BOX
        now = replace(now, shape=replace(now.shape, size=self.mark), box=box)
        first = _part(last) is not Part.MARK
        if self.paper.form is Form.LETTER:
            above = last.at + box if last and last.at is not None and not first else None
            return replace(now, before=0.0, at=above or g.LETTER_MARK_TOP - self.setting.over(self.mark, box))
        top = g.ORDER_MARK_TOP if self.paper.form is Form.ORDER else g.MARK_TOP
        top += self.setting.profile.top - g.TOP
        before = top - self.setting.over(self.mark, box) - self.setting.grid.top - corner * self.line
        return replace(now, before=max(before, 0.0) if first else 0.2 * box)

    def letter_line(self) -> float:
        """Where the first double line of a letter lies: 4 mm under the mark, in mm from the top of the page."""
        box = self.mark / MM * MARK_BOX
        return g.LETTER_MARK_TOP + (len(self.marks) - 1) * box + self.mark / MM + g.LETTER_LINE_GAP

    def _under_line(self, now: Placed) -> Placed:
        """The first thing in a letter that stands below its first double line."""
        thick = g.LETTER_THICK + g.LETTER_THIN + g.LETTER_BETWEEN
        top = self.letter_line() + thick
        if isinstance(now.item, Paragraph) and now.item.part in (Part.NUMBER, *CORNER):
            top += g.LETTER_GAP - self.setting.over(g.SIZE_3, self.line)
        else:
            top += g.LETTER_LINES_OVER_TITLE * self.line
        return replace(now, before=top - self.setting.grid.top)

    def _number(self, now: Placed, last: Placed | None) -> Placed:
        """Two blank lines under the mark, and under itself the red rule (in an order and a letter there is none)."""
        paragraph = now.item
        upward = isinstance(paragraph, Paragraph) and "\t" in paragraph.text
        before = 0.0
        if last and _part(last) is Part.MARK:
            leading = self.line - g.SIZE_3 / MM
            wanted = g.LINES_UNDER_MARK * self.line + leading
            before = wanted - self.setting.under(self.mark, last.box) - self.setting.over(g.SIZE_3, self.line)
        letter = self.paper.form is Form.LETTER
        ruled = self.paper.form in (Form.DOCUMENT, Form.MINUTES) and _part(now) is Part.NUMBER
        gap = g.SEPARATOR_GAP - self.setting.under(g.SIZE_3, self.line) if ruled else None
        end = self.setting.profile.characters - (0 if letter else g.SIGNATORY_INDENT)
        tabs = (Tab(end, Align.RIGHT),) if upward else ()
        if self.names and not letter:
            tabs = (Tab(end - self.names, Align.LEFT),) if upward else ()
            shape = replace(now.shape, align=Align.LEFT, left=end - self.names - width(LABEL), right=0)
            now = now if upward else replace(now, shape=shape)
        shape = replace(now.shape, align=Align.RIGHT) if letter else now.shape
        shape = replace(shape, align=Align.LEFT, first=0 if letter else g.NUMBER_INDENT) if upward else shape
        return replace(now, shape=shape, before=before, rule=gap, tabs=tabs)


def _part(placed: Placed | None) -> Part | None:
    return placed.item.part if placed and isinstance(placed.item, Paragraph) else None


def _opens(part: Part, last: Placed | None) -> bool:
    """Whether a part begins a page of its own: an attachment, or its title where it has no label."""
    above = _part(last)
    return part is Part.ATTACHMENT or (
        part is Part.ATTACHMENT_TITLE and above not in (Part.ATTACHMENT, Part.ATTACHMENT_TITLE)
    )


def _hanging(item: Paragraph) -> Shape:
    """附件：1.甲 and 出席：甲: two 字 from the left, lines that wrap align with the first character of the name."""
    text = item.text
    colon = max(text.find("："), text.find(":"))
    label = 0.0 if item.part is Part.ATTACHMENT_NOTE and colon > 4 else width(text[: colon + 1])
    lead = "" if colon < 0 or not label else text[colon + 1 :]
    lead = text if not label else lead
    digits = len(lead) - len(lead.lstrip("0123456789"))
    mark = width(lead[: digits + 1]) if digits and lead[digits : digits + 1] in ".．、" else 0.0
    start = g.ATTACHMENT_NOTE_INDENT + (0.0 if label else 3.0)
    shift = mark if item.part is Part.ATTACHMENT_NOTE else 0.0
    left = start + label + shift
    return Shape(left=left, first=start - left)


def _signature(paper: Paper, characters: int) -> dict[int, Place]:
    """The place of each line of each signature, by the identity of its paragraph."""
    found: dict[int, Place] = {}
    run: list[Paragraph] = []
    for item in [*paper.items, None]:
        if isinstance(item, Paragraph) and item.part in (Part.ISSUER, Part.POST, Part.DATE):
            run.append(item)
            continue
        if run:
            found.update(zip(map(id, run), _places(run, paper.sealing, characters), strict=True))
        run = []
    return found


def _places(run: Sequence[Paragraph], sealing: Sealing, characters: int) -> list[Place]:
    if any(item.part is Part.POST for item in run):
        return stamped(run)
    return single(run, characters) if sealing is Sealing.SEAL else unsealed(run)


def _ended(now: Placed, place: Place, line: float) -> Placed:
    shape = replace(now.shape, right=place.right, align=Align.LEFT if place.stops else Align.RIGHT)
    tabs = tuple(Tab(at, Align.CENTER) for at in place.stops)
    return replace(now, shape=shape, before=place.lines * line, tabs=tabs, row=bool(tabs))


def faces(item: Paragraph) -> list[tuple[int, int, Face]]:
    """Which characters of a paragraph stand in another face than its shape's: half-open ranges of ``item.text``."""
    text, part = item.text, item.part
    colon = max(text.find("："), text.find(":")) + 1
    if part is Part.BODY and item.lead:
        return [(0, item.lead, g.HEADING_FACES[item.level])]
    if part is Part.SIGNATORY and colon:
        return [(0, colon, Face.FANGSONG)]
    if part is Part.NUMBER and "\t" in text:
        corner, _, after = text.partition("\t")
        if "号" in after:
            return [] if corner.isdigit() else [(0, len(corner), Face.HEITI)]
        return [(max(colon, len(corner) + 1), len(text), Face.KAITI)]
    if part is Part.ATTENDANCE and colon:
        return [(0, colon, Face.HEITI)]
    return []


def letter_line(paper: Paper, setting: Setting) -> float:
    """Where the first double line of a letter lies, in mm from the top of the page."""
    return _Layout(paper, setting).letter_line()
