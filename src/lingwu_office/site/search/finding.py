"""Finds the documents that a person may see by words in their heads and texts, newest first, heads before texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from lingwu_office.documents.models import Document
from lingwu_office.documents.policies import visible_to
from lingwu_office.site.search.keeping import backend
from lingwu_office.site.search.marking import Piece, marked, snippet
from lingwu_office.site.search.words import asked_for, needed

PAGE = 20
PARTS = ("head", "body")
"""Documents with all words in their heads come first."""


@dataclass(frozen=True)
class Asked:
    """A query with its filters; ``after`` is the last hit of the page before (``head-12``)."""

    query: str
    direction: str = ""
    kind: str = ""
    year: int | None = None
    after: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """What the address of a page asks for; what makes no sense there is left out."""
        year = given.get("year", "")
        return cls(
            given.get("q", "").strip()[:100],
            given.get("direction", "") if given.get("direction") in ("in", "out") else "",
            given.get("kind", "").strip()[:10],
            int(year) if re.fullmatch("19[5-9][0-9]|20[0-9]{2}|2100", year) else None,
            given.get("after", ""),
        )

    @property
    def start(self) -> tuple[str, int | None]:
        """The part to go on in, and the id to go on below."""
        part, _, last = self.after.partition("-")
        known = part in PARTS and last.isascii() and last.isdecimal() and len(last) < 18
        return (part, int(last)) if known else ("head", None)


@dataclass(frozen=True)
class Hit:
    """A document found, its title and a piece of its text with what was asked for marked."""

    document: Document
    part: str
    title: list[Piece]
    snippet: list[Piece]


@dataclass(frozen=True)
class Found:
    """A page of hits; ``after`` leads to the next page, empty on the last."""

    asked: Asked
    documents: list[tuple[str, Document]]
    after: str

    @cached_property
    def hits(self) -> list[Hit]:
        """The documents with title and text marked."""
        texts, query = _kept([document.pk for _, document in self.documents]), self.asked.query
        return [
            Hit(document, part, marked(document.title, query), snippet(texts.get(document.pk, ""), query))
            for part, document in self.documents
        ]


def find(person: Any, asked: Asked) -> Found:
    """A page of what ``person`` may see and ``asked`` describes; nothing where the query has no character."""
    needs = [need for word in asked_for(asked.query) for need in needed(word)]
    found: list[tuple[str, Document]] = []
    if needs:
        rows = _filtered(person, asked)
        part, below = asked.start
        for stage in PARTS[PARTS.index(part) :]:
            matching = rows.filter(pk__in=backend().matching(needs, stage))
            if below is not None and stage == part:
                matching = matching.filter(pk__lt=below)
            found += [(stage, document) for document in matching[: PAGE + 1 - len(found)]]
            if len(found) > PAGE:
                break
    page = found[:PAGE]
    after = f"{page[-1][0]}-{page[-1][1].pk}" if len(found) > PAGE else ""
    return Found(asked, page, after)


def _filtered(person: Any, asked: Asked) -> QuerySet[Document]:
    rows = Document.objects.filter(visible_to(person)).select_related("unit", "drafter").order_by("-pk")
    if asked.direction:
        rows = rows.filter(direction=asked.direction)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.year:
        zone = ZoneInfo(settings.TIME_ZONE)
        first, end = (datetime(year, 1, 1, tzinfo=zone) for year in (asked.year, asked.year + 1))
        rows = rows.filter(created_at__gte=first, created_at__lt=end)
    return rows


def _kept(ids: list[int]) -> dict[int, str]:
    """The texts of documents that have been found, as the index holds them."""
    if not ids:
        return {}
    marks = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, body FROM office_search WHERE id IN ({marks})", ids)
        return dict(cursor.fetchall())
