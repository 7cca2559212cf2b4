"""授权、收回、停用动态口令: the verbs of the security administrator."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from lingwu_office.access import separation
from lingwu_office.access.models import Grant, Role
from lingwu_office.access.policies import may_grant, may_reset_second_factor, may_revoke
from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid, Refused


@action("access.grant", title="授权", may=may_grant)
def grant(
    by: Any,
    role: Role,
    *,
    person: Any = None,
    post: Any = None,
    unit: Any = None,
    since: date | None = None,
    until: date | None = None,
) -> Grant:
    """``role`` to ``person`` or to whoever holds ``post`` (one of the two), in ``unit`` and below (or everywhere).

    Raises:
        Refused: to oneself, or against the separation of the three administrators.
        Invalid: neither or both of person and post, a period that ends before it begins, or what is there already.
    """
    since = since or timezone.localdate()
    if (person is None) == (post is None):
        raise Invalid("请在人员和岗位中选定一个。")
    if until is not None and until < since:
        raise Invalid("截止日期早于起始日期。")
    if person is not None and not person.is_active:
        raise Invalid(f"{person}的账号已停用。")
    if post is not None and post.closed_on is not None:
        raise Invalid(f"岗位“{post}”已撤销。")
    if post is not None:  # nobody is appointed to it meanwhile
        type(post).objects.select_for_update(of=("self",)).get(pk=post.pk)
    taking = [person] if person is not None else separation.holders(post)
    _refuse_to_self_and_clashes(by, role, taking)
    same = Grant.objects.filter(role=role, person=person, post=post, unit=unit, revoked_at__isnull=True)
    if any(old.until is None or old.until >= since for old in same):
        raise Invalid(f"{person or post}已有同一范围的“{role}”授权。")
    return Grant.objects.create(
        role=role, person=person, post=post, unit=unit, since=since, until=until, granted_by=by
    )  # fmt: skip


def _refuse_to_self_and_clashes(by: Any, role: Role, taking: list[Any]) -> None:
    if any(person.pk == by.pk for person in taking):
        raise Refused("不能给自己授权。")
    for person in taking:
        if said := separation.clash(person, {role.administration}):
            raise Refused(said)


@action("access.revoke", title="收回授权", may=may_revoke)
def revoke(by: Any, grant: Grant, *, reason: str) -> Grant:
    """The grant ends now.

    Raises:
        Refused: it is what makes somebody the last administrator of a kind.
        Invalid: no reason is given.
    """
    if not reason.strip():
        raise Invalid("请写明收回的缘由。")
    kind = grant.role.administration
    losing = [grant.person] if grant.person is not None else separation.holders(grant.post)
    losing = [person for person in losing if kind not in separation.kinds_of(person, without=grant.pk)]
    if kind and separation.last_of(kind, without=losing):
        raise Refused(f"这是最后一名{grant.role.get_administration_display()}的授权，请先授权他人。")
    grant.revoked_at = timezone.now()
    grant.until = min(grant.until or timezone.localdate(), timezone.localdate())
    grant.save()
    return grant


@action("access.reset_second_factor", title="停用动态口令", may=may_reset_second_factor)
def reset_second_factor(by: Any, person: Any, *, reason: str) -> Any:
    """``person``, whose telephone is lost, signs in by password alone until he sets up another.

    Raises:
        Invalid: he has none, or no reason is given.
    """
    if not reason.strip():
        raise Invalid("请写明停用的缘由。")
    kept = Authenticator.objects.filter(user=person)
    if not kept.exists():
        raise Invalid(f"{person}没有启用动态口令。")
    kept.delete()
    return person
