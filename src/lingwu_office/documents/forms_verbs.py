"""What each verb asks for, once: pages make their forms of it, the API its schema, both the verb's arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from lingwu_office.documents.forms_fields import (
    DueField,
    PersonField,
    PersonsField,
    RecipientsField,
    TicksField,
    UnitField,
    UnitsField,
)
from lingwu_office.documents.models import (
    Assignment,
    Attachment,
    Distribution,
    Document,
    IssuedNumber,
    Outcome,
    Reminder,
    Version,
)
from lingwu_office.people.models import Person

Fields = dict[str, forms.Field]
Maker = Callable[[Document | None, Person | None], Fields]

RETENTIONS = ("永久", "定期30年", "定期10年")
REPLIES = ("批复", "函", "电话", "口头", "其他")
USES = ("附件", "来文原件", "定稿", "参考材料")


def words(label: str, help_text: str = "", *, required: bool = False, initial: str = "") -> forms.CharField:
    """Some sentences."""
    area = forms.Textarea({"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, required=required, initial=initial, widget=area, max_length=2000
    )


def line(label: str, help_text: str = "", *, required: bool = True, initial: str = "", at_most: int = 200) -> Any:
    """One line of text."""
    return forms.CharField(label=label, help_text=help_text, required=required, initial=initial, max_length=at_most)


def choice(label: str, values: tuple[str, ...], help_text: str = "") -> forms.ChoiceField:
    """One of ``values``."""
    return forms.ChoiceField(label=label, choices=[(value, value) for value in values], help_text=help_text)


def one_of(rows: QuerySet[Any], label: str, **given: Any) -> forms.ModelChoiceField:
    """One of ``rows``, ticked before where there is no other."""
    field = forms.ModelChoiceField(rows, label=label, empty_label="请选择", **given)
    return field


def of(model: type[Model], document: Document | None, **which: Any) -> QuerySet[Any]:
    """The rows of ``document``; none without one."""
    rows = model._default_manager.all()
    return rows.filter(document=document, **which) if document is not None else rows.none()
