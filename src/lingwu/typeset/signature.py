"""署名, 成文日期 and the room for seals (7.3.5): how many blank lines above and how many 字 from the right.

The modes are those of the standard: sealed (7.3.5.1), without a seal (7.3.5.2), with a signature stamp (7.3.5.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lingwu.gbt9704 import geometry as g
from lingwu.typeset.model import Paragraph, Part, width

LINES_OVER_SEALED = 2
"""Blank lines that leave room for a seal whose top is within one line of the text (derived from 7.3.5.1)."""
LINES_BETWEEN_SEALS = 4
"""Blank lines between rows of names, each with a seal of 42 to 50 mm on it (derived)."""
LEAST_RIGHT = 0.5
"""A long name may come so near to the right edge, in 字, before its date moves left with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one line: blank lines above, 字 free on its right; or the centres of names in a row, in 字."""

    lines: float
    right: float = 0.0
    stops: tuple[float, ...] = ()


def single(run: Sequence[Paragraph], characters: int) -> list[Place]:
    """Sealed: the date four 字 from the right, the name centred over it; several names in rows, the last over it."""
    names = [item for item in run if item.part is Part.ISSUER]
    dates = [item for item in run if item.part is Part.DATE]
    date = width(dates[0].text) if dates else 0.0
    if any("\t" in name.text for name in names):
        return _rows(run, characters, date)
    longest = max((width(name.text) for name in names), default=0.0)
    right = g.DATE_INDENT_SEALED + (date - longest) / 2
    right = max(right, LEAST_RIGHT) if names else 0.0
    centre = right + longest / 2 if names else g.DATE_INDENT_SEALED + date / 2
    return [
        Place(_over(index, item), max(centre - width(item.text) / 2, 0.0))
        for index, item in enumerate(run)
    ]  # fmt: skip


def unsealed(run: Sequence[Paragraph]) -> list[Place]:
    """Without a seal: the name two 字 from the right, the date's first character two 字 to the right of its first."""
    names = [width(item.text) for item in run if item.part is Part.ISSUER]
    date = next((width(item.text) for item in run if item.part is Part.DATE), 0.0)
    name = max(names, default=0.0)
    right = float(g.ISSUER_INDENT_UNSEALED)
    if names and date > name:
        right += g.DATE_OFFSET_UNSEALED + date - name
    places = []
    for index, item in enumerate(run):
        over = g.LINES_OVER_ISSUER if index == 0 else 0
        if item.part is Part.ISSUER:
            places.append(Place(over, right + (name - width(item.text)) / 2))
        else:
            last = names[-1] if names else date
            shift = right + (name - last) / 2 + last - g.DATE_OFFSET_UNSEALED - date if names else right
            places.append(Place(over, max(shift, 0.0)))
    return places


def stamped(run: Sequence[Paragraph]) -> list[Place]:
    """With a signature stamp: two blank lines, post and name four 字 from the right, one blank line, the date."""
    places = []
    for index, item in enumerate(run):
        first = index == 0
        lines = g.LINES_OVER_STAMP if first else g.LINES_UNDER_STAMP if item.part is Part.DATE else 0
        places.append(Place(lines, g.STAMP_INDENT))
    return places


def _over(index: int, item: Paragraph) -> float:
    return LINES_OVER_SEALED if index == 0 else 0


def _rows(run: Sequence[Paragraph], characters: int, date: float) -> list[Place]:
    """Names in rows of two or three; the date centred under the last name."""
    places: list[Place] = []
    last = characters / 2
    for index, item in enumerate(run):
        if item.part is Part.ISSUER:
            count = item.text.strip("\t").count("\t") + 1
            stops = tuple((i + 0.5) * characters / count for i in range(count))
            last = stops[-1]
            places.append(Place(LINES_OVER_SEALED if index == 0 else LINES_BETWEEN_SEALS, stops=stops))
        else:
            places.append(Place(0, max(characters - last - date / 2, 0.0)))
    return places
