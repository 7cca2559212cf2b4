"""Opening a document: who may, the text that counts, and what is kept out before a file is stored."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from lingwu_office.audit import chain
from lingwu_office.audit.action import verbs
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.policies import may_see
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.foundation.errors import Refused
from lingwu_office.people.models import Person

READ, TITLE = "documents.view", "查阅"


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


def keep_out(person: Person, verb: str, thing: Any, *texts: str) -> None:
    """Let no file be stored for a verb whose own texts bear a mark of secrecy.

    Raises:
        Refused: one does; recorded as the verb itself would.
    """
    try:
        refuse_marked(*texts, what="这次填写的内容")
    except Refused as refusal:
        raise chain.refusal(person, verb, verbs[verb].title, thing, reason=str(refusal), error=refusal) from None
