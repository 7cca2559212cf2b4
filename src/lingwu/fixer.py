"""Picks which fixes to make: those safe enough, none overlapping, none that would bring a new slip."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lingwu.document import Document, Span
from lingwu.edits import apply, composed, edited, put_in
from lingwu.finding import Edit, Finding, Report, Safety, Severity
from lingwu.structure.roles import with_roles

Recheck = Callable[[Document], Report]
ROUNDS = 8
"""How often a document is checked again at most, while fixes are taken back and while safe ones follow each other."""


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
    a fix next to which a finding appears that was not there before is taken back, and SAFE fixes are made until none
    is left to make, so that fixing again changes nothing.
    """
    chosen = _sound(doc, report, _choose(doc, report.findings, safety), recheck)
    mended = tuple(sorted(chosen, key=lambda finding: finding.span))
    left = tuple(finding for finding in report.findings if finding not in set(mended))
    edits = _edits(mended)
    if recheck and safety is Safety.SAFE:
        edits = _settled(doc, edits, recheck)
    return Fixed(apply(doc.text, edits), edits, mended, left)


def _settled(doc: Document, edits: tuple[Edit, ...], recheck: Recheck) -> tuple[Edit, ...]:
    """``edits`` and those that only they made possible."""
    for _ in range(ROUNDS if edits else 0):
        after = _after(doc, edits)
        report = recheck(after)
        more = _edits(_sound(after, report, _choose(after, report.findings, Safety.SAFE), recheck))
        if not more:
            break
        edits = composed(edits, more, after.text)
    return edits


def _after(doc: Document, edits: Sequence[Edit]) -> Document:
    return with_roles(edited(doc, edits))


def _sound(doc: Document, report: Report, chosen: list[Finding], recheck: Recheck | None) -> list[Finding]:
    """``chosen`` without the fixes that bring new findings; at the last resort none."""
    if recheck is None:
        return chosen
    known: set[tuple[str, int]] = set()
    for _ in range(ROUNDS):
        fresh = _fresh(report, chosen, recheck(_after(doc, _edits(chosen)))) if chosen else []
        if not fresh:
            return chosen
        worse = _blamed(doc, chosen, [place for place in fresh if place not in known])
        stubborn = {code for code, at in fresh if (code, at) in known}
        worse |= {finding for finding in chosen if finding.code in stubborn}
        chosen = [finding for finding in chosen if finding not in worse] if worse else []
        known |= set(fresh)
    return []


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
    """Whether ``span`` overlaps no span already taken, and none touches another that is an insertion."""
    index = bisect_left(taken, span)
    near = taken[max(0, index - 2) : index + 2]
    return not any(
        other.overlaps(span) or ((not other or not span) and other.start <= span.end and span.start <= other.end)
        for other in near
    )


def _edits(chosen: Iterable[Finding]) -> tuple[Edit, ...]:
    return tuple(sorted((edit for f in chosen for edit in f.fixes[0].edits), key=lambda edit: edit.span))


def _fresh(before: Report, chosen: Sequence[Finding], after: Report) -> list[tuple[str, int]]:
    """The code and place, in the text before, of findings of ``after`` that were not there or should be mended."""
    edits = _edits(chosen)
    starts = [edit.span.start for edit in edits]
    behind = list(put_in(edits))

    def home(at: int) -> int:
        """A place of the text before; all places within an edit are one."""
        index = bisect_right(starts, at) - 1
        return starts[index] if index >= 0 and at < edits[index].span.end else at

    def back(at: int) -> int:
        """The place of the text before that ``at`` of the text after comes from."""
        index = bisect_right(behind, at, key=lambda span: span.start) - 1
        if index < 0:
            return at
        return starts[index] if at < behind[index].end else at - behind[index].end + edits[index].span.end

    mended = set(chosen)
    known = {(finding.code, home(finding.span.start)) for finding in before.findings if finding not in mended}
    places = ((finding.code, back(finding.span.start)) for finding in after.findings)
    return [place for place in places if place not in known]


def _blamed(doc: Document, chosen: Sequence[Finding], fresh: Iterable[tuple[str, int]]) -> set[Finding]:
    """The fix to blame for each new finding: the nearest in its paragraph, else the nearest of its rule or of all."""
    ordered = sorted(chosen, key=lambda finding: finding.span)
    starts = [finding.span.start for finding in ordered]
    worse = set()
    for code, place in fresh:
        block = doc.block_at(place)
        low = bisect_left(starts, block.span.start) if block else 0
        high = bisect_right(starts, block.span.end) if block else 0
        near = ordered[low:high] or [finding for finding in ordered if finding.code == code] or ordered
        worse.add(min(near, key=lambda finding: abs(finding.span.start - place)))
    return worse
