"""Documents of the tests, put straight into the database."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from lingwu_office.documents.flows import flow_for
from lingwu_office.documents.models import Assignment, Document, Version
from lingwu_office.site.search.keeping import refresh


def paper(office: SimpleNamespace, title: str, text: str = "", **given: Any) -> Document:
    """A stored and indexed document of the 综合科 with one version."""
    values = {"direction": "out", "kind": "通知", "drafter": office.drafter, "unit": office.units["综合科"],
              "state": "under_way", "step": "review"} | given  # fmt: skip
    flow = flow_for(values["direction"], values["kind"])
    assert flow is not None
    document = Document.objects.create(title=title, flow=flow, version=1, **values)
    Version.objects.create(document=document, number=1, text=text, digest="0" * 64, by=office.drafter)
    refresh([document])
    return document


def waits(document: Document, person: Any = None, post: Any = None, **given: Any) -> Assignment:
    """The document waits at the person or post."""
    values = {"step": document.step, "why": "请审核", "sent_by": document.drafter} | given
    return Assignment.objects.create(document=document, person=person, post=post, **values)
