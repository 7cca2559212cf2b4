"""Where a document quotes a well-known line, whole or in part, and how the quotation differs from the original.

The checker's one scan finds the seeds (short runs of characters) of the library's lines; around each, text and original
are laid side by side, marks left out. A difference that some accepted reading explains is none; of several lines that
fit a place, the one with most characters in common counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lingwu.anchors import digest_of, remembered
from lingwu.document import Block, Document, Span
from lingwu.finding import Hit
from lingwu.structure.marks import QUOTES, marks
from lingwu.structure.sayings import ALIKE, LEXICON, SEED, SEED_OF_PROSE, WORD, Reading, Saying, Standing, library
from lingwu.text.alignment import Alignment, Difference, align, differences

LEAST = 4
"""Alignments with fewer characters in common are chance."""

MOST = 300
"""How often one line is looked for in one paragraph: a guard against texts made to be slow."""

NEAR = 4
"""Seeds of one line that lie apart in the text as in the line, but for so many characters, belong together."""

EDGE = 2
"""At most so many characters may be wrong where a quotation begins or ends."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph without its marks: ``chars[i]`` stands at offset ``at[i]`` of the document's text."""

    text: str
    chars: str
    plain: str
    at: tuple[int, ...]

    def begins(self, i: int) -> bool:
        """Whether a clause begins with the character ``i``: a mark, a space or nothing stands before it."""
        return i == 0 or i >= len(self.at) or self.at[i] > self.at[i - 1] + 1

    def gap(self, i: int) -> str:
        """What stands between the characters ``i - 1`` and ``i``."""
        return self.text[self.at[i - 1] + 1 : self.at[i]] if 0 < i < len(self.at) else ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A line of the library that stands in the text.

    ``differences`` are against ``reading`` in characters; ``quote`` is the span of the quotation marks around it (its
    marks included), where there are any; ``known`` marks a misquotation that the library itself lists.
    """

    reading: Reading
    place: Place
    alignment: Alignment
    differences: tuple[Difference, ...]
    quote: Span | None = None
    known: bool = False

    @property
    def saying(self) -> Saying:
        """The line of the library."""
        return self.reading.saying

    @property
    def span(self) -> Span:
        """Where it stands in the document, from the first to the last character."""
        return Span(self.place.at[self.alignment.x], self.place.at[self.alignment.y - 1] + 1)

    @property
    def clauses(self) -> int:
        """How many clauses of the line stand in the text, each from its beginning to its end."""
        a, b = self.alignment.a, self.alignment.b
        return sum(a <= start and end <= b for start, end in pairwise(self.reading.clauses))

    @property
    def original(self) -> str:
        """The clauses of the line that are quoted, with their marks."""
        bounds = self.reading.clauses
        start = bounds[bisect_right(bounds, self.alignment.a) - 1]
        stop = bounds[bisect_left(bounds, self.alignment.b)]
        printed = zip(self.reading.chars[start:stop], self.reading.marks[start:stop], strict=True)
        return "".join(char + mark for char, mark in printed).rstrip("，；、：")

    @property
    def whole(self) -> bool:
        """Whether it begins and ends where clauses begin and end, in the line and in the text."""
        a = self.alignment
        bounds = self.reading.clauses
        return a.a in bounds and a.b in bounds and self.place.begins(a.x) and self.place.begins(a.y)


@dataclass(frozen=True)
class Quotes:
    """A finder for rules about well-known lines: ``judge`` turns each quotation into a hit, or passes it over."""

    judge: Callable[[Document, Quotation], Hit | None]

    @property
    def anchors(self) -> Sequence[str]:
        """The seeds of all lines."""
        return remembered(digest_of(LEXICON), lambda: library().seeds)

    def __call__(self, doc: Document) -> Iterator[Hit]:
        """The hits of a whole document."""
        return self.near(doc, [(at, at + size) for size in (SEED, SEED_OF_PROSE) for at in _seeded(doc.text, size)])

    def near(self, doc: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
        """The hits around the places of seeds."""
        for quotation in doc.derive(_Search(tuple(spans))):
            hit = self.judge(doc, quotation)
            if hit:
                yield hit


@dataclass(frozen=True)
class _Search:
    """All quotations around the seeds at ``spans``; equal searches are made once for a document."""

    spans: tuple[tuple[int, int], ...]

    def __call__(self, doc: Document) -> tuple[Quotation, ...]:
        by_block: dict[int, tuple[Block, list[tuple[int, int]]]] = {}
        for start, end in self.spans:
            block = doc.block_at(start)
            if block and end <= block.span.end:
                by_block.setdefault(block.span.start, (block, []))[1].append((start, end))
        return tuple(q for block, seeds in by_block.values() for q in _in_block(doc, block, sorted(seeds)))


def _seeded(text: str, size: int) -> list[int]:
    seeds = library().seeds
    return [at for at in range(len(text) - size + 1) if text[at : at + size] in seeds]


def _in_block(doc: Document, block: Block, seeds: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    place = _place(doc.text, block.span)
    found = _alignments(doc.text, place, seeds)
    stretches = sorted(s for reading, a in found if reading.standing is not Standing.SLIP for s in _stretches(a))
    quotes: list[Quotation] = []
    for reading, alignment in found:
        if reading.standing is Standing.SLIP:
            quotes += _misquoted(place, reading, alignment)
        else:
            rest = tuple(d for d in alignment.differences if not _explained(place, d, stretches))
            quotes.append(Quotation(reading, place, alignment, rest))
    yield from (replace(q, quote=_quote(doc, q.span)) for q in _best(quotes))


def _place(text: str, span: Span) -> Place:
    words = list(WORD.finditer(text, span.start, span.end))
    chars = "".join(word.group() for word in words)
    return Place(text, chars, chars.translate(ALIKE), tuple(at for word in words for at in range(*word.span())))


def _alignments(text: str, place: Place, seeds: Sequence[tuple[int, int]]) -> list[tuple[Reading, Alignment]]:
    known = library()
    last: dict[tuple[int, int], Alignment] = {}
    tries: dict[int, int] = defaultdict(int)
    found = []
    for start, end in seeds:
        j = bisect_left(place.at, start)
        for index, offset in known.seeds[text[start:end]]:
            here = (index, (j - offset) // NEAR)
            if (here in last and j < last[here].y) or tries[index] >= MOST:
                continue
            tries[index] += 1
            reading = known.readings[index]
            last[here] = align(reading.plain, place.plain, offset, j)
            if last[here].matched >= LEAST:
                found.append((reading, _to_edges(reading, place, last[here])))
    return found


def _to_edges(reading: Reading, place: Place, a: Alignment) -> Alignment:
    """``a`` with what is wrong between its ends and the nearest beginning and end of a clause, if little is."""
    start = reading.clauses[bisect_right(reading.clauses, a.a) - 1]
    first = next((x for x in range(a.x, max(-1, a.x - EDGE - 1), -1) if place.begins(x)), None)
    if 0 < a.a - start <= EDGE and first is not None:
        wrong = differences(reading.plain[start : a.a], place.plain[first : a.x], start, first)
        a = Alignment(start, a.b, first, a.y, (*wrong, *a.differences))
    stop = reading.clauses[bisect_left(reading.clauses, a.b)]
    last = next((y for y in range(a.y, min(len(place.at), a.y + EDGE) + 1) if place.begins(y)), None)
    if 0 < stop - a.b <= EDGE and last is not None:
        wrong = differences(reading.plain[a.b : stop], place.plain[a.y : last], a.b, a.y)
        a = Alignment(a.a, stop, a.x, last, (*a.differences, *wrong))
    return a


def _stretches(a: Alignment) -> Iterator[tuple[int, int]]:
    """The runs of the text, each at least ``LEAST`` long, that agree with a reading."""
    edges = [a.x, *(edge for d in a.differences for edge in (d.x, d.y)), a.y]
    yield from ((x, y) for x, y in zip(edges[::2], edges[1::2], strict=True) if y - x >= LEAST)


def _explained(place: Place, d: Difference, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether an accepted reading runs over the difference without one, on either side to a clause's end or beyond."""
    if d.x == d.y:
        return any(x < d.x < y for x, y in stretches)
    return any(
        (x < d.x or (x == d.x and place.begins(x))) and (d.y < y or (d.y == y and place.begins(y)))
        for x, y in stretches
    )


