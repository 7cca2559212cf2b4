"""Departures from the wanted layout, gathered so that one matter is told once however many paragraphs it is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from lingwu.document import Document, Role, Span
from lingwu.finding import Hit
from lingwu.structure.layout import Layout, Paragraph, Part, parts

MOST_KINDS = 3
"""So many different measured values are told; the rest is 等."""


def gathered(found: Iterable[Part], wrong: Callable[[Part], str], least: int = 1) -> Iterator[Hit]:
    """One hit, at the first of the parts of which ``wrong`` says something, where there are at least ``least``.

    The message may use ``{measured}`` (宋体, or 宋体（30 段）、楷体（7 段）) and ``{count}`` (37 段).
    """
    said = [(part, measured) for part in found if (measured := wrong(part))]
    if len(said) >= max(1, least):
        counts = Counter(measured for _, measured in said)
        yield Hit(said[0][0].block.span, says={"measured": told(counts), "count": f"{len(said)} 段"})


def told(counts: Counter[str]) -> str:
    """Measured values with how often each was found, the commonest first."""
    if len(counts) == 1:
        return next(iter(counts))
    first = [f"{measured}（{count} 段）" for measured, count in counts.most_common(MOST_KINDS)]
    return "、".join(first) + ("等" if len(counts) > MOST_KINDS else "")


def about_page(doc: Document, **says: str) -> Iterator[Hit]:
    """A hit on the page as a whole, told at the title (at the first line where there is none)."""
    at = next(iter([*parts(doc, Role.TITLE), *parts(doc, *Role)]), None)
    yield Hit(at.block.span if at else Span(0, min(1, len(doc.text))), says=says)


def lines_above(layout: Layout, part: Part, pitch: float) -> float:
    """How many empty lines of ``pitch`` points stand between a part and the text above it.

    Empty paragraphs and spacing count alike.
    """
    index = layout.paragraphs.index(part.paragraph)
    room = part.paragraph.before
    for above in reversed(layout.paragraphs[:index]):
        if above.runs:
            return (room + above.after) / pitch
        room += above.before + above.after + (above.pitch or pitch)
    return room / pitch


def usual_pitch(found: Sequence[Part]) -> float:
    """The distance of lines, in points, of most characters of the parts; 0 where it depends on the face."""
    lengths: Counter[float] = Counter()
    for part in found:
        lengths[part.paragraph.pitch] += len(part.text)
    return lengths.most_common(1)[0][0] if lengths else 0.0


def typed_indent(text: str, paragraph: Paragraph) -> float:
    """The first-line indent of a paragraph in 字, blanks typed at its start counted in."""
    blanks = {"\u3000": 1.0, "\u2003": 1.0, "\t": 2.0}
    typed = text[: len(text) - len(text.lstrip())]
    return paragraph.first_line + paragraph.left + sum(blanks.get(char, 0.5) for char in typed)
