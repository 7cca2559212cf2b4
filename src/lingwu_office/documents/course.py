"""Reading from the database where a document stands, as the domain sees it."""

from __future__ import annotations

from lingwu_office.documents.domain.course import Course, Part
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import Document


def course_of(document: Document) -> Course:
    """Where ``document`` stands, as the domain sees it."""
    parts = tuple(
        Part(row.pk, row.step, f"post:{row.post_id}" if row.post_id else f"person:{row.person_id}", row.round,
             row.outcome, row.version, row.lead, row.order)
        for row in document.assignments.order_by("pk")
    )  # fmt: skip
    numbers = document.versions.filter(aside=False, substantial=True).values_list("number", flat=True)
    return Course(
        flow_of(document), document.step, document.round, document.version, frozenset(numbers),
        document.signed_version, bool(document.document_number), document.sealings.exists(), parts,
        {key: tuple(names) for key, names in document.plan.items()},
    )  # fmt: skip
