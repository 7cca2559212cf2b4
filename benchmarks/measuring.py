"""Reads off a PDF where characters and rules stand: millimetres from the top left corner of the sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]

POINT = 25.4 / 72
ASCENT = 0.88
"""The share of an ideographic em box above the baseline, in every font of East Asia."""
SAME_LINE = 1.0
"""Millimetres between the baselines of two characters of one line."""
SCALE = 600 / 72


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its advance from ``left`` to ``right``, its baseline, its size in mm."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    red: bool


@dataclass(frozen=True)
class Line:
    """The characters on one baseline, from left to right; ``text`` has no blanks."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def top(self) -> float:
        """The top of the em box."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The bottom of the em box."""
        return self.baseline + (1 - ASCENT) * self.size

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def red(self) -> bool:
        return self.glyphs[0].red


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal rule."""

    left: float
    right: float
    y: float
    thickness: float
    red: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; ``lines`` from top to bottom."""

    width: float
    height: float
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]

    def line(self, beginning: str) -> Line | None:
        """The first line that begins so (blanks do not count)."""
        wanted = "".join(beginning.split())
        return next((line for line in self.lines if line.text.startswith(wanted)), None)


class Measured:
    """A PDF and its pages."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            self.sheets = tuple(_sheet(page) for page in pdf.pages)

    def ink(self, number: int, left: float, top: float, right: float, bottom: float) -> float | None:
        """The middle, from the top of page ``number`` (from 0), of what is dark in a box; None where nothing is."""
        sheet = self.sheets[number]
        pdf = pypdfium2.PdfDocument(self._data)
        try:
            crop = tuple(side / POINT for side in (left, sheet.height - bottom, sheet.width - right, top))
            picture = pdf[number].render(scale=SCALE, crop=crop, grayscale=True).to_pil()
        finally:
            pdf.close()
        box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
        return None if box is None else top + (box[1] + box[3]) / 2 / SCALE * POINT


def _sheet(page: Any) -> Sheet:
    glyphs = [_glyph(char, float(page.height)) for char in page.chars if char["text"].strip() and char["upright"]]
    strokes = sorted(_strokes(page), key=lambda stroke: stroke.y)
    return Sheet(page.width * POINT, page.height * POINT, tuple(_lines(glyphs)), tuple(strokes))


def _glyph(char: dict[str, Any], height: float) -> Glyph:
    baseline = (height - char["matrix"][5]) * POINT
    return Glyph(
        char["text"], char["x0"] * POINT, char["x1"] * POINT, baseline, char["size"] * POINT,
        _is_red(char["non_stroking_color"]),
    )  # fmt: skip


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if row and glyph.baseline - row[0].baseline > SAME_LINE:
            yield Line(tuple(sorted(row, key=lambda one: one.left)))
            row = []
        row.append(glyph)
    if row:
        yield Line(tuple(sorted(row, key=lambda one: one.left)))


def _strokes(page: Any) -> Iterator[Stroke]:
    for line in page.lines:
        if abs(line["top"] - line["bottom"]) < 1:
            red, middle = _is_red(line["stroking_color"]), (line["top"] + line["bottom"]) / 2
            yield Stroke(line["x0"] * POINT, line["x1"] * POINT, middle * POINT, line["linewidth"] * POINT, red)
    for rect in (*page.rects, *page.curves):
        thick = abs(rect["bottom"] - rect["top"])
        if thick < 6 and rect["x1"] - rect["x0"] > 20 * thick:
            colour = rect["non_stroking_color"] if rect.get("fill") else rect["stroking_color"]
            middle = (rect["top"] + rect["bottom"]) / 2
            yield Stroke(rect["x0"] * POINT, rect["x1"] * POINT, middle * POINT, thick * POINT, _is_red(colour))


def _is_red(colour: Any) -> bool:
    return isinstance(colour, tuple) and len(colour) == 3 and colour[0] > 0.7 and max(colour[1:]) < 0.4
