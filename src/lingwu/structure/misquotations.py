"""Whether a quotation that differs from its original is a slip, a free use of the line, or nothing to speak of.

A line may be shortened, turned to another purpose or woven into a sentence; only what cannot well be meant is a slip.
"""

from __future__ import annotations

import re
from enum import Enum

from lingwu.document import Span
from lingwu.finding import Edit, Hit
from lingwu.structure.quotations import Quotation
from lingwu.text.alignment import Difference

PARTICLES = frozenset("也矣焉者之夫兮乎而其于则故以所哉耳与是乃必就皆亦且为的了才将可要又")
"""Words that are often left out, put in or changed when a line is quoted freely."""

OPENERS = frozenset("故夫且盖则而是以今其凡然苟若曰")
"""Words that join a sentence to the one before; a quotation may begin behind them."""

NEGATIONS = frozenset("不无毋勿未非莫没弗否别")
INTRODUCED = r"(?:曰|云|言|说过?|说道|道|指出|写道|讲过?|古语|古训|名言|名句|诗句)[：:，,]?\s*[“‘]?$"


class Sureness(Enum):
    """How sure it is that a difference is a slip."""

    SURE = 1
    LIKELY = 2


def sureness(q: Quotation) -> Sureness | None:
    """How sure it is that ``q`` misquotes its line; None where it does not, or may well mean to."""
    found = _slips(q)
    if not found:
        return None
    if q.known:
        return Sureness.SURE if q.quote or sum(d.size for d in found) == 1 else Sureness.LIKELY
    if _mistyped(q, found):
        return Sureness.SURE if q.quote else Sureness.LIKELY
    return None if _free(q, found) else _of_difference(q, found)


def _slips(q: Quotation) -> list[Difference]:
    return [d for d in q.differences if q.known or not _woven(q, d)]


def _of_difference(q: Quotation, found: list[Difference]) -> Sureness | None:
    first, matched, alone = found[0], q.alignment.matched, len(found) == 1
    if all(_slight(q, d) for d in found):
        unasked = alone and _pieces(q, first) in {("乎", ""), ("哉", "")} and first.b in q.reading.clauses
        return Sureness.LIKELY if unasked and matched >= 10 and (q.quote or introduced(q)) else None
    one = alone and first.size == 1
    if not q.quote:
        return Sureness.LIKELY if one and matched >= 9 and not q.reading.prose and _inner(q, first) else None
    if one and matched >= 9 and q.saying.work != "俗语":
        return Sureness.SURE
    return Sureness.LIKELY if (one and matched >= 7) or matched >= 14 else None


def introduced(q: Quotation) -> bool:
    """Whether words such as 有云 or 指出 stand directly before the quotation."""
    start = q.quote.start if q.quote else q.span.start
    return bool(re.search(INTRODUCED, q.place.text[max(0, start - 12) : start]))


def hit(q: Quotation) -> Hit:
    """The hit that puts the original's characters where the differences are."""
    found = _slips(q)
    edits = tuple(_edit(q, d) for d in found)
    span = Span(min(_wide(q, e).start for e in edits), max(_wide(q, e).end for e in edits))
    return Hit(span, edits=edits, says={"source": q.saying.source, "original": q.original})


def _mistyped(q: Quotation, found: list[Difference]) -> bool:
    """Whether the only difference is a character typed twice or characters in each other's place."""
    clear = len(found) == 1 and q.clauses > 1 and q.whole and q.alignment.matched >= 6 and not _crosses(q, found[0])
    return clear and (_twice(q, found[0]) or _swapped(q, found[0]))


def _twice(q: Quotation, d: Difference) -> bool:
    new = q.place.plain[d.x : d.y]
    beside = (q.place.plain[d.y : d.y + len(new)], q.place.plain[max(0, d.x - len(new)) : d.x])
    return d.a == d.b and new in beside


def _free(q: Quotation, found: list[Difference]) -> bool:
    """Whether the differences look meant, or are too many or too unclear to call a slip."""
    pairs = [_pieces(q, d) for d in found]
    crossing = any(_crosses(q, d) for d in found)
    negated = any(NEGATIONS & (set(old) ^ set(new)) for old, new in pairs)
    repeated = len(set(pairs)) < len(pairs)
    replaced = any(
        min(len(old), len(new)) > 1 and not _swapped(q, d) for d, (old, new) in zip(found, pairs, strict=True)
    )
    size = sum(d.size for d in found)
    few = q.clauses < 2 or not q.whole or size > 2 or size * 6 > q.alignment.matched + 6
    return crossing or negated or repeated or few or (replaced and q.alignment.matched < 14)


def _woven(q: Quotation, d: Difference) -> bool:
    """Words put before or behind a clause join it to the sentence: no slip, unless a character was typed twice.

    Nor is it one to begin behind the first words of a clause, or to end before its last.
    """
    if d.a < d.b:
        opener = d.a == 0 and q.reading.plain[: d.b] in OPENERS
        return d.x == d.y and (opener or (d.size > 1 and (d.x == q.alignment.x or d.y == q.alignment.y)))
    return not _twice(q, d) and (q.place.begins(d.x) or q.place.begins(d.y))


def _slight(q: Quotation, d: Difference) -> bool:
    """Whether only particles differ."""
    old, new = _pieces(q, d)
    return set(old + new) <= PARTICLES


def _inner(q: Quotation, d: Difference) -> bool:
    """Whether the original goes on at both sides of the difference within its clause, or it replaces characters."""
    return d.x < d.y or (d.a not in q.reading.clauses and d.b not in q.reading.clauses)


def _swapped(q: Quotation, d: Difference) -> bool:
    old, new = _pieces(q, d)
    return len(old) > 1 and old == new[::-1]


def _pieces(q: Quotation, d: Difference) -> tuple[str, str]:
    return q.reading.plain[d.a : d.b], q.place.plain[d.x : d.y]


def _crosses(q: Quotation, d: Difference) -> bool:
    """Whether the difference runs over a mark, in the text or in the original."""
    text = any(q.place.begins(i) for i in range(d.x + 1, d.y))
    return text or any(d.a < bound < d.b for bound in q.reading.clauses) or "…" in q.place.gap(d.x) + q.place.gap(d.y)


def _edit(q: Quotation, d: Difference) -> Edit:
    new, at = q.reading.chars[d.a : d.b], q.place.at
    if d.x < d.y:
        return Edit(Span(at[d.x], at[d.y - 1] + 1), new)
    if d.a in q.reading.clauses:
        return Edit(Span(at[d.x], at[d.x]), new)
    end = at[d.x - 1] + 1
    mark = q.reading.marks[d.b - 1]
    if mark in ("！", "？") and q.place.text[end : end + 1] == "。":
        return Edit(Span(end, end + 1), new + mark)
    return Edit(Span(end, end), new)


def _wide(q: Quotation, edit: Edit) -> Span:
    """What to show for an edit: where it only inserts, the characters at its sides."""
    if edit.span:
        return edit.span
    at = edit.span.start
    start = at - 1 if at > q.span.start else at
    return Span(start, at + 1 if at < q.span.end else at)
