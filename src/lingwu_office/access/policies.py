"""By what right somebody may do something: roles granted to persons and posts, in a scope, for a period."""

from __future__ import annotations

from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lingwu_office.access.models import Grant
from lingwu_office.foundation.verdict import Verdict, no, yes


def grants_of(person: Any, day: date | None = None) -> list[Grant]:
    """The grants in force for ``person`` and for the posts he holds on ``day`` (today)."""
    day = day or timezone.localdate()
    kept: list[Grant] | None = getattr(person, "_grants", None)
    if kept is None:
        rows = Grant.objects.filter(
            Q(until__isnull=True) | Q(until__gte=day),
            Q(person=person) | Q(post__in=person.posts_on(day)),
            since__lte=day, revoked_at__isnull=True,
        ).select_related("role", "unit", "post__unit")  # fmt: skip
        kept = person._grants = list(rows)
    return kept


def forget(person: Any) -> None:
    """Let the grants of ``person`` be read anew."""
    person.__dict__.pop("_grants", None)


def may_by_role(person: Any, verb: str, unit: Any = None) -> Verdict:
    """Whether a role of ``person`` allows ``verb`` in ``unit`` (in some unit, where none is given)."""
    if person is None or not getattr(person, "is_active", False):
        return no("请先登录。")
    above = {part.pk for part in unit.line()} if unit is not None else None
    for grant in grants_of(person):
        fits = any(fnmatchcase(verb, pattern) for pattern in grant.role.verbs)
        if fits and (above is None or grant.unit_id is None or grant.unit_id in above):
            return yes(f"以“{grant.role.title}”角色")
    return no("您的岗位和角色没有办理这一事项的权限，请联系安全管理员。")


def administration_of(person: Any) -> str:
    """Which of the three administrators ``person`` is: ``system``, ``security``, ``audit``, or empty."""
    return next((grant.role.administration for grant in grants_of(person) if grant.role.administration), "")