def _misquoted(place: Place, reading: Reading, a: Alignment) -> Iterator[Quotation]:
    """A known misquotation that stands there word for word, as a quotation of the line as printed."""
    if a.matched < len(reading.plain) or a.differences:
        return
    printed = library().printed[reading.saying]
    text = place.plain[a.x : a.y]
    runs = [(s, e) for i, s in enumerate(printed.clauses) for e in printed.clauses[i + 1 :]]
    found = [(sum(d.size for d in differences(printed.plain[s:e], text)), s, e) for s, e in runs]
    _, s, e = min(found)
    moved = tuple(differences(printed.plain[s:e], text, s, a.x))
    yield Quotation(printed, place, Alignment(s, e, a.x, a.y, moved), moved, known=True)


def _best(quotes: Iterable[Quotation]) -> list[Quotation]:
    """Of quotations that overlap, the one with most in common (a clean one and a printed reading before others)."""
    ranked = sorted(
        quotes,
        key=lambda q: (
            not q.known,
            -q.alignment.matched + 2 * len(q.differences),
            q.reading.standing is not Standing.PRINTED,
            q.alignment.x,
        ),
    )
    taken: list[tuple[int, int]] = []
    best = []
    for q in ranked:
        x, y = q.alignment.x, q.alignment.y
        at = bisect_left(taken, (x, y))
        if (at == 0 or taken[at - 1][1] <= x) and (at == len(taken) or y <= taken[at][0]):
            taken.insert(at, (x, y))
            best.append(q)
    return sorted(best, key=lambda q: q.alignment.x)


def _quote(doc: Document, span: Span) -> Span | None:
    """The innermost quotation marks around ``span``."""
    quotes = doc.derive(_quote_spans)
    index = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
    for quote in quotes[max(0, index - 3) : index + 1][::-1]:
        if quote.covers(span):
            return quote
    return None


def _quote_spans(doc: Document) -> list[Span]:
    return [pair.span for pair in marks(doc).pairs if pair.open in QUOTES]
