"""发文稿纸 and 文件处理单: the whole of what was said of a document, on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from lingwu_office.documents import queries
from lingwu_office.documents.domain.flow import Act
from lingwu_office.documents.models import Assignment, Document, Outcome
from lingwu_office.documents.opening import opened
from lingwu_office.documents.pages_show import parts_of, readers_of
from lingwu_office.documents.queries import StepDone
from lingwu_office.people.asking import person_of

ON_PAPER = {
    "signs": Act.SIGN, "reviews": Act.REVIEW, "countersigns": Act.COUNTERSIGN, "rechecks": Act.RECHECK,
    "proposals": Act.PROPOSE, "handled": Act.HANDLE, "screened": Act.SCREEN,
}  # fmt: skip
TITLES = {"out": "发文稿纸", "in": "文件处理单"}


@require_GET
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet to print; that somebody opened it to print is recorded."""
    person, document = person_of(request), opened(request, pk, "documents.export", "打印处理单")
    queries.record_export(person, f"打印{TITLES[document.direction]}", document)
    steps = queries.steps_of(document)
    shown = {
        "document": document, "title": TITLES[document.direction], "printed_by": person.name, "now": timezone.now(),
        "attachments": document.attachments.filter(removed_at__isnull=True, use="附件").select_related("file"),
        "sealings": document.sealings.all(), "readers": [part for part, _ in readers_of(steps)],
        "instructions": document.instructions.select_related("leader", "to_unit", "to_person"),
        "reply": document.form.get("答复"), **said_on(document, steps),
    }  # fmt: skip
    name = "sheet_out.html" if document.direction == "out" else "sheet_in.html"
    return render(request, f"documents/{name}", shown)


def said_on(document: Document, steps: list[StepDone]) -> dict[str, Any]:
    """Opinions by the field of the sheet in which they stand: those of the last round of each step."""
    return {name: _last(parts_of(document, steps, act)) for name, act in ON_PAPER.items()}


def _last(parts: list[Assignment]) -> list[Assignment]:
    given = [part for part in parts if part.outcome == Outcome.PASSED]
    last = {part.step: part.round for part in given}
    return [part for part in given if part.round == last[part.step]]
