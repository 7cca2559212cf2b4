"""Who may change units, posts, persons and delegations, and who may see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.foundation.verdict import Verdict, no, yes
from lingwu_office.people.models import Delegation, Person

EVERYTHING = Q(pk__isnull=False)
"""All rows. An empty ``Q()`` would vanish in an "or" and leave the other side alone."""


def by_role(verb: str) -> Callable[[Any, Any], Verdict]:
    """The policy of a verb that a role alone allows: the system administrator's."""

    def may(person: Any, thing: Any) -> Verdict:
        return may_by_role(person, verb)

    return may


may_add_unit = by_role("people.add_unit")
may_change_unit = by_role("people.change_unit")
may_close_unit = by_role("people.close_unit")
may_add_post = by_role("people.add_post")
may_change_post = by_role("people.change_post")
may_close_post = by_role("people.close_post")
may_add_duty = by_role("people.add_duty")
may_assign_duty = by_role("people.assign_duty")
may_drop_duty = by_role("people.drop_duty")
may_add_person = by_role("people.add_person")
may_change_person = by_role("people.change_person")
may_reactivate_person = by_role("people.reactivate_person")
may_appoint = by_role("people.appoint")
may_end_tenure = by_role("people.end_tenure")
may_hand_over = by_role("people.hand_over")
may_import_people = by_role("people.import_people")


def may_deactivate_person(person: Any, other: Person) -> Verdict:
    """The system administrator, but not himself."""
    if getattr(person, "pk", None) == other.pk:
        return no("不能停用自己的账号。")
    return may_by_role(person, "people.deactivate_person")


def may_reset_password(person: Any, other: Person) -> Verdict:
    """The system administrator for others; one's own is changed with the old one at hand."""
    if getattr(person, "pk", None) == other.pk:
        return no("自己的密码请在“修改密码”中更改。")
    return may_by_role(person, "people.reset_password")


def may_change_password(person: Any, other: Person) -> Verdict:
    """Everybody his own only."""
    if getattr(person, "is_active", False) and person.pk == other.pk:
        return yes("本人")
    return no("密码只能由本人更改。")


def may_delegate(person: Any, giver: Person) -> Verdict:
    """The giver himself, or the system administrator where the giver cannot."""
    if getattr(person, "is_active", False) and person.pk == giver.pk:
        return yes("本人委托")
    return may_by_role(person, "people.delegate") or no("代行只能由委托人本人或系统管理员设定。")


def may_end_delegation(person: Any, delegation: Delegation) -> Verdict:
    """The giver himself, or the system administrator."""
    if getattr(person, "is_active", False) and person.pk == delegation.giver_id:
        return yes("本人委托")
    return may_by_role(person, "people.end_delegation") or no("代行只能由委托人本人或系统管理员终止。")


def may_view_people(person: Any, thing: Any = None) -> Verdict:
    """Everybody who belongs to a unit; the directory of the office is for its own people."""
    if not getattr(person, "is_active", False):
        return no("请先登录。")
    if person.unit_id is not None or administration_of(person):
        return yes("本单位人员")
    return no("您的账号尚未归入任何机构，请联系系统管理员。")


def visible_to(person: Any) -> Q:
    """The persons that ``person`` may see: those in use; all for the system administrator."""
    if may_by_role(person, "people.change_person"):
        return EVERYTHING
    himself = Q(pk=getattr(person, "pk", None))
    return Q(is_active=True) | himself if may_view_people(person) else himself


def delegations_visible_to(person: Any) -> Q:
    """The delegations that ``person`` may see: his own, all for the system administrator."""
    if may_by_role(person, "people.delegate"):
        return EVERYTHING
    pk = getattr(person, "pk", None)
    return Q(giver=pk) | Q(taker=pk)
