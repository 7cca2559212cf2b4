"""What the API takes and gives: schemas of documents, and of each verb made from its form."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from lingwu_office.documents import forms_fields as fields
from lingwu_office.documents import queries
from lingwu_office.documents.forms import elements_fields, registering_fields
from lingwu_office.documents.forms_hands import HandField, HandsField
from lingwu_office.documents.forms_verbs import MAKERS
from lingwu_office.documents.models import Assignment, Document
from lingwu_office.people.models import Person

ELEMENTS = {"change_elements", "register"}
"""Verbs that change only the elements they are given."""


class Said(Schema):
    """What went wrong, in one Chinese sentence."""

    detail: str


class Recipient(Schema):
    """To whom how many copies go how."""

    recipient: str
    copies: int = 1
    channel: str = fields.CHANNELS[0]


class UnitOut(Schema):
    """机构."""

    id: int
    name: str
    parent: int | None = Field(alias="parent_id")


class PersonOut(Schema):
    """人员."""

    id: int
    name: str
    unit: int | None = Field(alias="unit_id")


class DocumentOut(Schema):
    """公文, as a register tells of it."""

    id: int
    direction: str
    title: str
    kind: str
    state: str
    step: str
    urgency: str
    unit: str
    drafter: str
    addressees: str
    copies_to: str
    code: str
    copies: int
    document_number: str
    register_number: str
    source: str
    source_number: str
    source_date: date | None
    due_at: datetime | None
    version: int
    created_at: datetime
    changed_at: datetime

    @staticmethod
    def resolve_unit(document: Document) -> str:
        """The name of the unit."""
        return str(document.unit)

    @staticmethod
    def resolve_drafter(document: Document) -> str:
        """The name of the drafter."""
        return str(document.drafter)


class PartOut(Schema):
    """Somebody's part in a step."""

    id: int
    step: str
    round: int
    order: int
    who: str
    done_by: str
    on_behalf_of: str
    lead: bool
    outcome: str
    opinion: str
    opened_at: datetime
    due_at: datetime | None
    done_at: datetime | None

    @staticmethod
    def resolve_who(part: Assignment) -> str:
        """The post or the person who has it."""
        return str(part.post or part.person)

    @staticmethod
    def resolve_done_by(part: Assignment) -> str:
        """Who did it; empty while it waits."""
        return str(part.done_by or "")


class VerbOut(Schema):
    """A verb that can be done now."""

    verb: str
    title: str
    reason: str


class WholeOut(Schema):
    """公文, with what everybody did and what can be done now."""

    document: DocumentOut
    form: dict[str, Any]
    parts: list[PartOut]
    can: list[VerbOut]


class Page(Schema):
    """Some of many."""

    count: int
    items: list[DocumentOut]


class AssignmentOut(Schema):
    """待办: what waits, and why."""

    id: int
    document: DocumentOut
    step: str
    why: str
    due_at: datetime | None


class TextOut(Schema):
    """The text that counts now; ``version`` is what ``base`` of the next one is."""

    version: int
    text: str


class Done(Schema):
    """What a verb did: the document after it, and the id of what was made, if anything was."""

    verb: str
    document: DocumentOut
    made: int | None = None


class DraftedIn(Schema):
    """Base of what a new document takes."""

    model_config = ConfigDict(extra="forbid")


def whole(person: Person, document: Document) -> dict[str, Any]:
    """What ``WholeOut`` shows of ``document`` to ``person``."""
    parts = [part for step in queries.steps_of(document) for part in step.parts]
    can = [
        {"verb": name.removeprefix("documents."), "title": title, "reason": verdict.reason}
        for name, title, verdict in queries.may_now(person, document)
    ]
    return {"document": document, "form": document.form, "parts": parts, "can": can}


TYPES: tuple[tuple[type[forms.Field], Any], ...] = (
    (fields.PersonsField, list[int]),
    (fields.UnitsField, list[int]),
    (HandsField, list[str]),
    (HandField, str),
    (fields.UnitField, int),
    (fields.JudgingField, dict[str, bool]),
    (fields.RecipientsField, list[Recipient]),
    (forms.ModelMultipleChoiceField, list[int]),
    (forms.ModelChoiceField, int),
    (forms.DateField, date),
    (forms.BooleanField, bool),
    (forms.IntegerField, int),
    (forms.TypedChoiceField, bool),
    (forms.CharField, str),
    (forms.ChoiceField, str),
)
"""The type of a field by its class; the first that fits."""


def shape(
    name: str, given: dict[str, forms.Field], more: dict[str, Any] | None = None, *, partial: bool = False
) -> type[Schema]:
    """A schema of these form fields and of ``more``; ``partial`` lets all of the fields be left out."""
    rows: dict[str, Any] = dict(more or {})
    for key, field in given.items():
        kind = next(kind for fits, kind in TYPES if isinstance(field, fits))
        told = {"title": str(field.label or key), "description": str(field.help_text) or None}
        needed = field.required and not field.initial and not partial
        rows[key] = (kind, Field(**told)) if needed else (kind | None, Field(None, **told))  # type: ignore[call-overload]
    made: type[Schema] = create_model(name, __base__=DraftedIn, **rows)
    return made


def shape_of(verb: str) -> type[Schema]:
    """The schema of what ``verb`` takes."""
    name = "".join(part.capitalize() for part in verb.split("_")) + "In"
    return shape(name, MAKERS[verb](None), partial=verb in ELEMENTS)


UNIT: dict[str, Any] = {"unit": (int, Field(title="单位", description="拟稿或签收单位的编号"))}
DraftIn = shape(
    "DraftIn",
    elements_fields(),
    UNIT | {"flow": (int | None, Field(None, title="流程")), "text": (str, Field("", title="正文"))},
)
ReceiveIn = shape("ReceiveIn", registering_fields(None), UNIT)
