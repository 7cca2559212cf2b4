"""Opening a document for its text: who may, and that it was read."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from lingwu_office.audit import chain
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.policies import may_see
from lingwu_office.people.models import Person

READ, TITLE = "documents.view", "查阅"


def who(request: HttpRequest) -> Person:
    """Whom the request comes from; nobody gets here without signing in."""
    return cast(Person, request.user)


def opened(request: HttpRequest, pk: int, verb: str = READ, title: str = TITLE) -> Document:
    """The document ``pk`` for whom the request comes from; a refusal is recorded under ``verb``.

    Raises:
        Http404: there is none. Refused: it is not his to read; the sentence says why.
    """
    document = get_object_or_404(Document.objects.select_related("flow", "unit", "drafter"), pk=pk)
    verdict = may_see(request.user, document)
    if not verdict:
        raise chain.refusal(request.user, verb, title, document, reason=verdict.reason)
    return document


def current(document: Document) -> Version | None:
    """The version that counts now; None where nothing has been saved."""
    return document.versions.select_related("by").filter(number=document.version).first()
