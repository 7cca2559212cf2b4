"""Versions of a text: the list, one of them, and what changed between two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.functions import Length
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.forms_text import TwoForm
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.opening import opened
from lingwu_office.documents.policies import rule
from lingwu_office.documents.queries import record_viewing, versions_of
from lingwu_office.documents.text_diff import SAME, Row, compare, counted
from lingwu_office.people.asking import person_of
from lingwu_office.proofreading.queries import StepWork, findings_by_step

AROUND = 1
"""Paragraphs without change that are shown before and after a change."""


@dataclass
class Fold:
    """Rows that are shown, or that are folded because nothing changed in them."""

    folded: bool
    rows: list[Row] = field(default_factory=list)


@require_GET
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Who saved what, when, in which step."""
    document = opened(request, pk)
    form = TwoForm(request.GET)
    if request.GET and form.is_valid():
        return redirect("documents:diff", pk, form.cleaned_data["old"], form.cleaned_data["new"])
    record_viewing(person_of(request), document)
    rows = list(versions_of(document).annotate(size=Length("text")))
    shown = {
        "document": document, "rows": _with_steps(document, rows), "numbers": [row.number for row in rows],
        "takes_in": rule("take_in")(person_of(request), document), "work": _work(document),
    }  # fmt: skip
    return render(request, "documents/versions.html", shown)


def _with_steps(document: Document, rows: Sequence[Version]) -> list[tuple[Version, str]]:
    titles = {step.key: step.title for step in flow_of(document).steps}
    return [(row, titles.get(row.step, row.step)) for row in rows]


def _work(document: Document) -> list[tuple[str, StepWork]]:
    """What each step mended and left as it is, in the order of the flow."""
    found = findings_by_step(document)
    titles = {step.key: step.title for step in flow_of(document).steps}
    order = [*titles, *(key for key in found if key not in titles)]
    return [(titles.get(key, key), found[key]) for key in order if key in found]


@require_GET
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One version as it was saved."""
    document = opened(request, pk)
    found = get_object_or_404(document.versions.select_related("by"), number=number)
    record_viewing(person_of(request), document)
    (row,) = _with_steps(document, [found])
    return render(request, "documents/text_version.html", {"document": document, "row": found, "step": row[1]})


@require_GET
def diff(request: HttpRequest, pk: int, old: int, new: int) -> HttpResponse:
    """What changed between two versions (0 stands for the empty page before the first)."""
    document = opened(request, pk)
    found = {row.number: row for row in document.versions.select_related("by").filter(Q(number=old) | Q(number=new))}
    if new not in found or (old and old not in found):
        raise Http404
    record_viewing(person_of(request), document)
    before, after = found.get(old), found[new]
    rows = compare(before.text if before else "", after.text)
    shown = {
        "document": document, "before": before, "after": after, "folds": folds(rows), "counted": counted(rows),
        "numbers": list(document.versions.order_by("number").values_list("number", flat=True)),
        "old": old, "new": new,
    }  # fmt: skip
    return render(request, "documents/diff.html", shown)


def folds(rows: Sequence[Row]) -> list[Fold]:
    """``rows`` in groups: changes with what stands around them, and the long stretches without change."""
    near: set[int] = set()
    for index, row in enumerate(rows):
        if row.kind != SAME:
            near.update(range(index - AROUND, index + AROUND + 1))
    found: list[Fold] = []
    for index, row in enumerate(rows):
        folded = index not in near
        if not found or found[-1].folded != folded:
            found.append(Fold(folded))
        found[-1].rows.append(row)
    return found
