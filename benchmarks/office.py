"""Pages of the office with 100,000 documents and 500 people: medians, and the ratio to a bare Django page.

    python benchmarks/office.py [documents]

Requests go through the whole of Django in this process, without a network. What is wanted: every page under 150 ms,
the search under 100 ms for an ordinary person.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import path

import office_data
from lingwu_office.documents.models import Assignment, Document, Outcome
from lingwu_office.people.models import Person
from lingwu_office.site.search.finding import Asked, find

ROUNDS, PAGE, SEARCH = 15, 150, 100
ORDINARY, HEAD, REGISTRAR = "p100", "p9", "p44"
QUERIES = ("防汛", "防汛 物资储备", "2026", "滨政办发〔2026〕12号", "的", "台账建立的具体办法", "不存在的词")


def bare(request: HttpRequest) -> HttpResponse:
    """A page of Django without anything of the office: one template, no database."""
    page = engines["django"].from_string("<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>")
    return HttpResponse(page.render({"title": request.path}, request))


urlpatterns = [path("bare/", bare)]


def main() -> None:
    """Makes the data where they are missing, then measures."""
    office_data.main()
    with override_settings(MIDDLEWARE=[], ROOT_URLCONF=__name__):
        browser = Client()
        base, _ = timed(lambda: browser.get("/bare/"))
    print(f"{connection.vendor}, {Document.objects.count()} documents, {Person.objects.count()} people")
    print(f"bare Django page {base:6.2f} ms")
    for who, account in (("ordinary", ORDINARY), ("head of unit", HEAD), ("registrar", REGISTRAR)):
        pages(who, Person.objects.get(account=account), base)
    for account in (ORDINARY, REGISTRAR):
        searches(Person.objects.get(account=account))


def pages(who: str, person: Person, base: float) -> None:
    """The main pages as ``person`` sees them."""
    browser = Client()
    browser.force_login(person, backend="lingwu_office.people.backends.OfficeBackend")
    mine = Assignment.objects.filter(person=person, outcome=Outcome.OPEN).first()
    shown = mine.document_id if mine else Document.objects.filter(drafter=person).latest("pk").pk
    addresses = ["/", "/documents/outgoing/", "/documents/incoming/", "/documents/outgoing/?sort=number",
                 "/documents/incoming/?sort=due", "/documents/outgoing/?year=2024&month=3&text=防汛",
                 f"/documents/{shown}/", "/search/?q=防汛", "/search/?q=防汛+物资储备"]  # fmt: skip
    for address in addresses:
        response = browser.get(address)
        if response.status_code != 200:
            raise SystemExit(f"{address}: {response.status_code}")
        with CaptureQueriesContext(connection) as caught:
            browser.get(address)
        queries = len(caught)  # now: the next request empties the log
        spent, own = timed(lambda address=address: browser.get(address))  # type: ignore[misc]
        late = "" if spent < PAGE else f"  over {PAGE} ms"
        print(
            f"{who:<13}{address:<48}{spent:8.1f} ms (processor {own:6.1f}){spent / base:8.0f}×{queries:4} queries{late}"
        )


def searches(person: Person) -> None:
    """The search alone, for words of all kinds."""
    for query in QUERIES:
        hits = len(find(person, Asked(query)).hits)
        spent, own = timed(lambda query=query: find(person, Asked(query)).hits)  # type: ignore[misc]
        late = "" if spent < SEARCH else f"  over {SEARCH} ms"
        print(f"search {person.account:<6}{query:<24}{hits:3} hits{spent:8.1f} ms (processor {own:6.1f}){late}")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """The medians of several runs: milliseconds on the clock, and of this process alone (others share the cores)."""
    work()
    clock, own = [], []
    for _ in range(ROUNDS):
        began, spent = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - began) * 1000)
        own.append((time.process_time() - spent) * 1000)
    return median(clock), median(own)


if __name__ == "__main__":
    main()
