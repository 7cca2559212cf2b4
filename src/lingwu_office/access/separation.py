"""三员分立: who is one of the three administrators is no other of them and does no business."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from lingwu_office.access.models import Administration, Grant, Role


def kinds_of(person: Any, *, without: int | None = None) -> set[str]:
    """What ``person`` is by grants from today on: names of administrations, and the empty string for business.

    Grants and tenures that begin later count too, so that nobody becomes two things overnight. ``without`` is the key
    of a grant that is left out.
    """
    posts = person.tenures.filter(Q(until__isnull=True) | Q(until__gte=timezone.localdate())).values("post")
    grants = Grant.objects.lasting().filter(Q(person=person) | Q(post__in=posts))
    if without is not None:
        grants = grants.exclude(pk=without)
    return set(grants.values_list("role__administration", flat=True))


def kinds_of_post(post: Any) -> set[str]:
    """What the grants to ``post`` from today on make of whoever holds it."""
    return set(post.grants.lasting().values_list("role__administration", flat=True))


def clash(person: Any, more: Iterable[str]) -> str:
    """Why ``person`` may not become ``more`` besides what he is, in a sentence; empty where he may.

    Asked within a verb, one at a time for a person: else two verbs at once make two administrators of him.
    """
    apps.get_model("people", "Person").objects.select_for_update(of=("self",)).filter(pk=person.pk).first()
    kinds = kinds_of(person) | set(more)
    offices = sorted(kind for kind in kinds if kind)
    titles = "、".join(Administration(kind).label for kind in offices)
    if len(offices) > 1:
        return f"{person}将同时担任{titles}，三员须由不同的人担任。"
    if offices and "" in kinds:
        return f"{person}将既是{titles}又有业务角色，三员不办理业务。"
    return ""


def holders(post: Any) -> list[Any]:
    """Who holds ``post`` today or later."""
    lasting = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return [tenure.person for tenure in post.tenures.filter(lasting).select_related("person")]


def administrators(kind: str, day: date | None = None) -> QuerySet[Any]:
    """The persons in use who are the administrator ``kind`` on ``day`` (today), by themselves or by a post."""
    day = day or timezone.localdate()
    grants = Grant.objects.on(day).filter(role__administration=kind)
    tenures = apps.get_model("people", "Tenure").objects.on(day)
    return (
        apps.get_model("people", "Person")
        .objects.filter(
            Q(pk__in=grants.filter(person__isnull=False).values("person"))
            | Q(pk__in=tenures.filter(post__in=grants.filter(post__isnull=False).values("post")).values("person")),
            is_active=True,
        )
        .order_by("pk")
    )


def last_of(kind: str, *, without: Iterable[Any]) -> bool:
    """Whether nobody would be the administrator ``kind`` but the persons ``without``.

    Asked within a verb, one at a time for a kind: else two verbs at once take away the last two.
    """
    list(Role.objects.select_for_update().filter(administration=kind).order_by("pk"))
    return not administrators(kind).exclude(pk__in=[person.pk for person in without]).exists()


def would_leave_none(person: Any) -> str:
    """Why ``person`` cannot go: he is the last administrator of his kind. Empty where he can."""
    for kind in sorted(filter(None, kinds_of(person))):
        if last_of(kind, without=[person]):
            return f"{person}是最后一名{Administration(kind).label}，请先授权他人。"
    return ""
