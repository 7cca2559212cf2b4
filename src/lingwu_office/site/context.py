"""What every page knows: where this person may go, who he is, and whether this is the demo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.people.models import Delegation, Tenure

BUSINESS = (("待办", "workbench"), ("发文", "documents:outgoing"), ("收文", "documents:incoming"), ("查找", "search"))
EVERYBODY = (("机构人员", "people:units"),)
BY_ROLE = (
    ("办理流程", "documents:flows", "documents.change_flow"),
    ("权限", "access:grants", "access.grant"),
    ("留痕", "audit:entries", "audit.read"),
)
"""Title, address, and the verb that a role has to allow."""


@dataclass(frozen=True)
class Link:
    """A place of the main navigation."""

    title: str
    address: str
    current: bool = False


def office(request: HttpRequest) -> dict[str, Any]:
    """``navigation``, ``posts``, ``demo``, ``classified``; the first two are asked for only where a page shows them."""
    person = getattr(request, "user", None)
    return {
        "demo": settings.DEMO,
        "classified": settings.CLASSIFIED,
        "navigation": SimpleLazyObject(partial(navigation, person, request.path)),
        "posts": SimpleLazyObject(partial(posts, person)),
    }


def navigation(person: Any, path: str = "") -> list[Link]:
    """Where ``person`` may go; nowhere for who has not signed in."""
    if person is None or not person.is_authenticated:
        return []
    administration = administration_of(person)
    places = [*(() if administration else BUSINESS), *EVERYBODY]
    places += [(title, name) for title, name, verb in BY_ROLE if may_by_role(person, verb)]
    found = [(title, reverse(name)) for title, name in places]
    here = max((address for _, address in found if _within(path, address)), key=len, default="")
    return [Link(title, address, address == here) for title, address in found]


def posts(person: Any) -> str:
    """The posts of ``person`` and for whom he acts, in a line."""
    if person is None or not person.is_authenticated:
        return ""
    tenures = Tenure.objects.on().filter(person=person).select_related("post__unit").order_by("since")
    lent = Delegation.objects.on().filter(taker=person).select_related("giver", "taker", "post__unit")
    return "、".join([*(str(tenure.post) for tenure in tenures), *(f"代行{one.post or one.giver}" for one in lent)])


def _within(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))
