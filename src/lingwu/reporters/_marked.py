"""The text of a document in HTML, with a mark on each finding and its number behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import takewhile

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.finding import Finding, Severity
from lingwu.reporters._tables import grids, html

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
    """Each block as one paragraph of HTML, tables as such. The list's item of finding 3 has the id ``prefix + "3"``."""
    tables = grids(doc)
    in_tables = {index for grid in tables for index in range(grid.first, grid.last + 1)}
    paragraphs = [_paragraph(doc, index, text, index in in_tables) for index, text in _texts(doc, findings, prefix)]
    at = 0
    for grid in tables:
        yield from filter(None, paragraphs[at : grid.first])
        yield from html(grid, paragraphs)
        at = grid.last + 1
    yield from filter(None, paragraphs[at:])


def _texts(doc: Document, findings: Sequence[Finding], prefix: str) -> Iterator[tuple[int, str]]:
    """The index of each block and its text in HTML."""
    pen = Pen(doc, findings, prefix)
    inside = _by_block(doc, findings)
    beyond = [*(block.span.start for block in doc.blocks[1:]), len(doc.text)]
    for index, block in enumerate(doc.blocks):
        yield index, "".join(pen.pieces(block, beyond[index], inside.get(index, ())))


def _paragraph(doc: Document, index: int, text: str, in_table: bool) -> str:
    """A block as a paragraph; nothing where it is empty. The kind of what is no plain text is named where it begins."""
    block = doc.blocks[index]
    if not text and block.kind not in SHOWN_KINDS:
        return ""
    begins = block.kind in SHOWN_KINDS and (index == 0 or doc.blocks[index - 1].kind is not block.kind)
    kind = f'<span class="kind">{block.kind}</span>' if begins and not (in_table and block.kind is Kind.CELL) else ""
    return f'<p class="{_class(block)}">{kind}{text}</p>'


@dataclass(frozen=True)
class Pen:
    """Marks the findings of one document; ``prefix`` begins the ids of their items in the list."""

    doc: Document
    findings: Sequence[Finding]
    prefix: str

    def pieces(self, block: Block, beyond: int, inside: Sequence[int]) -> Iterator[str]:
        """The block's text, cut wherever a finding begins or ends; each piece is marked with all that cover it.

        A finding's number stands where it ends, or in the last block it reaches (``beyond``: where the next begins).
        """
        begin, end = block.span.start, block.span.end
        spans = {index: _within(self.findings[index].span, block.span) for index in inside}
        cuts = sorted({begin, end, *(at for span in spans.values() for at in span)})
        for left, right in zip(cuts, [*cuts[1:], end], strict=True):
            for index in (index for index, span in spans.items() if span == (left, left)):
                yield self.mark([index], "") + self.number(index)
            if left == right:
                continue
            covering = [index for index, span in spans.items() if span[0] <= left and right <= span[1]]
            piece = escape(self.doc.text[left:right])
            yield self.mark(covering, piece) if covering else piece
            for index in covering:
                last = self.findings[index].span.end
                if last == right or (right == end and last <= beyond):
                    yield self.number(index)

    def mark(self, covering: Sequence[int], piece: str) -> str:
        """``piece`` marked in the manner of the gravest of the findings that cover it."""
        gravest = min((self.findings[index].severity for index in covering), key=list(Severity).index)
        ids = " ".join(f"{self.prefix}{index + 1}" for index in covering)
        return f'<mark class="{LEVELS[gravest]}{"" if piece else " gap"}" data-f="{ids}">{piece}</mark>'

    def number(self, index: int) -> str:
        """The number behind a finding's text, which leads to its item in the list."""
        level, own = LEVELS[self.findings[index].severity], f"{self.prefix}{index + 1}"
        return f'<a href="#{own}"><sup class="no {level}" id="m{own}" data-f="{own}">{index + 1}</sup></a>'


def _class(block: Block) -> str:
    if block.kind in CLASS_OF_KIND:
        return CLASS_OF_ROLE.get(block.role, "") or CLASS_OF_KIND[block.kind]
    return "aside"


def _by_block(doc: Document, findings: Sequence[Finding]) -> dict[int, list[int]]:
    """For each block (by its place among the blocks) the findings that touch it."""
    found: dict[int, list[int]] = defaultdict(list)
    first = 0
    for index, finding in enumerate(findings):
        while first < len(doc.blocks) - 1 and doc.blocks[first].span.end < finding.span.start:
            first += 1
        touched = takewhile(partial(_begins_before, doc, finding.span.end), range(first, len(doc.blocks)))
        inside = [at for at in touched if doc.blocks[at].span.overlaps(finding.span)]
        for at in inside or [first]:  # what stands between two blocks is shown at the nearer one
            found[at].append(index)
    return found


def _begins_before(doc: Document, offset: int, index: int) -> bool:
    return doc.blocks[index].span.start < offset


def _within(span: Span, block: Span) -> tuple[int, int]:
    """The part of ``span`` inside ``block``; an end of the block where there is none."""
    start = min(max(span.start, block.start), block.end)
    return start, max(start, min(span.end, block.end))
