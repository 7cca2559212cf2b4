"""Whether a place in a text stands inside a match of a regex."""

from __future__ import annotations

import re

REACH = 24
"""How many code points to either side of the place are looked at."""


def stands_inside(regex: re.Pattern[str], text: str, start: int, end: int, reach: int = REACH) -> bool:
    """Whether some match of ``regex`` within the same line, at most ``reach`` away, covers ``start:end``."""
    near = max(0, start - reach)  # never look at the whole line: it may be the whole text
    left = max(text.rfind("\n", near, start) + 1, near)
    line_end = text.find("\n", end, end + reach)
    right = min(len(text), end + reach) if line_end < 0 else line_end
    match = regex.search(text, left, right)
    while match and not (match.start() <= start and end <= match.end()):
        match = regex.search(text, match.start() + 1, right) if match.start() < start else None
    return match is not None
