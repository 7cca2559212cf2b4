"""What GB/T 9704—2012 asks of the places of elements, compared with what stands on the pages of a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lingwu.gbt9704 import geometry as g
from lingwu.typeset.model import IMPRINT, Form, Paper, Part, Sealing
from measuring import Line, Measured, Sheet

HAN = range(0x4E00, 0xA000)
OPENING, CLOSING = "“《（〔", "”》）〕，。；：、"
"""Marks of which the blank half may be left out at the edge of a line."""
LINE_BOX = 0.8
"""The share of an exact line above the baseline in word processors; a .docx is set in line boxes, a PDF in glyphs."""
WHOLE, WHOLE_TITLE = 12, 4
"""So long a line is the beginning of a paragraph that goes on; lines of a title are short."""
NEAR = 0.3
FULL = 0.9
"""A line that fills so much of the type area is full."""


@dataclass(frozen=True, slots=True)
class Check:
    """One measured value beside the wanted one, in mm or as a count; ``slack`` is how far it may be off."""

    element: str
    what: str
    measured: float
    wanted: float
    slack: float = 1.0

    @property
    def off(self) -> float:
        """How far it is off."""
        return abs(self.measured - self.wanted)

    @property
    def holds(self) -> bool:
        """Whether that is near enough."""
        return self.off <= self.slack


@dataclass(frozen=True, slots=True)
class Subject:
    """A typeset document: what it says, its pages, and the grid it is set in (in line boxes or in glyphs)."""

    paper: Paper
    pages: Measured
    grid: g.Grid
    boxed: bool

    def above(self, line: Line) -> float:
        """Where the line begins: its line box in a .docx, its glyphs in a PDF."""
        return line.baseline - LINE_BOX * self.grid.pitch if self.boxed else line.top

    def below(self, line: Line) -> float:
        """Where it ends."""
        return line.baseline + (1 - LINE_BOX) * self.grid.pitch if self.boxed else line.bottom

    def find(self, part: Part, *, last: bool = False) -> Line | None:
        """The line of the first (or the last) paragraph of a part, of a long one its first line."""
        items = self.paper.of(part)
        wanted = "".join(items[-1 if last else 0].text.split()) if items else ""
        lines = [line for sheet in self.pages.sheets for line in sheet.lines if _is_of(line, part)]
        whole = WHOLE_TITLE if part is Part.TITLE else WHOLE
        found = [line for line in lines if wanted and _says(line.text, wanted, whole)]
        return (found[-1] if last else found[0]) if found else None


def _says(line: str, wanted: str, whole: int) -> bool:
    return line == wanted or (len(line) >= whole and wanted.startswith(line))


def _is_of(line: Line, part: Part) -> bool:
    """Whether a line is set as its part is, as far as it must be told from others of the same words."""
    size = g.TITLE_SIZE if part is Part.TITLE else g.SIZE_3
    return line.red if part is Part.MARK else not line.red and abs(line.size - size / g.MM) < NEAR


def checks(subject: Subject) -> Iterator[Check]:
    """All that can be measured of a document."""
    for sheet in subject.pages.sheets:
        yield Check("纸张", "宽", min(sheet.width, sheet.height), g.PAGE_WIDTH)
        yield Check("纸张", "高", max(sheet.width, sheet.height), g.PAGE_HEIGHT)
    for part in (_type_area, _lines, _characters, _mark, _number, _separator, _title, _addressee, _signature, _numbers,
                 _attachments, _imprint, _letter):  # fmt: skip
        yield from part(subject)


# -- the type area -----------------------------------------------------------------------------------------------------


def _body(sheet: Sheet) -> list[Line]:
    """The lines of text of a page: those in 3号 within the type area."""
    size = g.SIZE_3 / g.MM
    return [line for line in sheet.lines if abs(line.size - size) < 0.3 and line.bottom < g.TYPE_BOTTOM + 1]


def _full(subject: Subject) -> list[Sheet]:
    """Pages that hold nothing but running text from top to bottom."""
    sheets = subject.pages.sheets
    found = []
    for sheet, following in pairwise(sheets[1:]):
        body = _body(sheet)
        whole = len(body) == len(sheet.lines) - 1 and not sheet.strokes  # the other line is the page number
        lines = _body(following)
        goes_on = lines and lines[0].left < g.TYPE_LEFT + 1 and not lines[0].text.startswith("附件")
        if whole and goes_on and all(line.left < g.TYPE_LEFT + 13 for line in body):
            found.append(sheet)
    return found


def _type_area(subject: Subject) -> Iterator[Check]:
    for sheet in subject.pages.sheets[1:]:
        body = _body(sheet)
        if body and body[0] is sheet.lines[0] and sheet.width < sheet.height:
            yield Check("版心", "上边", subject.above(body[0]), g.TYPE_TOP)
    for sheet in _full(subject):
        yield Check("版心", "下边", subject.below(_body(sheet)[-1]), g.TYPE_BOTTOM)
    for sheet in subject.pages.sheets:
        for line, following in pairwise(_body(sheet) if sheet.width < sheet.height else []):
            indent = (line.left - g.TYPE_LEFT) / g.CHARACTER
            runs = line.right - line.left > FULL * g.TYPE_WIDTH and min(abs(indent), abs(indent - 2)) < NEAR
            if following.left > g.TYPE_LEFT + 1 or not runs:
                continue  # only lines that go on fill the type area
            if line.left < g.TYPE_LEFT + 5 and line.text[0] not in OPENING:
                yield Check("版心", "左边", line.left, g.TYPE_LEFT)
            if ord(line.text[-1]) in HAN:
                yield Check("版心", "右边", line.right, g.TYPE_RIGHT)


def _lines(subject: Subject) -> Iterator[Check]:
    for sheet in _full(subject):
        body = _body(sheet)
        yield Check("每面行数", "行", len(body), g.LINES, 0)
        for above, below in pairwise(body):
            yield Check("每面行数", "行距", below.baseline - above.baseline, subject.grid.pitch)


def _characters(subject: Subject) -> Iterator[Check]:
    """Of the full lines of whole characters most hold 28; a mark may hang or be pushed to the next line."""
    counts = Counter(
        len(line.text)
        for sheet in _full(subject)
        for line in _body(sheet)
        if line.left < g.TYPE_LEFT + 1
        and line.right > g.TYPE_RIGHT - 4
        and not any(char.isascii() for char in line.text)
    )
    if counts:
        yield Check("每行字数", "字", counts.most_common(1)[0][0], g.CHARACTERS, 0)


# -- 版头 --------------------------------------------------------------------------------------------------------------


def _mark(subject: Subject) -> Iterator[Check]:
    line = subject.find(Part.MARK)
    if line:
        tops = {Form.ORDER: g.ORDER_MARK_TOP, Form.LETTER: g.LETTER_MARK_TOP}
        yield Check("标志", "上边", line.top, tops.get(subject.paper.form, g.MARK_TOP))
        joint = any("\t" in item.text for item in subject.paper.of(Part.MARK)) or len(subject.paper.of(Part.MARK)) > 1
        if not joint:
            middle = g.PAGE_WIDTH / 2 if subject.paper.form is Form.LETTER else _middle()  # with the lines of a letter
            yield Check("标志", "居中", line.centre, middle)
        yield Check("标志", "红色", line.red, True, 0)


def _number(subject: Subject) -> Iterator[Check]:
    """发文字号 two blank lines under the mark: centred, at the left with a signatory, at the right in a letter."""
    said = next((item.text for item in subject.paper.of(Part.NUMBER)), "")
    first = subject.pages.sheets[0]
    pieces = [piece.strip() for piece in said.split("\t") if piece.strip()]
    line = first.line(pieces[0]) if pieces else None
    if line is None:
        return
    marks = [one for one in first.lines if one.red]
    if subject.paper.form is Form.LETTER:
        yield Check("文号", "右边", line.right, g.TYPE_RIGHT)
    elif len(pieces) > 1:
        yield Check("文号", "左空一字", line.left, g.TYPE_LEFT + g.CHARACTER)
        yield Check("文号", "签发人右空一字", line.right, g.TYPE_RIGHT - g.CHARACTER)
    else:
        yield Check("文号", "居中", line.centre, _middle())
    if marks and subject.paper.form is not Form.LETTER and not subject.paper.of(Part.SIGNATORY):
        blank = g.LINES_UNDER_MARK * subject.grid.pitch + subject.grid.pitch - g.SIZE_3 / g.MM
        yield Check("文号", "距标志", line.top - marks[-1].bottom, blank)


def _separator(subject: Subject) -> Iterator[Check]:
    if subject.paper.form in (Form.LETTER, Form.ORDER) or not subject.paper.of(Part.NUMBER):
        return
    first = subject.pages.sheets[0]
    red = [stroke for stroke in first.strokes if stroke.red]
    above = [line for line in first.lines if red and line.bottom < red[0].y]
    yield Check("分隔线", "有", bool(red), True, 0)
    if red and above:
        yield Check("分隔线", "距文号", red[0].y - above[-1].bottom, g.SEPARATOR_GAP)
        yield Check("分隔线", "左端", red[0].left, g.TYPE_LEFT)
        yield Check("分隔线", "右端", red[0].right, g.TYPE_RIGHT)


# -- 主体 --------------------------------------------------------------------------------------------------------------


def _title(subject: Subject) -> Iterator[Check]:
    first = subject.pages.sheets[0]
    line = subject.find(Part.TITLE)
    if line is None:
        return
    lines = [one for one in first.lines if abs(one.size - g.TITLE_SIZE / g.MM) < 0.3 and not one.red]
    for one in lines:
        yield from _centred("标题", one)
    yield Check("标题", "字号", line.size * g.MM, g.TITLE_SIZE, 0.2)
    red = [stroke for stroke in first.strokes if stroke.red]
    if red and subject.paper.form is not Form.LETTER:
        third = red[0].y + (g.LINES_OVER_TITLE + 0.5) * subject.grid.pitch
        yield Check("标题", "线下第三行", line.middle, third)


def _centred(element: str, line: Line) -> Iterator[Check]:
    if line.text[0] not in OPENING and line.text[-1] not in CLOSING:
        yield Check(element, "居中", line.centre, _middle())


def _addressee(subject: Subject) -> Iterator[Check]:
    first = subject.pages.sheets[0]
    line = subject.find(Part.ADDRESSEE)
    above = [one for one in first.lines if line and one.bottom < line.top]
    if line and above:
        yield Check("主送", "顶格", line.left, g.TYPE_LEFT)
        lines = g.LINES_OVER_ADDRESSEE + 1
        yield Check("主送", "题下空一行", line.middle - above[-1].middle, lines * subject.grid.pitch)


def _signature(subject: Subject) -> Iterator[Check]:
    """The date four 字 from the right and the issuer centred over it; under a stamp four 字 from the right both."""
    date = subject.find(Part.DATE, last=True)
    if date is None or not subject.paper.of(Part.ISSUER, Part.POST):
        return
    issuer = subject.find(Part.POST if subject.paper.of(Part.POST) else Part.ISSUER, last=True)
    rows = any("\t" in item.text for item in subject.paper.of(Part.ISSUER))
    if issuer is None:
        yield Check("署名", "有", False, True, 0)
        return
    if not rows and subject.paper.sealing is not Sealing.NONE and issuer.right < g.TYPE_RIGHT - g.CHARACTER:
        yield Check("日期", "右空四字", g.TYPE_RIGHT - date.right, 4 * g.CHARACTER)  # a long name moves the date left
    stamped = bool(subject.paper.of(Part.POST))
    lines = 1 + (g.LINES_UNDER_STAMP if stamped else 0)
    yield Check("署名", "在日期上", date.baseline - issuer.baseline, lines * subject.grid.pitch)
    if subject.paper.sealing is Sealing.SEAL and not rows:
        yield Check("署名", "对日期居中", issuer.centre, _centre(subject, date))


def _centre(subject: Subject, line: Line) -> float:
    """The centre of a line that is set from the right.

    LibreOffice 7 parts digits from 汉字 by a quarter of a character whatever w:autoSpaceDE says; Word does not.
    """
    if not subject.boxed:
        return line.centre
    advances = sum(glyph.right - glyph.left for glyph in line.glyphs)
    return line.right - (advances + (len(line.glyphs) - 1) * subject.grid.tracking) / 2


def _attachments(subject: Subject) -> Iterator[Check]:
    for item in subject.paper.of(Part.ATTACHMENT):
        label = item.text.strip()
        sheet = next((one for one in subject.pages.sheets[1:] if one.lines and one.lines[0].text == label), None)
        yield Check("附件", "另面首行", sheet is not None, True, 0)
        if sheet:
            yield Check("附件", "顶格", sheet.lines[0].left, g.TYPE_LEFT)
            lines = g.ATTACHMENT_TITLE_LINE - g.ATTACHMENT_LABEL_LINE
            yield Check("附件", "标题第三行", sheet.lines[1].middle - sheet.lines[0].middle, lines * subject.grid.pitch)
            yield from _centred("附件", sheet.lines[1])


# -- 页码、版记、信函 ------------------------------------------------------------------------------------------


def _numbers(subject: Subject) -> Iterator[Check]:
    for index, sheet in enumerate(subject.pages.sheets[:4]):
        line = sheet.line(f"—{index + 1}—")
        if subject.paper.form is Form.LETTER and not index:
            yield Check("页码", "信函首页不显示", line is None, True, 0)
            continue
        written = any(line.bottom < g.TYPE_BOTTOM for line in sheet.lines) and bool(_body(sheet))
        if sheet.width > sheet.height or not written:
            continue  # neither blank pages nor a 版记 after them bear a number
        yield Check("页码", "有", line is not None, True, 0)
        if line:
            dash = line.glyphs[0]
            middle = subject.pages.ink(index, dash.left, line.top, dash.right, line.bottom)
            yield Check("页码", "一字线", middle or 0.0, g.PAGE_NUMBER_DASH)
            yield Check("页码", "字号", line.size * g.MM, g.PAGE_NUMBER_SIZE, 0.2)
            if index % 2:
                yield Check("页码", "双页居左空一字", line.left, g.TYPE_LEFT + g.CHARACTER)
            else:
                yield Check("页码", "单页居右空一字", line.right, g.TYPE_RIGHT - g.CHARACTER)


def _imprint(subject: Subject) -> Iterator[Check]:
    items = subject.paper.of(*IMPRINT)
    if not items:
        return
    last = subject.pages.sheets[-1]
    lines = [line for line in last.lines if line.bottom < g.TYPE_BOTTOM + 1]
    yield Check("版记", "最后一面", bool(lines) and last.line(items[-1].text.split("\t")[0][:6]) is not None, True, 0)
    if lines:
        yield Check("版记", "左空一字", lines[-1].left, g.TYPE_LEFT + g.CHARACTER)
    if subject.paper.form is Form.LETTER:
        yield Check("版记", "无线", len(last.strokes) if len(subject.pages.sheets) > 1 else 0, 0, 0)
        return
    black = [stroke for stroke in last.strokes if not stroke.red and stroke.right - stroke.left > g.TYPE_WIDTH - 3]
    if subject.paper.duplex and not subject.boxed:  # a .docx cannot know how many pages it will have
        yield Check("版记", "双数页", len(subject.pages.sheets) % 2, 0, 0)
    yield Check("版记", "线数", min(len(black), 2), 2, 0)
    if black:
        yield Check("版记", "末条", black[-1].y, g.IMPRINT_BOTTOM)
        yield Check("版记", "粗", black[-1].thickness, g.IMPRINT_THICK, 0.1)
        yield Check("版记", "左端", black[-1].left, g.TYPE_LEFT)
        yield Check("版记", "右端", black[-1].right, g.TYPE_RIGHT)
    if any(item.part is Part.PRINTING for item in items) and lines:
        yield Check("版记", "右空一字", lines[-1].right, g.TYPE_RIGHT - g.CHARACTER)


def _letter(subject: Subject) -> Iterator[Check]:
    """The double lines of a letter: 4 mm under the mark and 20 mm above the edge, 170 mm long."""
    if subject.paper.form is not Form.LETTER:
        return
    first = subject.pages.sheets[0]
    red, mark = [stroke for stroke in first.strokes if stroke.red], subject.find(Part.MARK)
    yield Check("信函线", "数", len(red), 4, 0)
    if mark and len(red) == 4:
        yield Check("信函线", "距标志", red[0].y - mark.bottom, g.LETTER_LINE_GAP)
        yield Check("信函线", "距下页边", red[-1].y, g.LETTER_BOTTOM_LINE)
        yield Check("信函线", "左端", red[0].left, g.LETTER_LINE_LEFT)
        yield Check("信函线", "长", red[0].right - red[0].left, g.LETTER_LINE_WIDTH)


def _middle() -> float:
    return (g.TYPE_LEFT + g.TYPE_RIGHT) / 2
