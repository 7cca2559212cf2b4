"""Who somebody is today to documents: himself, the posts he holds, and those he acts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Q, Value, When
from django.utils import timezone

from lingwu_office.access import freshness
from lingwu_office.access.policies import administration_of, with_all_below
from lingwu_office.people.models import Delegation, Post, Tenure

SELF = "本人"


@dataclass(frozen=True)
class Standing:
    """``persons`` and ``posts`` by key, each with the name in whose stead it is held (empty for one's own).

    ``titles`` are the names of the posts, ``heads`` the units
    that he heads with all below, ``units`` those of all posts.
    """

    persons: dict[int, str]
    posts: dict[int, str]
    titles: dict[int, str]
    units: frozenset[int]
    heads: frozenset[int]

    def assigned(self) -> Q:
        """Assignments to any of them."""
        return Q(person__in=self.persons) | Q(post__in=self.posts)

    def stead(self, assignment: Any) -> str | None:
        """In whose stead the assignment is held: empty for one's own right, None where it is not held at all."""
        if assignment.person_id is not None:
            return self.persons.get(assignment.person_id)
        return self.posts.get(assignment.post_id)

    def reason(self) -> Case:
        """Why an assignment waits here, in words, as an expression: 本人、岗位“科长”、代行张三."""
        cases = [When(person=pk, then=Value(f"代行{stead}" if stead else SELF)) for pk, stead in self.persons.items()]
        cases += [
            When(post=pk, then=Value(f"代行{stead}" if stead else f"岗位“{self.titles[pk]}”"))
            for pk, stead in self.posts.items()
        ]
        return Case(*cases, default=Value(""), output_field=CharField())


NOBODY = Standing({}, {}, {}, frozenset(), frozenset())


def standing_of(person: Any) -> Standing:
    """What ``person`` stands for today; nothing for who is not signed in, not in use, or an administrator.

    Read once a day for an object, and anew after any change here to what it rests on.
    """
    if getattr(person, "pk", None) is None or not person.is_active or administration_of(person):
        return NOBODY
    mark = (timezone.localdate(), freshness.mark())
    kept: tuple[Any, Standing] | None = person.__dict__.get("_standing")
    if kept is None or kept[0] != mark:
        kept = person.__dict__["_standing"] = (mark, _read(person))
    return kept[1]


def _read(person: Any) -> Standing:
    posts = {post.pk: post for post in Post.objects.filter(tenures__in=Tenure.objects.on().filter(person=person))}
    persons, steads = {person.pk: ""}, dict.fromkeys(posts, "")
    for delegation in Delegation.objects.on().filter(taker=person).select_related("giver", "post__unit"):
        _take(delegation, persons, steads, posts)
    heads = {post.unit_id for post in posts.values() if post.head}
    return Standing(
        persons, steads, {pk: post.name for pk, post in posts.items()},
        frozenset(post.unit_id for post in posts.values()), frozenset(with_all_below(heads)),
    )  # fmt: skip


def _take(delegation: Delegation, persons: dict[int, str], steads: dict[int, str], posts: dict[int, Post]) -> None:
    """A delegation of one post lends it; one of everything lends the giver's own work and all his posts."""
    lent = Post.objects.filter(tenures__in=Tenure.objects.on().filter(person=delegation.giver))
    if delegation.post_id is None:
        persons.setdefault(delegation.giver.pk, delegation.giver.name)
    else:
        lent = lent.filter(pk=delegation.post_id)
    for post in lent:
        posts.setdefault(post.pk, post)
        steads.setdefault(post.pk, f"{post.name}{delegation.giver.name}")
