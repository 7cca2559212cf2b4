"""How paragraphs are set: alignment, indents, spacing and borders, through the styles down to the paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from lingwu.document import Span
from lingwu.formats.docx.looks import Looks, points
from lingwu.formats.docx.names import Element, child, is_on, local, value
from lingwu.structure.layout import Page, Paragraph, Run

Said = dict[str, str]
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "ind": ("firstLine", "firstLineChars", "hanging", "hangingChars", "left", "leftChars", "start", "startChars",
            "right", "rightChars", "end", "endChars"),
    "spacing": ("before", "beforeLines", "beforeAutospacing", "after", "afterLines", "afterAutospacing", "line",
                "lineRule"),
}  # fmt: skip
FLAGS = ("snapToGrid", "pageBreakBefore", "contextualSpacing")
ALIGNMENTS = {"start": "left", "end": "right", "justify": "both", "thaiDistribute": "distribute"}
SINGLE = 240
"""The w:line of single spacing."""
LINE = 12.0
"""The line, in points, that w:beforeLines counts in where there is no grid."""
NO_BORDER = frozenset({"", "nil", "none"})


class Paragraphs:
    """The paragraph formats of a document."""

    def __init__(self, styles: Element | None, looks: Looks) -> None:
        self.looks = looks
        self._base = _said(child(child(child(styles, "docDefaults"), "pPrDefault"), "pPr"))
        self._by_style: dict[str, Said] = {}

    def said(self, properties: Element | None) -> Said:
        """What holds for a paragraph with the w:pPr ``properties``."""
        return {**self._base, **self._of_style(value(child(properties, "pStyle"))), **_said(properties)}

    def borders(self, properties: Element | None) -> dict[str, Element]:
        """The borders above and below a paragraph (``top``, ``bottom``) that show."""
        found: dict[str, Element] = {}
        chain = self.looks.chain(value(child(properties, "pStyle")) or self.looks.default)
        for level in (*(child(el, "pPr") for el in chain), properties):
            borders = child(level, "pBdr")
            found |= {local(el.tag): el for el in (() if borders is None else borders)}
        return {side: el for side in ("top", "bottom") if (el := found.get(side)) is not None and _shows(el)}

    def described(
        self, properties: Element | None, span: Span, runs: tuple[Run, ...], *, page: Page | None = None,
        numbered: bool = False, framed: bool = False, breaks: tuple[bool, bool] = (False, False),
    ) -> Paragraph:  # fmt: skip
        """The layout of a paragraph; ``breaks``: whether a page begins with it, ends after it."""
        said = self.said(properties)
        mark = self.looks.of(value(child(properties, "pStyle")), child(properties, "rPr"))
        size = (max(runs, key=lambda run: len(run.span)).look if runs else mark).size
        grid = page.grid_pitch if page and said.get("snapToGrid") != "0" else 0.0
        return Paragraph(
            span=span,
            runs=runs,
            alignment=ALIGNMENTS.get(said.get("jc", ""), said.get("jc", "")) or "left",
            first_line=_first_line(said, size),
            left=_left(said, size),
            right=_indent(said, ("right", "end"), size),
            before=_space(said, "before", grid),
            after=_space(said, "after", grid),
            pitch=_pitch(said, grid, size),
            numbered=numbered,
            framed=framed or child(properties, "framePr") is not None,
            begins_page=breaks[0] or said.get("pageBreakBefore") == "1",
            ends_page=breaks[1],
        )

    def _of_style(self, id: str) -> Said:
        if id not in self._by_style:
            said: Said = {}
            for el in self.looks.chain(id or self.looks.default):
                said |= _said(child(el, "pPr"))
            self._by_style[id] = said
        return self._by_style[id]


def _said(properties: Element | None) -> Said:
    said: Said = {}
    for el in () if properties is None else properties:
        name = local(el.tag)
        if name in ATTRIBUTES:
            said |= {f"{name}.{key}": found for key in ATTRIBUTES[name] if (found := value(el, key))}
        elif name == "jc":
            said["jc"] = value(el)
        elif name in FLAGS:
            said[name] = "1" if is_on(el) else "0"
    return said


def _first_line(said: Said, size: float) -> float:
    """The first-line indent in characters, a hanging one negative; what is said in characters goes first."""
    for name, sign in (("hanging", -1), ("firstLine", 1)):
        found = _length(said, name, size)
        if found:
            return sign * found
    return 0.0


def _left(said: Said, size: float) -> float:
    """The left indent of the lines but the first. Said in characters, it does not count a hanging indent in."""
    left = _indent(said, ("left", "start"), size)
    in_characters = _number(said.get("ind.leftChars", "")) or _number(said.get("ind.startChars", ""))
    return left + _number(said.get("ind.hangingChars", "")) / 100 if in_characters else left


def _indent(said: Said, names: tuple[str, ...], size: float) -> float:
    return next((found for name in names if (found := _length(said, name, size))), 0.0)


def _length(said: Said, name: str, size: float) -> float:
    characters = _number(said.get(f"ind.{name}Chars", ""))
    if characters:
        return characters / 100
    return points(said.get(f"ind.{name}", "")) / size if size else 0.0


def _space(said: Said, side: str, grid: float) -> float:
    if said.get(f"spacing.{side}Autospacing") in {"1", "true", "on"}:
        return 0.0
    lines = _number(said.get(f"spacing.{side}Lines", ""))
    return lines / 100 * (grid or LINE) if lines else points(said.get(f"spacing.{side}", ""))


def _pitch(said: Said, grid: float, size: float) -> float:
    """The distance of lines: as said where it is exact, else so many lines of the grid as it takes; 0: by the face."""
    rule, line = said.get("spacing.lineRule", "auto"), said.get("spacing.line", "")
    if rule == "exact":
        return points(line)
    if not grid:
        return 0.0
    least = points(line) if rule == "atLeast" else 0.0
    times = (_number(line) or SINGLE) / SINGLE if rule == "auto" else 1.0
    tall = max(size * 1.3, least)
    return -(-tall // grid) * grid * times


def _number(said: str) -> float:
    return float(said) if said.lstrip("-").isdecimal() and len(said) < 8 else 0.0


def _shows(border: Element) -> bool:
    return value(border) not in NO_BORDER
