"""When a document was issued: its 成文日期, or the date in brackets under its title; nothing where that is not sure."""

from __future__ import annotations

from dataclasses import replace

from lingwu.document import Block, Document, Role
from lingwu.text.dates import Date, dates
from lingwu.text.regexes import compiled

YEAR = r"(?<!\d)(?:19|20)\d\d(?=年)"
HEAD = 8
"""The date in brackets stands among this many blocks at the top."""


def issue_date(doc: Document) -> Date | None:
    """The 成文日期 of ``doc`` as written, worked out once for it; None where there is none or more than one."""
    return doc.derive(_issue_date)


def document_year(doc: Document) -> int | None:
    """The year of ``doc`` by its 成文日期 or by the date in brackets under its title."""
    return doc.derive(_document_year)


def whole_date(text: str, block: Block) -> Date | None:
    """The date that ``block`` consists of, spaces and round brackets around it aside, with its offsets in ``text``."""
    said = block.span.of(text)
    if len(said) > 40:
        return None
    bare = said.strip(" \u3000\t（()）")
    found = list(dates(bare))
    if len(found) != 1 or found[0].day is None or (found[0].start, found[0].end) != (0, len(bare)):
        return None
    at = block.span.start + said.index(bare)
    return replace(found[0], start=at, end=at + len(bare))


def _issue_date(doc: Document) -> Date | None:
    found = [date for block in doc.lines() if block.role is Role.DATE and (date := whole_date(doc.text, block))]
    if not found and not any(block.role is Role.DATE for block in doc.blocks):
        found = _signed(doc)
    return found[0] if len(found) == 1 else None


def _signed(doc: Document) -> list[Date]:
    """Dates alone on their line under a short line (the 署名), not in brackets, in the rear half of the document."""
    found: list[Date] = []
    before = ""
    for number, block in enumerate(doc.blocks):
        said = block.span.of(doc.text).strip()
        under = 1 < len(before) <= 40 and before[-1] not in "。；：，、:"
        if (
            number * 2 >= len(doc.blocks) - 1
            and under
            and said[:1] not in "（("
            and (date := whole_date(doc.text, block))
        ):
            found.append(date)
        before = said or before
    return found


def _document_year(doc: Document) -> int | None:
    issued = issue_date(doc)
    if issued:
        return issued.year
    heads = [block for block in doc.blocks[:HEAD] if block.span.of(doc.text).strip()[:1] in "（("]
    years = {date.year for block in heads if (date := whole_date(doc.text, block)) and date.year}
    return years.pop() if len(years) == 1 else None


def year_of(doc: Document, date: Date) -> int | None:
    """The year that ``date`` surely lies in: its own, that of the date before it in its sentence, or the document's.

    A date without a year around the turn of the year (told in November of January) reads as the next one.
    """
    if date.year is not None:
        return date.year
    earlier = [other for other in _before(doc, date) if other.year is not None]
    if earlier:
        return earlier[-1].year if (earlier[-1].month, earlier[-1].day or 1) <= (date.month, date.day or 31) else None
    issued = issue_date(doc)
    if issued is None or issued.year is None or issued.start == date.start or _other_years(doc, date, issued.year):
        return None
    ahead = date.month - issued.month
    return issued.year if -2 <= ahead <= 6 else issued.year + 1 if ahead <= -9 else None


def _other_years(doc: Document, date: Date, year: int) -> bool:
    """Whether the document looks ahead to a later year, or the paragraph of ``date`` speaks of another one."""
    block = doc.block_at(date.start)
    nearby = {int(said) for said in compiled(YEAR).findall(block.span.of(doc.text))} if block else set()
    return max(doc.derive(_years), default=0) > year or bool(nearby - {year})


def _years(doc: Document) -> frozenset[int]:
    return frozenset(int(said) for said in compiled(YEAR).findall(doc.text))


def _before(doc: Document, date: Date) -> list[Date]:
    """The dates before ``date`` in its sentence."""
    block = doc.block_at(date.start)
    start = max(doc.text.rfind("。", 0, date.start), block.span.start if block else 0)
    return list(dates(doc.text, start, date.start)) if date.start - start < 400 else []
