"""Keeps the index as the documents are, in the transaction of the verb that changed them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models, transaction
from django.dispatch import receiver

from lingwu_office.audit.action import acted
from lingwu_office.documents.models import Document, Version
from lingwu_office.site.search import postgresql, sqlite
from lingwu_office.site.search.row import Row

AT_ONCE = 500
COLUMNS = ("title", "kind", "document_number", "register_number", "source", "source_number", "issuer", "addressees",
           "copies_to", "signatory", "archive_number")  # fmt: skip
"""What of a document is its head, besides the elements without a column."""


def backend() -> Any:
    """The module that keeps the index in the database at work: ``create``, ``clear``, ``store``, ``matching``."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def ensure(**_: Any) -> None:
    """Make the tables of the index where they are missing."""
    with connection.cursor() as cursor:
        backend().create(cursor)


def refresh(documents: Iterable[Document]) -> None:
    """Index ``documents`` anew, as far as they are not as the index holds them."""
    found = {document.pk: document for document in documents}
    heads = {pk: head_of(document) for pk, document in found.items()}
    with connection.cursor() as cursor:
        kept = _kept(cursor, list(found))
        due = [pk for pk in found if kept.get(pk) != (found[pk].version, heads[pk])]
        texts = _texts([found[pk] for pk in due])
        if due:
            backend().store(cursor, [Row(pk, found[pk].version, heads[pk], texts.get(pk, "")) for pk in due])


def rebuild() -> int:
    """Empty the index and fill it again, ``AT_ONCE`` documents in a transaction; returns how many there are.

    Needed where ``words_of`` has changed: SQLite takes out of the index what ``words_of`` says was put in.
    """
    with connection.cursor() as cursor:
        backend().clear(cursor)
    done, last = 0, 0
    while batch := list(Document.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        with transaction.atomic():
            refresh(batch)
        done, last = done + len(batch), batch[-1].pk
    return done


def head_of(document: Document) -> str:
    """Title, numbers and elements of ``document``, one a line."""
    values = [getattr(document, column) for column in COLUMNS]
    values += [value for value in document.form.values() if isinstance(value, str)]
    return "\n".join(value for value in values if value)


@receiver(acted, dispatch_uid="office_search")
def follow(sender: type[models.Model], thing: models.Model, result: Any, **_: Any) -> None:
    """After a verb: index the document that it was about or that it made."""
    about = {one for one in (thing, result, getattr(thing, "document", None)) if isinstance(one, Document) and one.pk}
    if about:
        refresh(Document.objects.filter(pk__in=[document.pk for document in about]))


def _kept(cursor: Any, ids: list[int]) -> dict[int, tuple[int, str]]:
    marks = ", ".join(["%s"] * len(ids)) or "NULL"
    cursor.execute(f"SELECT id, version, head FROM office_search WHERE id IN ({marks})", ids)
    return {pk: (version, head) for pk, version, head in cursor.fetchall()}


def _texts(documents: list[Document]) -> dict[int, str]:
    latest = models.Q(pk__in=[])
    for number in {document.version for document in documents}:
        latest |= models.Q(number=number, document__in=[one.pk for one in documents if one.version == number])
    return dict(Version.objects.filter(latest).values_list("document_id", "text"))
