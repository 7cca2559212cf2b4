"""Picks which fixes to make: those safe enough, none overlapping, none that would bring a new slip."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from lingwu.document import Block, Document, Span
from lingwu.finding import Edit, Finding, Report, Safety, Severity

Recheck = Callable[[Document], Report]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The mended text, the edits made (in order), the findings mended, and the findings left as they are."""

    text: str
    edits: tuple[Edit, ...]
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix(doc: Document, report: Report, safety: Safety = Safety.SAFE, recheck: Recheck | None = None) -> Fixed:
    """Make the first fix of each finding whose safety is at most ``safety``.

    Where fixes overlap, the graver finding wins, then the earlier. With ``recheck`` (a check of the mended document)
    the fixes in a paragraph that has a finding afterwards that was not there before are taken back.
    """
    chosen = _choose(doc, report.findings, safety)
    while recheck and chosen:
        edits = _edits(chosen)
        worse = set(_blamed(doc, edits, _fresh(report, recheck(edited(doc, edits)))))
        kept = [finding for finding in chosen if worse.isdisjoint(_blocks(doc, finding.fixes[0].edits))]
        if len(kept) == len(chosen):
            break
        chosen = kept
    mended = tuple(sorted(chosen, key=lambda finding: finding.span))
    left = tuple(finding for finding in report.findings if finding not in set(mended))
    return Fixed(apply(doc.text, _edits(mended)), _edits(mended), mended, left)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` made; they must not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (text[at : edit.span.start], edit.new)
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def edited(doc: Document, edits: Iterable[Edit]) -> Document:
    """``doc`` as it reads with ``edits`` made: the same blocks, moved (a new line end divides its block)."""
    edits = sorted(edits, key=lambda edit: edit.span)
    text = apply(doc.text, edits)
    blocks = tuple(_moved(doc.blocks, edits, text))
    return replace(doc, text=text, blocks=blocks, meta=_meta(doc.meta, edits), origin=None, _memo={})


def _meta(meta: Mapping[str, Any], edits: Sequence[Edit]) -> Mapping[str, Any]:
    """``meta`` with the offsets in ``tables`` and ``numbering`` moved as the blocks are."""
    move = _Mover(edits)
    moved = dict(meta)
    if "numbering" in meta:
        moved["numbering"] = {move.start(at): number for at, number in meta["numbering"].items()}
    if "tables" in meta:
        moved["tables"] = tuple(
            tuple(tuple(None if cell is None else move.span(cell) for cell in row) for row in table) for table in meta["tables"]
        )
    return moved


class _Mover:
    """Where an offset of the text before comes to lie after ``edits`` (in order); asked for by halving."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.places = [edit.span.start for edit in edits]
        self.shifts = list(accumulate((len(edit.new) - len(edit.span) for edit in edits), initial=0))

    def start(self, at: int) -> int:
        """The new place of the start of a block: what is put in right there belongs to the block."""
        return max(0, at + self.shifts[bisect_left(self.places, at)])

    def span(self, span: Span) -> Span:
        """The new place of a cell."""
        start = self.start(span.start)
        return Span(start, max(start, span.end + self.shifts[bisect_right(self.places, span.end)]))


def _moved(blocks: Iterable[Block], edits: Sequence[Edit], text: str) -> Iterator[Block]:
    shift, index = 0, 0
    for block in blocks:
        start = block.span.start + shift
        while index < len(edits) and edits[index].span.start <= block.span.end:
            shift += len(edits[index].new) - len(edits[index].span)
            index += 1
        end = max(start, block.span.end + shift)
        for line in re.finditer(r"[^\r\n]+", text[start:end]):
            yield replace(block, span=Span(start + line.start(), start + line.end()))


def _choose(doc: Document, findings: Sequence[Finding], safety: Safety) -> list[Finding]:
    gravest = sorted(findings, key=lambda f: (list(Severity).index(f.severity), f.span))
    taken: list[Span] = []
    chosen = []
    for finding in gravest:
        if not finding.fixes or not finding.fixes[0].safety.allows(safety):
            continue
        spans = [edit.span for edit in finding.fixes[0].edits]
        if all(_editable(doc, span) and _free(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            chosen.append(finding)
    return chosen


def _editable(doc: Document, span: Span) -> bool:
    block = doc.block_at(span.start)
    return block is None or block.editable


def _free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether ``span`` neither overlaps nor touches a span already taken."""
    index = bisect_left(taken, span)
    before = index == 0 or taken[index - 1].end < span.start
    return before and (index == len(taken) or span.end < taken[index].start)


def _edits(chosen: Iterable[Finding]) -> tuple[Edit, ...]:
    return tuple(sorted((edit for f in chosen for edit in f.fixes[0].edits), key=lambda edit: edit.span))


def _fresh(before: Report, after: Report) -> list[Span]:
    """Where ``after`` has findings that ``before`` has not."""
    known = Counter((f.code, f.message) for f in before.findings)
    fresh = []
    for finding in after.findings:
        known[finding.code, finding.message] -= 1
        if known[finding.code, finding.message] < 0:
            fresh.append(finding.span)
    return fresh


def _blamed(doc: Document, edits: Sequence[Edit], fresh: Iterable[Span]) -> Iterator[int]:
    """The starts of the blocks of ``doc`` that the spans of the mended text lie in."""
    shifts: list[tuple[int, int]] = []
    shift = 0
    for edit in edits:
        shifts.append((edit.span.start + shift, shift))
        shift += len(edit.new) - len(edit.span)
    shifts.append((len(doc.text) + shift + 1, shift))
    for span in fresh:
        index = bisect_left(shifts, (span.end, 0))
        back = max(0, span.start - shifts[min(index, len(shifts) - 1)][1])
        block = doc.block_at(min(back, len(doc.text)))
        if block:
            yield block.span.start


def _blocks(doc: Document, edits: Iterable[Edit]) -> set[int]:
    blocks = (doc.block_at(edit.span.start) for edit in edits)
    return {block.span.start for block in blocks if block}
