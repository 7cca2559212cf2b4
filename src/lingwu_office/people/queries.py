"""What the pages of 机构人员 ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from lingwu_office.access.models import Administration
from lingwu_office.access.separation import administrators
from lingwu_office.people.models import Delegation, Duty, Person, Post, Tenure, Unit
from lingwu_office.people.policies import delegations_visible_to, visible_to


@dataclass
class Node:
    """A unit in the tree, with its posts and the units under it."""

    unit: Unit
    posts: list[Post] = field(default_factory=list)
    under: list[Node] = field(default_factory=list)


def unit_tree() -> list[Node]:
    """The units in use as trees, each with its posts; each post has ``holders``, its tenures of today."""
    nodes = {unit.pk: Node(unit) for unit in Unit.objects.filter(closed_on__isnull=True)}
    for post in posts():
        if post.unit_id in nodes:
            nodes[post.unit_id].posts.append(post)
    tops: list[Node] = []
    for node in nodes.values():
        above = nodes.get(node.unit.parent_id or 0)
        (above.under if above else tops).append(node)
    return tops


def posts(unit: Unit | None = None) -> QuerySet[Post]:
    """The posts in use, of ``unit`` or all, with their ``duties`` and ``holders`` (the tenures of today)."""
    found = Post.objects.filter(closed_on__isnull=True).select_related("unit")
    if unit is not None:
        found = found.filter(unit=unit)
    today = Prefetch("tenures", Tenure.objects.on().select_related("person"), to_attr="holders")
    return found.prefetch_related("duties", today)


def persons(viewer: Any, *, words: str = "", unit: Unit | None = None, inactive: bool = False) -> QuerySet[Person]:
    """The persons that ``viewer`` may see, by part of a name, account or telephone, and by unit.

    Each has ``holding``: his tenures of today with their posts.
    """
    found = Person.objects.filter(visible_to(viewer), is_active=not inactive).select_related("unit")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(account__icontains=words) | Q(phone__icontains=words))
    if unit is not None:
        found = found.filter(unit=unit)
    today = Prefetch("tenures", Tenure.objects.on().select_related("post__unit"), to_attr="holding")
    return found.prefetch_related(today)


def tenures_of(thing: Person | Post) -> QuerySet[Tenure]:
    """Who held a post, or which posts a person held, the latest first."""
    found: QuerySet[Tenure] = thing.tenures.select_related("person__unit", "post__unit").order_by("-since", "-pk")
    return found


@dataclass(frozen=True)
class Gaps:
    """没有无责之岗: posts that answer for nothing, duties that nobody answers for, persons without a post."""

    posts: list[Post]
    duties: list[Duty]
    persons: list[Person]
    vacant: list[Post]

    def __bool__(self) -> bool:
        return bool(self.posts or self.duties or self.persons or self.vacant)


def gaps(day: date | None = None) -> Gaps:
    """What is missing on ``day`` (today). The three administrators need no post. A duty of a closed post has none."""
    day = day or timezone.localdate()
    today = Tenure.objects.on(day)
    in_use = Post.objects.filter(closed_on__isnull=True).select_related("unit")
    exempt = [administrators(kind, day).values("pk") for kind in Administration.values if kind]
    unposted = Person.objects.filter(is_active=True).exclude(pk__in=today.values("person")).select_related("unit")
    for kind in exempt:
        unposted = unposted.exclude(pk__in=kind)
    return Gaps(
        posts=list(in_use.filter(duties__isnull=True)),
        duties=list(Duty.objects.exclude(posts__in=in_use.values("pk"))),
        persons=list(unposted),
        vacant=list(in_use.exclude(pk__in=today.values("post"))),
    )


def delegations(viewer: Any) -> dict[str, list[Delegation]]:
    """The delegations that ``viewer`` may see: ``now``, ``ahead`` and ``past`` (the last hundred)."""
    today = timezone.localdate()
    found = Delegation.objects.filter(delegations_visible_to(viewer)).select_related("giver", "taker", "post__unit")
    sorted_out: dict[str, list[Delegation]] = defaultdict(list)
    for delegation in found.filter(until__gte=today).order_by("since"):
        sorted_out["now" if delegation.since <= today else "ahead"].append(delegation)
    sorted_out["past"] = list(found.filter(until__lt=today).order_by("-until")[:100])
    return dict(sorted_out)
