"""The workbench and the search."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lingwu_office.access.models import Administration
from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.documents.domain.elements import KINDS
from lingwu_office.documents.models import Direction
from lingwu_office.site.search.finding import Asked, find
from lingwu_office.site.workbench import Workbench, last_visit, note_visit

YEARS = 12
"""Years that the search offers."""


def workbench(request: HttpRequest) -> HttpResponse:
    """待办: what waits for me, by when, and why me; an administrator is shown his own pages instead."""
    administration = administration_of(request.user)
    if administration:
        return render(request, "workbench.html", {"administration": Administration(administration).label})
    bench = Workbench(request.user, last_visit(request), everything=request.GET.get("all") == "1")
    values = {
        "bench": bench,
        "can_draft": may_by_role(request.user, "documents.draft"),
        "can_receive": may_by_role(request.user, "documents.receive"),
    }
    response = render(request, "workbench.html", values)
    note_visit(request, response)
    return response


def search(request: HttpRequest) -> HttpResponse:
    """查找: documents that I may see, by words of their titles, numbers, elements and texts."""
    asked = Asked.of(request.GET)
    found = find(request.user, asked)
    given = {"q": asked.query, "direction": asked.direction, "kind": asked.kind, "year": asked.year or ""}
    first = urlencode({name: value for name, value in given.items() if value})
    this = timezone.localdate().year
    values = {
        "found": found, "directions": Direction.choices, "kinds": KINDS, "years": range(this, this - YEARS, -1),
        "first": first, "more": f"{first}&{urlencode({'after': found.after})}" if found.after else "",
    }  # fmt: skip
    return render(request, "search.html", values)
