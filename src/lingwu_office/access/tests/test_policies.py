"""Rights by role: scopes, periods, administrators, and acting for another."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from lingwu_office.access import actions, policies
from lingwu_office.access.models import Grant, Role
from lingwu_office.access.roles import default_roles, load_roles
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.actions import appoint, deactivate_person, delegate, end_tenure
from lingwu_office.people.models import Delegation, Person, Post, Tenure

TODAY = date.today()
DAY = timedelta(days=1)


def role(name: str) -> Role:
    return Role.objects.get(name=name)


def test_roles_are_loaded_once_and_an_offices_own_changes_stay(office: SimpleNamespace) -> None:
    changed = role("checker")
    changed.verbs = ["documents.check"]
    changed.save()
    assert load_roles() == 0
    assert role("checker").verbs == ["documents.check"]
    assert Role.objects.count() == len(default_roles())


def test_a_grant_reaches_its_unit_and_all_below(office: SimpleNamespace) -> None:
    below = office.units["综合科"].children.create(name="一组")
    actions.grant(office.security, role("supervisor"), person=office.drafter, unit=office.units["综合科"])
    assert policies.may_by_role(office.drafter, "documents.view", below)
    assert policies.may_by_role(office.drafter, "documents.view", office.units["综合科"])
    assert not policies.may_by_role(office.drafter, "documents.view", office.units["财务科"])
    assert not policies.may_by_role(office.drafter, "documents.view", office.top)
    assert policies.units_by_role(office.drafter, "documents.view") == {office.units["综合科"].pk, below.pk}
    assert policies.units_by_role(office.registrar, "documents.view") is None
    assert policies.units_by_role(office.outsider, "documents.view") == set()


@pytest.mark.parametrize(
    ("since", "until", "allowed"),
    [(-1, -1, False), (-1, 0, True), (0, None, True), (1, None, False)],
)
def test_a_grant_lasts_from_its_first_to_its_last_day(
    office: SimpleNamespace, since: int, until: int | None, allowed: bool
) -> None:
    last = None if until is None else TODAY + until * DAY
    Grant.objects.create(role=role("leader"), person=office.drafter, since=TODAY + since * DAY, until=last)
    assert bool(policies.may_by_role(office.drafter, "documents.sign")) is allowed


def test_rights_kept_on_a_person_do_not_outlive_a_change(office: SimpleNamespace) -> None:
    person = office.drafter
    assert not policies.may_by_role(person, "documents.sign")
    made = actions.grant(office.security, role("leader"), person=person)
    assert policies.may_by_role(person, "documents.sign")
    actions.revoke(office.security, made, reason="授错")
    assert not policies.may_by_role(person, "documents.sign")


def test_rights_kept_on_a_person_are_those_of_the_day(office: SimpleNamespace) -> None:
    Grant.objects.create(role=role("leader"), person=office.drafter, since=TODAY + DAY)
    names = {grant.role.name for grant in policies.grants_of(office.drafter)}
    later = {grant.role.name for grant in policies.grants_of(office.drafter, TODAY + DAY)}
    assert later - names == {"leader"}
    assert {grant.role.name for grant in policies.grants_of(office.drafter)} == names


def test_asking_again_costs_no_query(office: SimpleNamespace, django_assert_num_queries: Any) -> None:
    person = Person.objects.get(pk=office.drafter.pk)
    with django_assert_num_queries(3):
        assert policies.may_by_role(person, "documents.draft")
    with django_assert_num_queries(0):
        assert not policies.may_by_role(person, "documents.sign")


@pytest.mark.parametrize("name", ["system", "security", "auditor"])
def test_administrators_do_no_business_whatever_their_role_says(office: SimpleNamespace, name: str) -> None:
    everything = role({"auditor": "audit"}.get(name, name))
    everything.verbs = ["*"]
    everything.save()
    person = getattr(office, name)
    verdict = policies.may_by_role(person, "documents.view")
    assert not verdict and verdict.reason == policies.SEPARATED
    others = {"system": "access.grant", "security": "audit.read", "auditor": "people.add_unit"}
    assert not policies.may_by_role(person, others[name])


def test_a_business_role_gives_nothing_of_the_administrators(office: SimpleNamespace) -> None:
    staff = role("staff")
    staff.verbs = ["*"]
    staff.save()
    assert policies.may_by_role(office.drafter, "documents.sign")
    for verb in ("people.add_unit", "access.grant", "audit.read", "documents.change_flow"):
        assert not policies.may_by_role(office.drafter, verb)


def lend(office: SimpleNamespace, post: Post | None) -> Delegation:
    return delegate(
        office.deputy, office.deputy, taker=office.drafter, post=post, since=TODAY, until=TODAY + DAY, reason="出差"
    )


@pytest.mark.parametrize("named", [True, False])
def test_who_acts_for_a_post_has_its_roles_and_is_named(office: SimpleNamespace, named: bool) -> None:
    post = office.deputy.posts_on()[0]
    lend(office, post if named else None)
    verdict = policies.may_by_role(office.drafter, "documents.sign", office.top)
    assert verdict
    assert verdict.on_behalf_of == f"{post}（{office.deputy}）"
    assert policies.units_by_role(office.drafter, "documents.sign") is None


def test_own_rights_come_before_borrowed_ones(office: SimpleNamespace) -> None:
    lend(office, None)
    assert policies.may_by_role(office.drafter, "documents.draft").on_behalf_of == ""


def test_a_delegation_of_one_post_gives_nothing_of_another(office: SimpleNamespace) -> None:
    other = Post.objects.create(unit=office.top, name="工会主席")
    Tenure.objects.create(person=office.deputy, post=other, since=TODAY - DAY)
    lend(office, other)
    assert not policies.may_by_role(office.drafter, "documents.sign")


def test_a_delegation_ends_with_its_last_day_and_with_the_givers_tenure(office: SimpleNamespace) -> None:
    lend(office, None)
    later = policies.rights_of(office.drafter, TODAY + 2 * DAY)
    assert later.borrowed == ()
    assert policies.rights_of(office.drafter, TODAY + DAY).borrowed
    end_tenure(office.system, office.deputy.tenures.get(), until=TODAY)
    assert policies.rights_of(office.drafter, TODAY + DAY).borrowed == ()


def test_a_role_given_to_a_person_himself_is_not_lent(office: SimpleNamespace) -> None:
    actions.grant(office.security, role("supervisor"), person=office.deputy)
    lend(office, None)
    assert not policies.may_by_role(office.drafter, "documents.view")


def refused(verb: Any, *args: Any, **given: Any) -> str:
    with pytest.raises(Refused) as caught:
        verb(*args, **given)
    return str(caught.value)


def test_nobody_grants_to_himself(office: SimpleNamespace) -> None:
    assert "自己" in refused(actions.grant, office.security, role("staff"), person=office.security)
    post = Post.objects.create(unit=office.top, name="安全岗")
    Tenure.objects.create(person=office.security, post=post, since=TODAY)
    assert "自己" in refused(actions.grant, office.security, role("supervisor"), post=post)


def test_one_person_is_one_administrator_only_and_does_no_business(office: SimpleNamespace) -> None:
    assert "三员" in refused(actions.grant, office.security, role("audit"), person=office.system)
    assert "不办理业务" in refused(actions.grant, office.security, role("staff"), person=office.system)
    assert "不办理业务" in refused(actions.grant, office.security, role("audit"), person=office.drafter)


def test_separation_holds_through_posts_and_for_days_to_come(office: SimpleNamespace) -> None:
    post = Post.objects.create(unit=office.top, name="值守")
    Tenure.objects.create(person=office.auditor, post=post, since=TODAY + 30 * DAY)
    assert "不办理业务" in refused(actions.grant, office.security, role("staff"), post=post)
    busy = office.drafter.posts_on()[0]
    assert "不办理业务" in refused(appoint, office.system, busy, person=office.auditor, since=TODAY)
    Grant.objects.create(role=role("audit"), person=office.outsider, since=TODAY + 10 * DAY)
    assert "三员" in refused(actions.grant, office.security, role("system"), person=office.outsider)


def test_administrators_neither_lend_nor_borrow(office: SimpleNamespace) -> None:
    given = {"since": TODAY, "until": TODAY, "reason": "休假"}
    assert "不能委托" in refused(delegate, office.deputy, office.deputy, taker=office.auditor, **given)
    post = Post.objects.create(unit=office.top, name="审计岗")
    Tenure.objects.create(person=office.auditor, post=post, since=TODAY)
    assert "不能委托" in refused(delegate, office.auditor, office.auditor, taker=office.drafter, **given)


def test_the_last_administrator_of_a_kind_stays(office: SimpleNamespace) -> None:
    last = office.security.grants.get()
    assert "最后一名" in refused(actions.revoke, office.security, last, reason="轮岗")
    assert "最后一名" in refused(deactivate_person, office.system, office.security, reason="调离")
    made = actions.grant(office.security, role("security"), person=office.outsider)
    actions.revoke(office.security, last, reason="轮岗")
    assert policies.administration_of(office.security) == ""
    assert "最后一名" in refused(actions.revoke, office.outsider, made, reason="轮岗")


def test_the_last_administrator_by_a_post_stays_in_it(office: SimpleNamespace) -> None:
    post = Post.objects.create(unit=office.top, name="安全岗")
    actions.grant(office.security, role("security"), post=post)
    tenure = appoint(office.system, post, person=office.outsider, since=TODAY)
    actions.revoke(office.security, office.security.grants.get(), reason="轮岗")
    assert "最后一名" in refused(end_tenure, office.system, tenure, until=TODAY)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"person": "drafter", "post": "drafter"},
        {"person": "drafter", "since": TODAY, "until": TODAY - DAY},
        {"post": "drafter"},
    ],
    ids=["nobody", "both", "ends before it begins", "there already"],
)
def test_what_makes_no_grant(office: SimpleNamespace, given: dict[str, Any]) -> None:
    values = dict(given)
    if "person" in values:
        values["person"] = getattr(office, values["person"])
    if "post" in values:
        values["post"] = getattr(office, values["post"]).posts_on()[0]
    count = Grant.objects.count()
    with pytest.raises(Invalid):
        actions.grant(office.security, role("staff"), **values)
    assert Grant.objects.count() == count


def test_who_sees_grants(office: SimpleNamespace) -> None:
    assert Grant.objects.filter(policies.visible_to(office.security)).count() == Grant.objects.count()
    seen = Grant.objects.filter(policies.visible_to(office.drafter))
    assert [grant.role.name for grant in seen] == ["staff"]
    assert not Grant.objects.filter(policies.visible_to(office.outsider)).exists()
