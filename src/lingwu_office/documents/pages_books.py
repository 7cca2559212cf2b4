"""编号簿 and 用印登记: every number given, voided ones too, and every seal set."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lingwu_office.documents import queries
from lingwu_office.documents.models import IssuedNumber, Sealing, Series
from lingwu_office.people.asking import person_of

A_PAGE = 100


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """编号簿: the numbers of one series, of documents that the person may read."""
    mine = queries.visible_documents(person_of(request))
    given = IssuedNumber.objects.filter(document__in=mine).order_by()
    books = Series.objects.filter(pk__in=given.values("series")).order_by("-year", "code")
    chosen = next((book for book in books if str(book.pk) == request.GET.get("series")), None) or next(
        iter(books), None
    )
    rows = given.filter(series=chosen).select_related("document", "by", "series").order_by("-number")
    shown = {
        "books": books, "chosen": chosen, "page": _page(request, rows), "missing": _missing(chosen, rows),
        "voided": rows.filter(voided_at__isnull=False).count(),
    }  # fmt: skip
    return render(request, "documents/numbers.html", shown)


def _missing(book: Series | None, rows: QuerySet[IssuedNumber]) -> int:
    """How many numbers of the series are of documents that the person may not read."""
    return book.last - rows.count() if book else 0


@require_GET
def seals(request: HttpRequest) -> HttpResponse:
    """用印登记 of documents that the person may read, by seal and days."""
    mine = queries.visible_documents(person_of(request))
    rows = Sealing.objects.filter(document__in=mine).select_related("document", "by").order_by("-pk")
    names = rows.order_by("seal").values_list("seal", flat=True).distinct()
    asked = {name: request.GET.get(name, "") for name in ("seal", "since", "until")}
    if asked["seal"]:
        rows = rows.filter(seal=asked["seal"])
    if since := _day(asked["since"]):
        rows = rows.filter(at__date__gte=since)
    if until := _day(asked["until"]):
        rows = rows.filter(at__date__lte=until)
    return render(request, "documents/seals.html", {"page": _page(request, rows), "names": names, "asked": asked})


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _page(request: HttpRequest, rows: QuerySet[Any]) -> Any:
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
