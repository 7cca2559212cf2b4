"""The text of a document in HTML, with a mark on each finding and its number behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from lingwu.document import Block, Document, Kind, Role
from lingwu.finding import Finding, Severity

LEVELS = {Severity.ERROR: "error", Severity.DOUBT: "doubt", Severity.ADVICE: "advice"}
"""The CSS class of each severity."""
SHOWN_KINDS = frozenset(Kind) - {Kind.PARAGRAPH, Kind.HEADING, Kind.CODE}
CLASS_OF_KIND = {Kind.CELL: "cell", Kind.HEADING: "heading", Kind.CODE: "code", Kind.PARAGRAPH: ""}
CLASS_OF_ROLE = {
    Role.TITLE: "title",
    Role.HEADING: "heading",
    Role.ADDRESSEE: "flush",
    Role.ISSUER: "right",
    Role.DATE: "right",
}


def number(order: int, level: str) -> str:
    """The number of a finding, as in the text and in the list."""
    return f'<sup class="no {level}">{order}</sup>'


def marked(doc: Document, findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    """Each block as one paragraph of HTML. The list's item of finding 3 has the id ``prefix + "3"``."""
    inside = _by_block(doc, findings)
    beyond = [*(block.span.start for block in doc.blocks[1:]), len(doc.text)]
    for index, block in enumerate(doc.blocks):
        text = "".join(_pieces(doc, block, beyond[index], inside.get(index, ()), findings, prefix))
        kind = f'<span class="kind">{block.kind}</span>' if block.kind in SHOWN_KINDS else ""
        if text or kind:
            yield f'<p class="{_class(block)}">{kind}{text}</p>'


def _class(block: Block) -> str:
    if block.kind in CLASS_OF_KIND:
        return CLASS_OF_ROLE.get(block.role, "") or CLASS_OF_KIND[block.kind]
    return "aside"


def _by_block(doc: Document, findings: Sequence[Finding]) -> dict[int, list[int]]:
    """For each block (by its place among the blocks) the findings that touch it."""
    found: dict[int, list[int]] = defaultdict(list)
    first = 0
    for index, finding in enumerate(findings):
        while first < len(doc.blocks) and doc.blocks[first].span.end < finding.span.start:
            first += 1
        at = first
        while at < len(doc.blocks) and doc.blocks[at].span.start <= finding.span.end:
            inner = doc.blocks[at].span
            if inner.overlaps(finding.span) or (not finding.span and inner.covers(finding.span)):
                found[at].append(index)
                if not finding.span:
                    break
            at += 1
    return found


def _pieces(
    doc: Document, block: Block, beyond: int, inside: Sequence[int], findings: Sequence[Finding], prefix: str
) -> Iterator[str]:
    """The block's text, cut wherever a finding begins or ends; each piece is marked with all findings that cover it.

    A finding's number stands where it ends, or in the last block it reaches (``beyond``: where the next one begins).
    """
    begin, end = block.span.start, block.span.end
    spans = {index: (max(begin, findings[index].span.start), min(end, findings[index].span.end)) for index in inside}
    cuts = sorted({begin, end, *(at for span in spans.values() for at in span)})
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        for index in (index for index, span in spans.items() if span == (left, left)):
            yield _mark([index], "", findings, prefix) + _number(index, findings, prefix)
        if left == right:
            continue
        covering = [index for index, span in spans.items() if span[0] <= left and right <= span[1]]
        piece = escape(doc.text[left:right])
        yield _mark(covering, piece, findings, prefix) if covering else piece
        for index in covering:
            if findings[index].span.end == right or (right == end and findings[index].span.end <= beyond):
                yield _number(index, findings, prefix)


def _mark(covering: Sequence[int], piece: str, findings: Sequence[Finding], prefix: str) -> str:
    gravest = min((findings[index].severity for index in covering), key=list(Severity).index)
    ids = " ".join(f"{prefix}{index + 1}" for index in covering)
    gap = "" if piece else " gap"
    return f'<mark class="{LEVELS[gravest]}{gap}" data-f="{ids}">{piece}</mark>'


def _number(index: int, findings: Sequence[Finding], prefix: str) -> str:
    level = LEVELS[findings[index].severity]
    own = f"{prefix}{index + 1}"
    return f'<a href="#{own}"><sup class="no {level}" id="m{own}" data-f="{own}">{index + 1}</sup></a>'
