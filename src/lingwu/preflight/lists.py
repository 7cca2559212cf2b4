"""People lists, seat plans and cards: each name with its cell, its unit and its post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lingwu.crossrule import Quote
from lingwu.document import Document, Span
from lingwu.preflight.meeting import Claim, Invited, Placed
from lingwu.preflight.names import bare, is_name, who_in
from lingwu.preflight.papers import Paper
from lingwu.seating.grids import tidy
from lingwu.seating.people import FIELDS as PEOPLE_FIELDS
from lingwu.seating.people import PeopleError, from_rows
from lingwu.seating.plan import FIELDS as SEAT_FIELDS

AWAY = r"请假|不参加|缺席|未参会"
SUM = r"(?:合计|总计|共计|小计|备注)"
OWN_COUNT = r"共\s?(?P<n>\d{1,4})\s?(?:人|位|名)"
SEAT_KEYS = {name: name for name in ("seat", "label", "name", "unit", "post")}


@dataclass(frozen=True, slots=True)
class Row:
    """A row by heading: the cells that hold some text."""

    cells: Mapping[str, Quote]

    def said(self) -> dict[str, str]:
        """The texts of the cells."""
        return {name: quote.text for name, quote in self.cells.items()}


def rows_under(doc: Document, known: Mapping[str, str]) -> Iterator[list[Row]]:
    """The rows of each table that has a heading for ``name``; other columns keep their own heading."""
    for grid in doc.meta.get("tables", ()):
        for at, cells in enumerate(grid[:10]):
            heads = [tidy(span.of(doc.text)) if span else "" for span in cells]
            names = [known.get(head, head) for head in heads]
            if "name" in names:
                yield [row for row in (_row(doc, line, names) for line in grid[at + 1 :]) if row.cells]
                break


def invited_of(paper: Paper) -> tuple[list[Invited], list[str]]:
    """The persons of a list, and notes on the rows that cannot be read."""
    found, notes = [], []
    gone = re.search(AWAY, paper.stem) is not None
    for rows in rows_under(paper.doc, PEOPLE_FIELDS):
        for row in rows:
            if "name" not in row.cells or not _is_person(row):
                continue
            said = row.said() | ({"state": "请假"} if gone else {})
            try:
                person = from_rows([said], paper.file)[0]
            except PeopleError as error:
                notes.append(f"{row.cells['name'].place}：{str(error).partition('第1行')[2] or error}")
                continue
            cells = {name: row.cells.get(name) for name in ("unit", "post", "state")}
            found.append(Invited(paper, person, row.cells["name"], **cells))
    return found or list(_in_prose(paper, gone)), notes


def _in_prose(paper: Paper, gone: bool) -> Iterator[Invited]:
    """The persons of a list in lines: 出席：张伟（区财政局局长）、李娜 …; those behind 请假 are absent."""
    for line in paper.prose():
        label = re.match(r"[^：:]{0,16}[：:]", line.raw)
        away = gone or (label is not None and re.search(AWAY, label.group()) is not None)
        for piece in _pieces(line, label.end() if label else 0):
            who = who_in(piece, frozenset())
            if who:
                absent = away or re.search(rf"[（(](?:{AWAY})[）)]", piece.raw) is not None
                said = {"name": who.text, "post": who.post.text if who.post else "", "state": "请假" if absent else ""}
                person = from_rows([said], paper.file)[0]
                yield Invited(paper, person, who.name, None, who.post, piece if absent else None)


def _pieces(line: Quote, start: int) -> Iterator[Quote]:
    """A line cut at enumeration commas and the like outside of brackets."""
    for match in re.finditer(r"(?:[^、，,；;。（(]|[（(][^（）()]*[）)])+", line.raw[start:]):
        yield line.part(start + match.start(), start + match.end())


def _is_person(row: Row) -> bool:
    """Whether a row is of a person and not a heading among the rows (一、区领导) or a sum."""
    name = bare(row.cells["name"].text)
    about = set(row.cells) & {"unit", "post", "state", "level", "role"}
    total = any(re.match(SUM, quote.text) for quote in row.cells.values()) or re.search(r"\d", name)
    return tidy(name) not in PEOPLE_FIELDS and not total and (is_name(name) or (bool(about) and len(name) <= 15))


def own_counts_of(paper: Paper) -> Iterator[Claim[int]]:
    """How many persons a list says it has: （共36人）."""
    for line in paper.lines():
        for match in re.finditer(OWN_COUNT, line.raw):
            yield Claim(paper, line.part(*match.span()), int(match["n"]))


def seats_of(paper: Paper, known: frozenset[str]) -> list[Placed]:
    """The names on a seat plan.

    A plan drawn in cells has no rows: there each cell that holds a name is a seat. Of names that the list does not have
    only those of three characters count there, as 白板 or 石柱 could be names as well.
    """
    tables = [rows for rows in rows_under(paper.doc, {**SEAT_FIELDS, **SEAT_KEYS}) if _has_seats(rows)]
    return _placed(paper, tables[:1]) if tables else list(_drawn(paper, known))  # further sheets order it otherwise


def cards_of(paper: Paper, known: frozenset[str]) -> list[Placed]:
    """The names that are to be printed on cards."""
    tables = list(rows_under(paper.doc, PEOPLE_FIELDS))
    return _placed(paper, tables) if tables else list(_drawn(paper, known))


def _placed(paper: Paper, tables: Sequence[Sequence[Row]]) -> list[Placed]:
    cells = (row.cells for rows in tables for row in rows if "name" in row.cells)
    return [
        Placed(
            paper, bare(found["name"].text), found["name"], found.get("post"), found.get("unit"),
            found.get("seat") or found.get("label"),
        )
        for found in cells
    ]  # fmt: skip


def _drawn(paper: Paper, known: frozenset[str]) -> Iterator[Placed]:
    for line in paper.lines():
        at = 0
        for piece in re.split(r"[、，,；;：:]+|(?<=[\u4e00-\u9fff]{2})[\s　]+|\t", line.raw):
            start = line.raw.index(piece, at) if piece else at
            at = start + len(piece)
            name = bare(re.sub(r"^\d+[.．、]?\s*|[（(].*$", "", piece))
            if name in known or (is_name(name) and (not known or len(name) > 2)):
                yield Placed(paper, name, line.part(start, at))


def _has_seats(rows: Sequence[Row]) -> bool:
    return any("seat" in row.cells or "label" in row.cells for row in rows)


def _row(doc: Document, cells: Sequence[Span | None], names: Sequence[str]) -> Row:
    said: dict[str, Quote] = {}
    for name, span in zip(names, cells, strict=False):
        if name and span and span.of(doc.text).strip():
            said.setdefault(name, Quote(doc, span))
    return Row(said)
