"""By what right somebody may do something: roles granted to persons and posts, in a scope, for a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from lingwu_office.access import freshness
from lingwu_office.access.models import Administration, Grant
from lingwu_office.foundation.verdict import Verdict, no, yes

OWN = {
    Administration.SYSTEM: ("people.*", "settings.*", "documents.*_flow"),
    Administration.SECURITY: ("access.*",),
    Administration.AUDIT: ("audit.*",),
}
"""All that each of the three administrators may ever do, whatever his role's patterns say; nobody else may do it."""
NO_RIGHT = "您的岗位和角色没有办理这一事项的权限，请联系安全管理员。"
SEPARATED = "系统、安全、审计管理员只管各自的事，不办理也不查看业务。"


@dataclass(frozen=True)
class Rights:
    """The grants of a person: ``own`` in his own right, ``borrowed`` with the name of the post he stands in for."""

    own: tuple[Grant, ...]
    borrowed: tuple[tuple[Grant, str], ...]


def rights_of(person: Any, day: date | None = None) -> Rights:
    """What ``person`` may rest on, on ``day`` (today); read once a day for an object, and anew after any change here.

    Grants to the giver's own person and the offices of administrators are never borrowed.
    """
    if getattr(person, "pk", None) is None:
        return Rights((), ())
    day = day or timezone.localdate()
    kept = person.__dict__.setdefault("_rights", {})
    mark = (day, freshness.mark())
    if mark not in kept:
        kept.clear()
        kept[mark] = _read(person, day)
    found: Rights = kept[mark]
    return found


def _read(person: Any, day: date) -> Rights:
    held = {post.pk for post in person.posts_on(day)}
    lent = {post.pk: f"{post}（{giver}）" for giver, post in person.stood_for(day) if post.pk not in held}
    theirs = Q(person=person) | Q(post__in=held | lent.keys())
    rows = Grant.objects.on(day).filter(theirs).select_related("role", "unit")
    own = tuple(grant for grant in rows if grant.person_id or grant.post_id in held)
    borrowed = tuple(
        (grant, lent[grant.post_id]) for grant in rows if grant.post_id in lent and not grant.role.administration
    )
    return Rights(own, borrowed)


def grants_of(person: Any, day: date | None = None) -> list[Grant]:
    """The grants in force for ``person`` in his own right and for the posts he holds on ``day`` (today)."""
    return list(rights_of(person, day).own)


def fits(verb: str, patterns: Any) -> bool:
    """Whether one of the patterns names ``verb``."""
    return any(fnmatchcase(verb, pattern) for pattern in patterns)


def allows(role: Any, verb: str) -> bool:
    """Whether ``role`` allows ``verb``: by its patterns, and within what its kind of role may ever do."""
    own = OWN.get(role.administration)
    within = fits(verb, own) if own else not any(fits(verb, patterns) for patterns in OWN.values())
    return within and fits(verb, role.verbs)


def may_by_role(person: Any, verb: str, unit: Any = None) -> Verdict:
    """Whether a role of ``person``, or of a post he acts for, allows ``verb`` in ``unit`` (without one: somewhere)."""
    if person is None or not getattr(person, "is_active", False):
        return no("请先登录。")
    above = {part.pk for part in unit.line()} if unit is not None else None
    rights = rights_of(person)
    for grant in rights.own:
        if allows(grant.role, verb) and _reaches(grant, above):
            return yes(f"以“{grant.role.title}”角色")
    if administration_of(person):
        return no(SEPARATED)
    for grant, post in rights.borrowed:
        if allows(grant.role, verb) and _reaches(grant, above):
            return yes(f"代行{post}，以“{grant.role.title}”角色", on_behalf_of=post)
    return no(NO_RIGHT)


def _reaches(grant: Grant, above: set[int] | None) -> bool:
    return above is None or grant.unit_id is None or grant.unit_id in above


def units_by_role(person: Any, verb: str) -> set[int] | None:
    """The keys of the units in which a role allows ``verb``, those below included; None for the whole office.

    For ``visible_to``: one query for the tree of units, none where the scope is everything or nothing.
    """
    if not getattr(person, "is_active", False):
        return set()
    rights = rights_of(person)
    grants = [*rights.own] if administration_of(person) else [*rights.own, *(grant for grant, _ in rights.borrowed)]
    tops = {grant.unit_id for grant in grants if allows(grant.role, verb)}
    if None in tops:
        return None
    return with_all_below({top for top in tops if top is not None})


def with_all_below(tops: set[int]) -> set[int]:
    """The keys of the units ``tops`` and of all below them; one query, none for nothing."""
    if not tops:
        return set()
    pairs = list(apps.get_model("people", "Unit").objects.values_list("pk", "parent_id"))
    found = set(tops)
    while more := {pk for pk, parent in pairs if parent in found} - found:
        found |= more
    return found


def administration_of(person: Any) -> str:
    """Which of the three administrators ``person`` is: ``system``, ``security``, ``audit``, or empty."""
    return next((grant.role.administration for grant in grants_of(person) if grant.role.administration), "")


def may_grant(person: Any, role: Any) -> Verdict:
    """The security administrator grants roles."""
    return may_by_role(person, "access.grant")


def may_revoke(person: Any, grant: Any) -> Verdict:
    """The security administrator takes grants back, once each."""
    verdict = may_by_role(person, "access.revoke")
    if verdict and grant.revoked_at is not None:
        return no("这项授权已经收回。")
    return verdict


def may_reset_second_factor(person: Any, other: Any) -> Verdict:
    """The security administrator for others; one's own is switched off on one's own page.

    Not the system administrator, who sets passwords: so neither can get at a protected account alone.
    """
    if getattr(person, "pk", None) == other.pk:
        return no("自己的动态口令请在“两步验证”中停用。")
    return may_by_role(person, "access.reset_second_factor")


def may_view_grants(person: Any) -> Verdict:
    """Whoever grants or audits sees all grants; everybody else sees his own on his own page."""
    return may_by_role(person, "access.view_grants")


def visible_to(person: Any) -> Q:
    """The grants that ``person`` may see: all for the security administrator, else those he holds."""
    if may_view_grants(person):
        return Q(pk__isnull=False)
    if getattr(person, "pk", None) is None:
        return Q(pk__in=())
    return Q(pk__in=[grant.pk for grant in grants_of(person)])
