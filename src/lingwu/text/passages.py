"""A quotation beside the passage of a text that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lingwu.text.alignment import Difference, align
from lingwu.text.grams import SIZE, WORD

SHORTEST = 10
"""A quotation with fewer characters may be like much by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """The passage nearest to a quotation.

    ``passage`` is the text with its marks, ``source`` the name of the file it stands in, ``characters`` the passage
    without marks; ``differences`` are those of the quotation's characters from these.
    """

    passage: str
    source: str
    characters: str
    differences: tuple[Difference, ...]

    @property
    def size(self) -> int:
        """How many characters differ."""
        return sum(difference.size for difference in self.differences)


def characters(text: str) -> str:
    """``text`` without marks and spaces."""
    return "".join(WORD.findall(text))


def match_at(quotation: str, window: str, i: int, j: int, source: str) -> Match | None:
    """The match of the whole ``quotation`` (characters only) with ``window`` around a run they share.

    ``i`` is the run's offset in the quotation, ``j`` its offset in the window (marks included). None where the two do
    not agree from the quotation's beginning to its end, or in too little.
    """
    offsets = [at for word in WORD.finditer(window) for at in range(*word.span())]
    plain = "".join(window[at] for at in offsets)
    j = sum(at < j for at in offsets)
    if quotation[i : i + SIZE] != plain[j : j + SIZE]:
        return None
    found = align(quotation, plain, i, j)
    if found.a > 0 or found.b < len(quotation):
        return None
    turned = tuple(Difference(d.x - found.x, d.y - found.x, d.a, d.b) for d in found.differences)
    if sum(d.size for d in turned) > max(1, len(quotation) // 8):
        return None
    passage = window[offsets[found.x] : offsets[found.y - 1] + 1]
    return Match(passage, source, plain[found.x : found.y], turned)


def nearest_of(matches: Iterable[Match | None]) -> Match | None:
    """The match with the fewest differing characters."""
    return min((match for match in matches if match), key=lambda match: match.size, default=None)


def nearest_in(text: str, quotation: str, source: str) -> Match | None:
    """The match of ``quotation`` (characters only) in a short text."""
    found = (text.find(quotation[i : i + SIZE]) for i in range(len(quotation) - SIZE + 1))
    tries = ((i, j) for i, j in enumerate(found) if j >= 0)
    return nearest_of(match_at(quotation, text, i, j, source) for i, j in tries)
