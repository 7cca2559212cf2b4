"""The overview of several files that belong together: on the terminal and in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from lingwu.document import Document, Span
from lingwu.finding import Finding, Mention, Severity
from lingwu.reporters import Cell, Checked, Overview, Sheet
from lingwu.reporters._columns import columns
from lingwu.reporters._marked import LEVELS
from lingwu.reporters._suggestions import printable, visible

STYLES = {"": "dim", "same": "", "odd": "bold red", "lacks": "yellow"}
SIGNS = {"odd": " ✗"}
WRONG = ("odd", "lacks")
LONG_SHEET = 12
"""Of a longer sheet only the rows with something wrong are shown at once."""
CROSS = ("PRE", "SCH")
"""The families of rules that hold places against each other."""
WIDEST = 34
AROUND = 26
"""Code points of a line shown on either side of a quotation."""
Piece = tuple[str, str]


def lines(overview: Overview, indent: str) -> Iterator[list[Piece]]:
    """The overview for a terminal."""
    yield [(f"{overview.title}：{overview.subtitle}", "bold")]
    for sheet in overview.sheets:
        yield []
        yield [(sheet.title, "bold")]
        yield from _table(sheet, indent)
    for note in overview.notes:
        yield [(f"{indent}注意：{note}", "dim")]
    yield []


def _table(sheet: Sheet, indent: str) -> Iterator[list[Piece]]:
    rows, left = _shown(sheet)
    texts = [sheet.heads, *(tuple(_cut(cell.text) + SIGNS.get(cell.state, "") for cell in row) for row in rows)]
    widths = [max(columns(text) for text in column) for column in zip(*texts, strict=True)]
    yield _row([Cell(head) for head in sheet.heads], sheet.heads, widths, indent, head=True)
    for row, said in zip(rows, texts[1:], strict=True):
        yield _row(row, said, widths, indent)
    if left:
        yield [(f"{indent}其余 {left} 行各处一致，未列出。", "dim")]


def _row(
    row: Sequence[Cell], said: Sequence[str], widths: Sequence[int], indent: str, head: bool = False
) -> list[Piece]:
    pieces = [(indent, "")]
    for at, (cell, text, room) in enumerate(zip(row, said, widths, strict=True)):
        style = "dim" if head else "" if at == 0 else STYLES[cell.state] if text else ""
        pieces += [(text, style), (" " * (room - columns(text) + 2), "")]
    return pieces


def _shown(sheet: Sheet) -> tuple[list[tuple[Cell, ...]], int]:
    wrong = [row for row in sheet.rows if any(cell.state in WRONG for cell in row)]
    if len(sheet.rows) <= LONG_SHEET:
        return list(sheet.rows), 0
    return wrong, len(sheet.rows) - len(wrong)


def _cut(text: str) -> str:
    text = visible(text)
    while columns(text) > WIDEST:
        text = text[:-2] + "…" if text.endswith("…") else text[:-1] + "…"
    return text


def section(overview: Overview, files: Sequence[Checked]) -> Iterator[str]:
    """The overview as the first part of an HTML page: who says what, what contradicts what, who stands where."""
    facts = [sheet for sheet in overview.sheets if any(cell.state for row in sheet.rows for cell in row)]
    others = [sheet for sheet in overview.sheets if sheet not in facts]
    yield '<section class="overview wrap">'
    yield from (piece for sheet in facts[:1] for piece in _html(sheet))
    yield from _contradictions(files)
    yield from (piece for sheet in (*facts[1:], *others) for piece in _html(sheet))
    if overview.notes:
        yield f'<ul class="notes">{"".join(f"<li>{escape(note)}</li>" for note in overview.notes)}</ul>'
    yield "</section>"


def _html(sheet: Sheet) -> Iterator[str]:
    rows, left = _shown(sheet)
    yield f'<div class="sheet"><h3>{escape(sheet.title)}</h3>'
    if rows:
        yield from _grid(sheet.heads, rows)
    if left:
        kept = [row for row in sheet.rows if row not in rows]
        yield f"<details><summary>各处一致的 {left} 行</summary>"
        yield from _grid(sheet.heads, kept)
        yield "</details>"
    yield "</div>"


def _grid(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    yield f"<table><thead><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr></thead><tbody>"
    for row in rows:
        cells = "".join(f'<td class="{cell.state}">{escape(printable(cell.text))}</td>' for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table>"


def _contradictions(files: Sequence[Checked]) -> Iterator[str]:
    """The findings that speak of more than one place, each with both places side by side."""
    docs = {one.path: one.doc for one in files if one.doc}
    found = [
        (index, order, one, finding)
        for index, one in enumerate(files, 1)
        if one.report
        for order, finding in enumerate(one.report.findings, 1)
        if finding.related or finding.code.startswith(CROSS)
    ]
    yield f'<div class="sheet"><h3>对不上的地方<small>{len(found)} 处</small></h3>'
    if not found:
        yield '<p class="none">各文件互相对得上，没有发现问题。</p>'
    found.sort(key=lambda one: list(Severity).index(one[3].severity))
    for number, (index, order, one, finding) in enumerate(found, 1):
        yield from _card(number, f"f{index}-{order}", one, finding, docs)
    yield "</div>"


def _card(number: int, target: str, one: Checked, finding: Finding, docs: dict[str, Document]) -> Iterator[str]:
    level = LEVELS[finding.severity]
    assert one.doc is not None  # noqa: S101 - only called for a file that was read
    yield f'<article class="pair {level}"><header><span class="tag">{finding.severity}</span>'
    yield f"<b>{number}. {escape(finding.message)}</b>"
    yield f'<a class="code" href="#{target}">{finding.code}</a></header><div class="both">'
    here = Mention(one.path, finding.span, one.doc.place(finding.span.start), finding.span.of(one.doc.text))
    yield _quote(here, one.doc, "here")
    for mention in finding.related[:3]:
        yield _quote(mention, docs.get(mention.path), "there")
    if len(finding.related) > 3:
        yield f'<p class="more">另有 {len(finding.related) - 3} 处相同</p>'
    yield "</div></article>"


def _quote(mention: Mention, doc: Document | None, which: str) -> str:
    name = escape(printable(Path(mention.path).name))
    return (
        f'<figure class="{which}"><figcaption>{name}<span>{escape(mention.place)}</span></figcaption>'
        f"<blockquote>{_around(doc, mention.span, mention.text)}</blockquote></figure>"
    )


def _around(doc: Document | None, span: Span, text: str) -> str:
    """The words in their line, marked."""
    if not span:
        return '<span class="bar">（全文）</span>'
    block = doc.block_at(span.start) if doc else None
    if doc and (cell := doc.cell_at(span.start)):
        return _in_row(doc, doc.meta["tables"][cell[0]][cell[1]], cell[2], span)
    if doc is None or block is None or span.end > block.span.end:
        return f"<mark>{escape(visible(text))}</mark>"
    left = doc.text[max(block.span.start, span.start - AROUND) : span.start].lstrip()
    right = doc.text[span.end : min(block.span.end, span.end + AROUND)].rstrip()
    before = "…" if span.start - AROUND > block.span.start else ""
    after = "…" if span.end + AROUND < block.span.end else ""
    middle = escape(visible(span.of(doc.text)))
    return f"{before}{escape(visible(left))}<mark>{middle}</mark>{escape(visible(right))}{after}"


def _in_row(doc: Document, row: Sequence[Span | None], column: int, span: Span) -> str:
    """The row of a table, its cells apart, with the words marked in theirs."""
    pieces = []
    for at, cell in enumerate(row):
        if cell and at == column:
            left, right = doc.text[cell.start : span.start], doc.text[span.end : max(span.end, cell.end)]
            middle = escape(visible(span.of(doc.text)))
            pieces.append(f"{escape(visible(left))}<mark>{middle}</mark>{escape(visible(right))}")
        elif cell and cell.of(doc.text).strip() and abs(at - column) <= 3:
            pieces.append(escape(visible(cell.of(doc.text).strip())))
    return '<span class="bar">｜</span>'.join(pieces)
