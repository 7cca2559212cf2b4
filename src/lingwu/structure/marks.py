"""Paired marks: which opening quote, bracket or title mark belongs to which closing one, and which stand alone.

Pairs are sought within a block, and quotations that run over blocks are allowed for: a paragraph may open a quotation
again that the paragraph before left open (GB/T 15834—2011, 4.8.3.5). A closing mark never reaches past an unclosed
mark of another kind unless that other mark has no partner of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lingwu.document import Document, Span

CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "〔": "〕", "【": "】", "［": "］",
           "[": "]", "「": "」", "『": "』", "{": "}"}  # fmt: skip
OPENING = {close: open_ for open_, close in CLOSING.items()}
MARKS = re.compile("[" + re.escape("".join(CLOSING) + "".join(OPENING)) + "]")
QUOTES = frozenset("“‘「『")
ALIKE = {"（": "(", "(": "（", "）": ")", ")": "）"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together; ``span`` reaches from the opening to behind the closing mark.

    ``depth`` counts the pairs of the same opening mark around this one.
    """

    open: str
    span: Span
    depth: int

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return Span(self.span.start + 1, self.span.end - 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """All pairs of a document by where they start, and the offsets of the marks without a partner."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]


def marks(doc: Document) -> Marks:
    """The paired marks of ``doc``, worked out once for it."""
    return doc.derive(_marks)


def _marks(doc: Document) -> Marks:
    pairs: list[Pair] = []
    alone: list[int] = []
    stack: list[tuple[str, int]] = []
    end = -1
    for match in MARKS.finditer(doc.text):
        mark, at = match.group(), match.start()
        if at > end:
            alone.extend(offset for _, offset in stack)
            stack.clear()
            block = doc.block_at(at)
            end = block.span.end if block else at
        if mark in CLOSING:
            stack.append((mark, at))
        else:
            _close(mark, at, stack, pairs, alone)
    alone.extend(offset for _, offset in stack)
    return Marks(tuple(sorted(pairs, key=lambda pair: pair.span)), tuple(sorted(alone)))


def _close(mark: str, at: int, stack: list[tuple[str, int]], pairs: list[Pair], alone: list[int]) -> None:
    """Close the nearest open mark of the kind; what was opened inside it and is still open stands alone."""
    fits = {OPENING[mark], ALIKE.get(OPENING[mark], OPENING[mark])}
    index = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] in fits), None)
    if index is None:
        alone.append(at)
        return
    alone.extend(offset for _, offset in stack[index + 1 :])
    open_, start = stack[index]
    depth = sum(1 for other, _ in stack[:index] if other == open_)
    del stack[index:]
    pairs.append(Pair(open_, Span(start, at + 1), depth))
