"""Every verb of 机构人员: who may, who may not."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from lingwu_office.audit.action import verbs
from lingwu_office.foundation.testing import Scene, VerbTests
from lingwu_office.people import actions
from lingwu_office.people.models import ApiToken, Delegation, Duty, Person, Post, Unit

TODAY = date.today()
WEEK = timedelta(days=7)


def managed(office: Any, thing: Any, **given: Any) -> Scene:
    """Done by the system administrator; not by the other two, nor by the principal of the office."""
    return Scene(
        thing, right=office.system, similar=[office.security, office.auditor, office.principal], given=given,
        page=reverse("people:units"),
    )  # fmt: skip


def post_of(person: Person) -> Post:
    return person.posts_on()[0]


def spare(office: Any) -> Post:
    return Post.objects.create(unit=office.units["综合科"], name="机动岗")


def closable(office: Any) -> Unit:
    return Unit.objects.create(name="撤并科", parent=office.top)


def retired(office: Any) -> Person:
    return Person.objects.create_user("retired", None, name="已停用", unit=office.top, is_active=False)


def duty(office: Any, *posts: Post) -> Duty:
    made = Duty.objects.create(name="值班")
    made.posts.set(posts)
    return made


def own(office: Any, thing: Any, **given: Any) -> Scene:
    """Done by the drafter himself; not by those around him."""
    return Scene(
        thing, right=office.drafter, similar=[office.colleague, office.section_head, office.auditor], given=given
    )


def delegation(office: Any) -> Delegation:
    return Delegation.objects.create(
        giver=office.drafter, taker=office.finance_clerk, since=TODAY, until=TODAY + WEEK, reason="出差"
    )


def token(office: Any) -> ApiToken:
    return ApiToken.objects.create(person=office.drafter, name="取数", digest="0" * 64, since=TODAY, until=TODAY + WEEK)


ROWS = [{"name": "钱七", "account": "qianqi", "unit": "综合科", "post": "科员", "phone": ""}]
SCENES = {
    "people.add_unit": lambda o: managed(o, o.top, name="信息科"),
    "people.change_unit": lambda o: managed(o, o.units["综合科"], short_name="综"),
    "people.close_unit": lambda o: managed(o, closable(o), reason="机构改革"),
    "people.add_post": lambda o: managed(o, o.top, name="档案员"),
    "people.change_post": lambda o: managed(o, spare(o), name="机动"),
    "people.close_post": lambda o: managed(o, spare(o), reason="不再需要"),
    "people.add_duty": lambda o: managed(o, o.top, name="保密"),
    "people.assign_duty": lambda o: managed(o, spare(o), duty=duty(o)),
    "people.drop_duty": lambda o: managed(o, post_of(o.drafter), duty=duty(o, post_of(o.drafter))),
    "people.add_person": lambda o: managed(o, o.top, account="wang", name="王五"),
    "people.change_person": lambda o: managed(o, o.drafter, phone="6001"),
    "people.deactivate_person": lambda o: managed(o, o.outsider, reason="调离"),
    "people.reactivate_person": lambda o: managed(o, retired(o)),
    "people.reset_password": lambda o: managed(o, o.drafter, password="Another-word-7"),
    "people.appoint": lambda o: managed(o, spare(o), person=o.drafter, since=TODAY),
    "people.end_tenure": lambda o: managed(o, o.drafter.tenures.get(), until=TODAY),
    "people.hand_over": lambda o: managed(o, post_of(o.drafter), to=o.finance_clerk),
    "people.import_people": lambda o: managed(o, o.top, rows=ROWS),
    "people.change_password": lambda o: own(o, o.drafter, password="Another-word-7"),
    "people.delegate": lambda o: own(
        o, o.drafter, taker=o.finance_clerk, since=TODAY, until=TODAY + WEEK, reason="出差"
    ),
    "people.end_delegation": lambda o: own(o, delegation(o)),
    "people.issue_token": lambda o: own(o, o.drafter, name="取数", until=TODAY + WEEK),
    "people.revoke_token": lambda o: own(o, token(o)),
}  # fmt: skip


class TestVerbs(VerbTests):
    verbs, duty, scenes = verbs, "people", SCENES


def test_the_system_administrator_sets_up_a_delegation_where_the_giver_cannot(office: SimpleNamespace) -> None:
    made = actions.delegate(
        office.system, office.drafter, taker=office.finance_clerk, since=TODAY, until=TODAY, reason="住院"
    )
    assert actions.end_delegation(office.system, made).until == TODAY - timedelta(days=1)
