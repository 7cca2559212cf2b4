"""From characters at places on pages to paragraphs: shared by the formats that know pages but no paragraphs.

Lengths are in the page's own unit, ``x`` to the right, ``y`` downward; only their ratio to the size of the characters
matters. One pass each: characters → lines, lines → paragraphs, paragraphs → blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from lingwu.document import Block, Document, Kind, Span

PAGE_NUMBER = re.compile(
    r"[\s—–―－\-─·•~～]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\s—–―－\-─·•~～]*"
)
NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]"
    r"|[A-H][、.．]|第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|附件\d{0,2}[:：]|[①-⑳])"
)
ENDINGS = tuple("。！？：；”）!?:;)")
LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]")
COLUMN_GAP = 2.5
"""Characters further apart than this many of their sizes stand in different columns."""
SPACE_GAP = 1.0
WORD_GAP = 0.25
DIGIT_GAP = 0.8
"""Digits may be set as wide as ideographs: half a size between them is no space."""
MOST_GAPS = 8
SHORT = 2.2
"""A line that ends this many sizes before the margin ends its paragraph, whatever mark it ends with."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character (or a few set as one) from ``left`` to ``right`` on the line at height ``base``."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side, without a gap as wide as between columns."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    text: str
    page: int
    kind: Kind = Kind.PARAGRAPH


def document_of(pages: Sequence[Sequence[Glyph]]) -> Document:
    """The document that ``pages`` show; ``meta["pages"]`` pairs each page's first offset with its number from 1."""
    lined = [
        [line for side in _sides(glyphs, number) for line in lines_of(side, number)]
        for number, glyphs in enumerate(pages, 1)
    ]
    bodies, margins = _without_margins(lined)
    return _laid_out([*paragraphs_of(bodies), *margins])


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page from top to bottom, the cells of one row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        last = rows[-1] if rows else None
        if last and glyph.base - last[0].base < 0.45 * max(glyph.size, last[0].size):
            last.append(glyph)
        else:
            rows.append([glyph])
    lines: list[Line] = []
    for row in rows:
        found = [line for part in _parts(row) if (line := _line(part, page)).text.strip()]
        lines += [replace(line, cell=True) for line in found] if len(found) > 1 else found
    return lines


def _sides(glyphs: Sequence[Glyph], page: int) -> list[Sequence[Glyph]]:
    """The columns of a page of two columns of prose, the right one moved onto the left; else the page as it is."""
    lines = sorted(lines_of(glyphs, page), key=lambda line: line.left)
    edge = lines[0].right if lines else 0.0
    gaps = 0
    for index, line in enumerate(lines):
        apart = line.left - edge > line.size and gaps < MOST_GAPS
        gaps += apart
        left, right = (lines[:index], lines[index:]) if apart else ([], [])
        if apart and all(_is_prose(side, _edge(side)) for side in (left, right)):
            moved = line.left - left[0].left
            return [
                [glyph for glyph in glyphs if glyph.left < line.left],
                [
                    replace(glyph, left=glyph.left - moved, right=glyph.right - moved)
                    for glyph in glyphs
                    if glyph.left >= line.left
                ],
            ]
        edge = max(edge, line.right)
    return [glyphs]


def _edge(lines: Sequence[Line]) -> float:
    return max(line.right for line in lines)


