"""The index in SQLite: FTS5 without content of its own; what it holds of a document stands in ``office_search``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models.expressions import RawSQL

from lingwu_office.site.search.row import Row
from lingwu_office.site.search.words import words_of

TABLES = (
    "CREATE TABLE IF NOT EXISTS office_search"
    " (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS office_search_words USING fts5"
    " (head, body, content='', detail='column', columnsize=0, tokenize=\"ascii tokenchars '_'\")",
)
INTO = "INSERT INTO office_search_words (rowid, head, body) VALUES (%s, %s, %s)"
OUT = "INSERT INTO office_search_words (office_search_words, rowid, head, body) VALUES ('delete', %s, %s, %s)"
KEEP = (
    "INSERT INTO office_search (id, version, head, body) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (id) DO UPDATE SET version = excluded.version, head = excluded.head, body = excluded.body"
)
FOUND = "SELECT rowid FROM office_search_words WHERE office_search_words MATCH %s"


def create(cursor: Any) -> None:
    """The tables, where they are missing."""
    for table in TABLES:
        cursor.execute(table)


def clear(cursor: Any) -> None:
    """Take everything out."""
    cursor.execute("INSERT INTO office_search_words (office_search_words) VALUES ('delete-all')")
    cursor.execute("DELETE FROM office_search")


def store(cursor: Any, rows: Sequence[Row]) -> None:
    """Put ``rows`` in, in place of what was there under their ids."""
    for old in _stored(cursor, [row.id for row in rows]):
        cursor.execute(OUT, [old.id, *_cut(old)])
    cursor.executemany(INTO, [[row.id, *_cut(row)] for row in rows])
    cursor.executemany(KEEP, [[row.id, row.version, row.head, row.body] for row in rows])


def matching(needs: Iterable[tuple[str, bool]], part: str) -> RawSQL:
    """The ids of what holds all ``needs``: ``head`` in its head, ``body`` somewhere but not all in its head."""
    wanted = " AND ".join(f'"{need}"' + (" *" if beginning else "") for need, beginning in needs)
    in_head = f"{{head}} : ({wanted})"
    return RawSQL(FOUND, [in_head if part == "head" else f"({wanted}) NOT ({in_head})"])


def _stored(cursor: Any, ids: list[int]) -> list[Row]:
    marks = ", ".join(["%s"] * len(ids))
    cursor.execute(f"SELECT id, version, head, body FROM office_search WHERE id IN ({marks})", ids)
    return [Row(*found) for found in cursor.fetchall()]


def _cut(row: Row) -> tuple[str, str]:
    return " ".join(words_of(row.head)), " ".join(words_of(row.body))
