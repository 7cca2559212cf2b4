"""Fields that choose who gets a document: persons, and posts that stand for whoever holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from django import forms
from django.db.models import Q

from lingwu_office.access.models import Grant
from lingwu_office.access.policies import allows
from lingwu_office.documents import hands
from lingwu_office.documents.forms_fields import TicksWidget, named, persons_of_office
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post, Tenure, Unit

Grouped = list[tuple[str, list[tuple[str, str]]]]


def everybody() -> Grouped:
    """Persons by unit, before them the post of its head."""
    heads = Post.objects.filter(head=True, closed_on__isnull=True, tenures__in=Tenure.objects.on())
    posts = heads.select_related("unit").distinct().order_by("unit__order", "unit_id", "order")
    return _grouped(persons_of_office(), posts)


def leaders(verb: str) -> Grouped:
    """The persons and posts whose role allows ``verb`` (documents.sign, documents.instruct)."""
    fit = [grant for grant in Grant.objects.on().select_related("role") if allows(grant.role, verb)]
    posts = [grant.post_id for grant in fit if grant.post_id]
    wanted = Q(pk__in=[grant.person_id for grant in fit if grant.person_id])
    held = Q(tenures__in=Tenure.objects.on().filter(post__in=posts))
    return _grouped(persons_of_office().filter(wanted | held).distinct(), ())


def _grouped(persons: Iterable[Person], posts: Iterable[Post]) -> Grouped:
    found: dict[int, tuple[Unit, list[tuple[str, str]]]] = {}
    for post in posts:
        found.setdefault(post.unit_id, (post.unit, []))[1].append((hands.name_of(post), f"{post.name}（岗位）"))
    for person in persons:
        if person.unit is not None:
            found.setdefault(person.unit.pk, (person.unit, []))[1].append((hands.name_of(person), named(person)))
    ordered = sorted(found.values(), key=lambda pair: (pair[0].order, pair[0].pk))
    return [(unit.name, rows) for unit, rows in ordered]


def _with_blank(choices: Callable[[], Grouped]) -> list[Any]:
    return [("", "请选择"), *choices()]


class HandField(forms.ChoiceField):
    """One person or post (``person:3``, ``post:4``) as itself; None where none is chosen."""

    def __init__(self, among: Callable[[], Grouped] = everybody, **given: Any) -> None:
        super().__init__(choices=cache(partial(_with_blank, among)), **given)

    def clean(self, value: Any) -> Person | Post | None:
        """Raises ``ValidationError`` for who is not among the choices."""
        name = super().clean(value)
        return _found([name])[0] if name else None


class HandsField(forms.MultipleChoiceField):
    """Several persons or posts, all at once; None where none is chosen."""

    widget = TicksWidget

    def __init__(self, among: Callable[[], Grouped] = everybody, **given: Any) -> None:
        super().__init__(choices=cache(partial(among)), **given)

    def clean(self, value: Any) -> list[Person | Post] | None:
        """Raises ``ValidationError`` for who is not among the choices."""
        return _found(super().clean(value)) or None


def _found(names: list[str]) -> list[Person | Post]:
    try:
        return hands.found(names)
    except Invalid as error:
        raise forms.ValidationError(str(error)) from error