def _parts(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of a row, parted at gaps; a glyph printed twice in one place (false bold) is taken once."""
    row.sort(key=lambda glyph: glyph.left)
    part: list[Glyph] = []
    edge = 0.0
    for glyph in row:
        if part and any(_doubled(glyph, other) for other in part[-3:]):
            continue
        if part and not glyph.text.isspace() and glyph.left - edge > COLUMN_GAP * glyph.size:
            yield part
            part = []
        if not glyph.text.isspace():
            edge = max(edge, glyph.right) if part else glyph.right
        if part or not glyph.text.isspace():
            part.append(glyph)
    if part:
        yield part


def _doubled(glyph: Glyph, other: Glyph) -> bool:
    near = (
        abs(glyph.left - other.left) < 0.4 * (glyph.right - glyph.left)
        and abs(glyph.base - other.base) < 0.3 * glyph.size
    )
    return near and glyph.text == other.text and not glyph.text.isspace()


def _line(part: Sequence[Glyph], page: int) -> Line:
    size = median(glyph.size for glyph in part)
    base = median(glyph.base for glyph in part)
    said: list[str] = []
    edge = part[0].left
    for glyph in part:
        before = said[-1][-1:] if said else ""
        raised = glyph.size < 0.75 * size and base - glyph.base > 0.15 * size
        if raised and glyph.text.isdigit() and before and not LATIN.match(before):
            continue  # the mark of a footnote; a power after a letter or digit stays
        gap = glyph.left - edge
        if before and not before.isspace() and not glyph.text.isspace():
            words = LATIN.match(before) and LATIN.match(glyph.text)
            letters = WORD.match(before) and WORD.match(glyph.text)
            if gap > (WORD_GAP if letters else DIGIT_GAP if words else SPACE_GAP) * size:
                said.append(" " if words else "\u3000")
        said.append(glyph.text)
        edge = max(edge, glyph.right)
    ink = [glyph for glyph in part if not glyph.text.isspace()] or part
    return Line("".join(said), ink[0].left, max(glyph.right for glyph in ink), base, size, page)


def _without_margins(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Paragraph]]:
    """Pages without page numbers and running heads, and each running head once."""
    tops = Counter(_digitless(line.text) for lines in pages for line in lines[:2])
    ends = Counter(_digitless(line.text) for lines in pages for line in lines[-2:])
    often = max(3, (len(pages) + 1) // 2)
    bodies: list[list[Line]] = []
    margins: dict[str, Paragraph] = {}
    for lines in pages:
        first, last = 0, len(lines)
        while first < min(2, last) and _is_margin(lines, first, tops, often):
            first += 1
        while last > max(first, len(lines) - 2) and _is_margin(lines, last - 1, ends, often):
            last -= 1
        bodies.append(list(lines[first:last]))
        for index in (*range(first), *range(last, len(lines))):
            line = lines[index]
            if not PAGE_NUMBER.fullmatch(line.text.strip()):
                kind = Kind.HEADER if index < first else Kind.FOOTER
                margins.setdefault(_digitless(line.text), Paragraph(line.text.strip(), line.page, kind))
    return bodies, list(margins.values())


def _is_margin(lines: Sequence[Line], index: int, found: Mapping[str, int], often: int) -> bool:
    """Whether a line is a page number, or stands in the same place on many pages."""
    line = lines[index]
    if PAGE_NUMBER.fullmatch(line.text.strip()) and _at_edge(lines, index):
        return True
    return found[_digitless(line.text)] >= often


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands by itself, further from its neighbour than text lines do, or is all of the page."""
    line = lines[index]
    if line.cell or len(lines) == 1:
        return not line.cell and len(lines) == 1
    other = lines[index + 1] if index < 2 and index + 1 < len(lines) else lines[index - 1]
    return abs(other.base - line.base) > 1.2 * max(line.size, other.size) or line.text.strip()[0] in "—–―－-─第"


def _digitless(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", text))


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """Lines joined into paragraphs; a paragraph may run on to the next page."""
    every = [line for lines in pages for line in lines]
    measure = _Measure(every)
    body: list[Line] = []
    for index, line in enumerate(every):
        if line.cell:
            if body:
                yield _joined(body)
                body = []
            if index + 1 == len(every) or not every[index + 1].cell:
                yield from _cells(every, index)
            continue
        if body and not measure.runs_on(body[-1], line):
            yield _joined(body)
            body = []
        body.append(line)
    if body:
        yield _joined(body)


class _Measure:
    """The margins and the distance of lines that are usual in a document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        plain = [line for line in lines if not line.cell] or list(lines)
        long = sorted(plain, key=lambda line: line.right - line.left)[len(plain) // 2 :]
        self.left = min((round(line.left, 1) for line in long), default=0.0)
        lefts = Counter(round(line.left / max(line.size, 0.1)) for line in plain)
        usual = {key for key, count in lefts.items() if count * 8 >= len(plain)}
        flush = [line.left for line in plain if round(line.left / max(line.size, 0.1)) in usual]
        self.left = min(flush, default=self.left)
        self.right = sorted(line.right for line in plain)[int(0.97 * (len(plain) - 1))] if plain else 0.0
        self.rights = dict(_right_margins(plain))
        self.size = median(line.size for line in plain) if plain else 0.0
        gaps = [b.base - a.base for a, b in pairwise(plain) if a.page == b.page and b.base > a.base]
        self.pitch = median(gaps) if gaps else 0.0

    def runs_on(self, above: Line, line: Line) -> bool:
        """Whether ``line`` goes on with the paragraph of ``above``."""
        size = max(above.size, line.size)
        if abs(above.size - line.size) > 0.15 * size:
            return False
        if above.page == line.page and line.base - above.base > 1.6 * max(self.pitch, size):
            return False
        if self._centred(above) and self._centred(line):
            return size > 1.2 * self.size and not above.text.rstrip().endswith(ENDINGS)
        said = above.text.rstrip()
        if above.page != line.page and said.endswith(ENDINGS):
            return False
        short = self.rights.get(above.page, self.right) - above.right
        full = short < SHORT * size and not (said.endswith(ENDINGS) and short > 1.2 * size)
        indented = line.left - self.left > 1.2 * size and line.left - above.left > -0.5 * size
        if indented and abs(line.left - above.left) < 0.5 * size and above.left - self.left > 3 * size:
            indented = False  # a block set in as a whole, such as the note on attachments
        ended = said.endswith(ENDINGS) or indented
        return full and not indented and not (ended and NUMBERED.match(line.text.lstrip()))

    def _centred(self, line: Line) -> bool:
        left, right = line.left - self.left, self.rights.get(line.page, self.right) - line.right
        return min(left, right) > 2.2 * line.size and abs(left - right) < 1.5 * line.size


def _right_margins(lines: Sequence[Line]) -> Iterator[tuple[int, float]]:
    """The right margin of each page on which enough long lines end at one place."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    for page, found in pages.items():
        ends = Counter(round(line.right / max(line.size, 0.1)) for line in found if len(line.text) >= 10)
        end, count = ends.most_common(1)[0] if ends else (0, 0)
        if count >= max(3, len(found) * 0.3):
            yield page, max(line.right for line in found if round(line.right / max(line.size, 0.1)) == end)


def _cells(lines: Sequence[Line], last: int) -> Iterator[Paragraph]:
    """The cells of the table that ends at ``last``, each column's lines joined where they run on."""
    first = last
    while first and lines[first - 1].cell:
        first -= 1
    columns: list[list[Line]] = []
    edges: list[tuple[float, float]] = []
    for line in lines[first : last + 1]:
        at = next((i for i, (left, right) in enumerate(edges) if line.left < right and line.right > left), None)
        if at is None or at >= 64:
            columns.append([line])
            edges.append((line.left, line.right))
        else:
            columns[at].append(line)
            edges[at] = min(edges[at][0], line.left), max(edges[at][1], line.right)
    rows = Counter((line.page, line.base) for line in lines[first : last + 1])
    found: list[tuple[Line, Paragraph]] = []
    for column, (_, right) in zip(columns, edges, strict=True):
        prose = _is_prose(column, right)
        cell: list[Line] = []
        for line in column:
            new_row = rows[line.page, line.base] * 2 > len(columns) and not prose
            if cell and (new_row or not _fills(cell[-1], line, right)):
                found.append((cell[0], replace(_joined(cell), kind=Kind.CELL)))
                cell = []
            cell.append(line)
        found.append((cell[0], replace(_joined(cell), kind=Kind.CELL)))
    yield from (
        paragraph for _, paragraph in sorted(found, key=lambda item: (item[0].page, item[0].base, item[0].left))
    )


def _is_prose(column: Sequence[Line], right: float) -> bool:
    """Whether most lines of a column are long and reach its edge: a column of a page, not of a table."""
    full = [line for line in column if len(line.text.strip()) >= 8 and right - line.right < 1.2 * line.size]
    return len(column) >= 3 and len(full) * 5 >= len(column) * 3


def _fills(above: Line, line: Line, right: float) -> bool:
    """Whether the line above fills its column, close above this one, so that the text runs on."""
    close = above.page == line.page and line.base - above.base < 1.7 * above.size
    long = len(above.text.strip()) >= 4 and right - above.right < 1.2 * above.size
    return close and long and not above.text.rstrip().endswith(ENDINGS) and not NUMBERED.match(line.text)


def _joined(lines: Sequence[Line]) -> Paragraph:
    parts = [lines[0].text]
    for line in lines[1:]:
        before, after = parts[-1].rstrip(), line.text.lstrip()
        words = LATIN if parts[-1] != before or after != line.text else WORD
        if before.endswith(("-", "\u00ad", "\u2010")) and WORD.match(before[-2:-1]) and after[:1].islower():
            before = before[:-1]
        elif words.match(before[-1:]) and words.match(after):
            before += " "
        parts[-1:] = [before, after]
    return Paragraph("".join(parts).strip(" "), lines[0].page)


def _laid_out(paragraphs: Iterable[Paragraph]) -> Document:
    parts: list[str] = []
    blocks: list[Block] = []
    pages: list[tuple[int, int]] = []
    at = 0
    for paragraph in paragraphs:
        said = re.sub(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", paragraph.text).strip(" ")
        if not said:
            continue
        if paragraph.kind not in (Kind.HEADER, Kind.FOOTER) and (not pages or pages[-1][1] < paragraph.page):
            pages.append((at, paragraph.page))
        blocks.append(Block(Span(at, at + len(said)), paragraph.kind, editable=False))
        parts.append(said)
        at += len(said) + 1
    return Document("\n".join(parts), tuple(blocks), {"pages": tuple(pages)})
