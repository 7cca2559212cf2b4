"""The index in PostgreSQL: words without positions as ``tsvector`` under GIN."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models.expressions import RawSQL

from lingwu_office.site.search.row import Row
from lingwu_office.site.search.words import words_of

TABLES = (
    "CREATE TABLE IF NOT EXISTS office_search (id bigint PRIMARY KEY, version integer NOT NULL, head text NOT NULL,"
    " body text NOT NULL, head_words tsvector NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS office_search_head ON office_search USING gin (head_words)",
    "CREATE INDEX IF NOT EXISTS office_search_words ON office_search USING gin (words)",
)
KEEP = (
    "INSERT INTO office_search (id, version, head, body, head_words, words)"
    " VALUES (%s, %s, %s, %s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))"
    " ON CONFLICT (id) DO UPDATE SET version = excluded.version, head = excluded.head, body = excluded.body,"
    " head_words = excluded.head_words, words = excluded.words"
)
IN_HEAD = "SELECT id FROM office_search WHERE head_words @@ %s::tsquery"
IN_BODY = "SELECT id FROM office_search WHERE words @@ %s::tsquery AND NOT head_words @@ %s::tsquery"


def create(cursor: Any) -> None:
    """The table and its indexes, where they are missing."""
    for table in TABLES:
        cursor.execute(table)


def clear(cursor: Any) -> None:
    """Take everything out."""
    cursor.execute("DELETE FROM office_search")


def store(cursor: Any, rows: Sequence[Row]) -> None:
    """Put ``rows`` in, in place of what was there under their ids."""
    cursor.executemany(KEEP, [_values(row) for row in rows])


def matching(needs: Iterable[tuple[str, bool]], part: str) -> RawSQL:
    """The ids of what holds all ``needs``: ``head`` in its head, ``body`` somewhere but not all in its head."""
    wanted = " & ".join(f"'{need}'" + (":*" if beginning else "") for need, beginning in needs)
    return RawSQL(IN_HEAD, [wanted]) if part == "head" else RawSQL(IN_BODY, [wanted, wanted])


def _values(row: Row) -> list[Any]:
    head = words_of(row.head)
    return [row.id, row.version, row.head, row.body, head, [*{*head, *words_of(row.body)}]]
