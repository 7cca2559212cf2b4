"""How text is cut for the search: characters, words of letters and digits, and each pair of neighbours.

"滨政办发〔2026〕12号" is the units 滨 政 办 发 2026 12 号; their pairs 滨_政 … 2026_12, 12_号 make a search for several
characters exact without keeping positions. Brackets and quotation marks do not part neighbours, other marks do.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

LONGEST = 200_000
"""Characters of a text that are indexed; a tsvector may hold no more than 1 MiB."""
MOST_WORDS = 8
"""Words of a query that count."""
UNIT = re.compile(r"[0-9a-z]+|[^\W_]")
PARTS = re.compile(r"(?:[^\w〔〕\[\]［］【】()（）《》〈〉“”‘’\"'「」『』.·\-]|_)+")
"""What parts neighbours: blanks, commas, full stops and the like."""


def even(text: str) -> str:
    """``text`` in lower case and half width, each character for one, so that positions stay."""
    return "".join(_even(character) for character in text)


def words_of(text: str) -> list[str]:
    """All units and pairs of ``text``, each once, in order of appearance."""
    found: dict[str, None] = {}
    for units in _runs(text[:LONGEST]):
        found.update(dict.fromkeys(units))
        found.update(dict.fromkeys(map("_".join, itertools.pairwise(units))))
    return list(found)


def asked_for(query: str) -> list[str]:
    """The words of ``query``, parted by blanks, even, at most ``MOST_WORDS``; those without a character left out."""
    return [word for word in even(query).split() if UNIT.search(word)][:MOST_WORDS]


def needed(word: str) -> list[tuple[str, bool]]:
    """What has to be in the index where ``word`` is in the text; true where it needs only be the beginning."""
    found: list[tuple[str, bool]] = []
    for units in _runs(word):
        pairs = list(map("_".join, itertools.pairwise(units))) or units
        found += [(pair, False) for pair in pairs[:-1]]
        found.append((pairs[-1], units[-1].isascii()))
    return found


def _runs(text: str) -> Iterator[list[str]]:
    for part in PARTS.split(even(text)):
        units = UNIT.findall(part)
        if units:
            yield units


def _even(character: str) -> str:
    if character.isascii():
        return character.lower()
    changed = unicodedata.normalize("NFKC", character).lower()
    return changed if len(changed) == 1 else character
