"""Paired marks: which opening quote, bracket or title mark belongs to which closing one, and which stand alone.

Pairs are sought within a block. A closing mark closes the nearest open mark of its kind; what was opened inside that
and is still open stands alone. Three things are allowed for: a quote typed the wrong way round (``turned``), two
closing marks in the wrong order (``crossed``), and pairs that run over blocks: a quotation that each paragraph opens
again and only the last one closes (GB/T 15834—2011, 4.8.3.5), verse, titles broken over lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lingwu.document import Block, Document, Span
from lingwu.structure import stray

CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "〔": "〕", "【": "】", "［": "］",
           "[": "]", "「": "」", "『": "』", "{": "}"}  # fmt: skip
OPENING = {close: open_ for open_, close in CLOSING.items()}
MARKS = re.compile("[" + re.escape("".join(CLOSING) + "".join(OPENING)) + "]")
QUOTES = frozenset("“‘「『")
KINDS = {mark: mark for mark in CLOSING} | OPENING | {"(": "（", ")": "（"}
"""The opening mark that stands for the kind of each mark; half-width round brackets count as full-width ones."""

FAMILIES = {"“": "“", "‘": "“", "《": "《", "〈": "《", "（": "（", "〔": "（", "［": "（", "【": "（", "[": "（"}
"""The quotes, the title marks and the brackets, each named by one of them: for ``around``."""
LONGEST = 1000
"""Rules about the marks of a pair pass over pairs longer than this: their text would have to be shown."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together; ``span`` reaches from the opening to behind the closing mark.

    ``depth`` counts the pairs of the same kind around this one. A quotation that goes on in the next paragraph, which
    opens it again, ends with the line end: ``runs_on``.
    """

    open: str
    span: Span
    depth: int
    runs_on: bool = False

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return Span(self.span.start + 1, self.span.end - 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """All pairs of a document by where they start, and the offsets of the marks that are out of order.

    ``alone`` have no partner, ``turned`` are quotes that have one but face the wrong way, ``crossed`` are closing
    marks that stand right before the closing mark of a pair opened inside theirs.
    """

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]
    turned: tuple[int, ...] = ()
    crossed: tuple[int, ...] = ()


def marks(doc: Document) -> Marks:
    """The paired marks of ``doc``, worked out once for it."""
    return doc.derive(_marks)


@dataclass(slots=True)
class Tally:
    """What has been found so far: ``(start, end, kind)`` of pairs, ``(offset, mark)`` of the others."""

    pairs: list[tuple[int, int, str]] = field(default_factory=list)
    alone: list[tuple[int, str]] = field(default_factory=list)
    crossed: list[int] = field(default_factory=list)
    stack: list[tuple[int, str]] = field(default_factory=list)

    def close(self, at: int, mark: str) -> None:
        """Close the nearest open mark of the kind; what was opened inside it and is still open stands alone."""
        kind = KINDS[mark]
        stack = self.stack
        if stack and stack[-1][1] == kind:
            self.pairs.append((stack.pop()[0], at + 1, kind))
            return
        index = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 9), -1) if stack[i][1] == kind), None)
        if index is None:
            self._uncross(at, mark, kind)
            return
        self.alone += stack[index + 1 :]
        self.pairs.append((stack[index][0], at + 1, kind))
        del stack[index:]

    def _uncross(self, at: int, mark: str, kind: str) -> None:
        """A mark that closes nothing: it may stand right behind the mark that shut its partner in."""
        last = self.pairs[-1] if self.pairs else (0, 0, "")
        if last[1] == at and self.alone and self.alone[-1][1] == kind and self.alone[-1][0] > last[0]:
            self.pairs.append((self.alone.pop()[0], at + 1, kind))
            self.crossed.append(at - 1)
        else:
            self.alone.append((at, mark))

    def end_block(self) -> None:
        """What is still open at the end of a block has no partner in it."""
        self.alone += self.stack
        self.stack.clear()


def _marks(doc: Document) -> Marks:
    tally = _tally(doc)
    alone = sorted(found for found in tally.alone if not stray.is_list_mark(doc.text, *found))
    turned: list[int] = []
    if alone:
        alone, turned = stray.turn(doc, alone, tally.pairs)
        alone, running = stray.join(doc, alone, tally.pairs)
    else:
        running = set()
    return Marks(
        tuple(_nested(sorted(tally.pairs), running)),
        tuple(at for at, _ in alone),
        tuple(sorted(turned)),
        tuple(tally.crossed),
    )


def _tally(doc: Document) -> Tally:
    tally = Tally()
    blocks = iter(doc.blocks)
    end = -1
    text = doc.text
    for match in MARKS.finditer(text):
        mark, at = match[0], match.start()
        if at >= end:
            joined, end = _end_of_block(blocks, at, end)
            if not joined:
                tally.end_block()
        if mark in CLOSING:
            tally.stack.append((at, KINDS[mark]))
        elif mark != "’" or not _apostrophe(text, at):
            tally.close(at, mark)
    tally.end_block()
    return tally


def _end_of_block(blocks: Iterator[Block], at: int, before: int) -> tuple[bool, int]:
    """The end of the block that holds ``at``, and whether it joins on to the one that ended at ``before``.

    ``blocks`` are those not yet passed. Blocks join where code stands inside a paragraph (Markdown).
    """
    joined = True
    for block in blocks:
        joined = joined and block.span.start == before
        before = block.span.end
        if before > at:
            return joined, before
    return False, at + 1


def _apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isascii()


def _nested(pairs: Sequence[tuple[int, int, str]], running: set[int]) -> Iterator[Pair]:
    """The pairs with their depth."""
    ends: dict[str, list[int]] = {kind: [] for kind in CLOSING}
    for start, end, kind in pairs:
        around = ends[kind]
        while around and around[-1] <= start:
            around.pop()
        yield Pair(kind, Span(start, end), len(around), start in running)
        around.append(end)


def around(doc: Document) -> dict[int, Pair]:
    """For each nested pair, by where it starts: the nearest pair around it that is of the same family."""
    return doc.derive(_around)


def _around(doc: Document) -> dict[int, Pair]:
    found: dict[int, Pair] = {}
    open_: dict[str, list[Pair]] = {family: [] for family in FAMILIES.values()}
    for pair in marks(doc).pairs:
        family = FAMILIES.get(pair.open)
        if family:
            outer = open_[family]
            while outer and outer[-1].span.end <= pair.span.start:
                outer.pop()
            if outer:
                found[pair.span.start] = outer[-1]
            outer.append(pair)
    return found


def quotes_alone(doc: Document) -> dict[int, int]:
    """The first double quote without a partner of each block that has one, by where the block starts."""
    return doc.derive(_quotes_alone)


def _quotes_alone(doc: Document) -> dict[int, int]:
    first: dict[int, int] = {}
    for at in marks(doc).alone:
        block = doc.block_at(at) if doc.text[at] in "“”" else None
        if block:
            first.setdefault(block.span.start, at)
    return first


def alone_in(doc: Document, span: Span) -> Sequence[int]:
    """The offsets of the marks without a partner within ``span``."""
    alone = marks(doc).alone
    return alone[bisect_left(alone, span.start) : bisect_left(alone, span.end)]
