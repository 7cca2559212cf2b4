"""The pages of 机构人员, as everybody sees them and as the system administrator works with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import Entry
from lingwu_office.people.acts import ACTS
from lingwu_office.people.models import Delegation, Duty, Person, Post, Unit

SignedIn = Callable[[Person], Client]
TODAY = date.today()
LISTS = ("people:units", "people:posts", "people:persons", "people:gaps", "people:delegations")


@pytest.mark.parametrize("name", LISTS)
def test_pages_are_for_who_has_signed_in_and_belongs_here(
    office: SimpleNamespace, signed_in: SignedIn, name: str
) -> None:
    address = reverse(name)
    assert Client().get(address)["Location"].startswith(reverse("account_login"))
    assert signed_in(office.drafter).get(address).status_code == 200
    answer = signed_in(office.outsider).get(address)
    assert answer.status_code == 403 and "尚未归入任何机构" in answer.content.decode()


def test_the_tree_shows_posts_and_who_holds_them(office: SimpleNamespace, signed_in: SignedIn) -> None:
    said = signed_in(office.drafter).get(reverse("people:units")).content.decode()
    for text in ("综合科", "财务科", "主要负责人", office.principal.name):
        assert text in said
    assert "增设下级机构" not in said, "only for who may"
    assert "增设下级机构" in signed_in(office.system).get(reverse("people:units")).content.decode()


@pytest.mark.parametrize(
    ("query", "names"),
    [("words=科长sec", ["section_head"]), ("words=finance", ["finance_head", "finance_clerk"]), ("words=none", [])],
)
def test_the_directory_is_searched(office: SimpleNamespace, signed_in: SignedIn, query: str, names: list[str]) -> None:
    page = signed_in(office.drafter).get(f"{reverse('people:persons')}?{query}").context["page"]
    assert {person.account for person in page} == set(names)


def test_the_directory_by_unit(office: SimpleNamespace, signed_in: SignedIn) -> None:
    unit = office.units["综合科"]
    page = signed_in(office.drafter).get(f"{reverse('people:persons')}?unit={unit.pk}").context["page"]
    assert {person.account for person in page} == {"drafter", "colleague", "section_head"}
    for wrong in ("abc", "-1", "9" * 30):
        assert signed_in(office.drafter).get(f"{reverse('people:persons')}?unit={wrong}").status_code == 200
    assert signed_in(office.drafter).get(f"{reverse('people:persons')}?unit=99999").status_code == 404


def test_who_left_is_seen_by_the_system_administrator_only(office: SimpleNamespace, signed_in: SignedIn) -> None:
    Person.objects.filter(pk=office.outsider.pk).update(is_active=False)
    gone = reverse("people:person", args=(office.outsider.pk,))
    assert signed_in(office.drafter).get(gone).status_code == 404
    assert signed_in(office.system).get(gone).status_code == 200
    listed = signed_in(office.drafter).get(f"{reverse('people:persons')}?inactive=1").context["page"]
    assert office.outsider not in list(listed)
    listed = signed_in(office.system).get(f"{reverse('people:persons')}?inactive=1").context["page"]
    assert list(listed) == [office.outsider]


def test_accounts_of_others_are_not_shown_to_everybody(office: SimpleNamespace, signed_in: SignedIn) -> None:
    Person.objects.filter(pk=office.colleague.pk).update(account="hidden-account-name")
    said = signed_in(office.drafter).get(reverse("people:persons")).content.decode()
    assert "hidden-account-name" not in said
    page = reverse("people:person", args=(office.colleague.pk,))
    assert "hidden-account-name" not in signed_in(office.drafter).get(page).content.decode()
    assert "hidden-account-name" in signed_in(office.system).get(page).content.decode()


def test_every_verb_but_those_with_pages_of_their_own_has_a_form(office: SimpleNamespace) -> None:
    own = {"people.import_people", "people.change_password", "people.issue_token", "people.revoke_token"}
    assert set(ACTS) == {name for name in verbs if name.startswith("people.")} - own


def thing_for(office: SimpleNamespace, model: type) -> Any:
    if model is Delegation:
        return Delegation.objects.create(
            giver=office.drafter, taker=office.colleague, since=TODAY, until=TODAY, reason="差"
        )
    things = {
        Unit: office.units["综合科"], Post: office.drafter.posts_on()[0], Person: office.drafter,
        "Tenure": office.drafter.tenures.get(),
    }  # fmt: skip
    return things.get(model) or things["Tenure"]


@pytest.mark.parametrize("verb", sorted(ACTS))
def test_every_form_opens_for_who_may_and_for_nobody_else(
    office: SimpleNamespace, signed_in: SignedIn, verb: str
) -> None:
    thing = thing_for(office, ACTS[verb].model)
    if verb == "people.reactivate_person":
        thing = office.outsider
    address = reverse("people:act", args=(verb.removeprefix("people."), thing.pk))
    assert Client().get(address).status_code == 302
    assert signed_in(office.system).get(address).status_code == 200
    for person in (office.security, office.auditor, office.finance_clerk, office.outsider):
        client = signed_in(person)
        assert client.get(address).status_code == 403
        assert client.post(address, {}).status_code == 403
    assert Entry.objects.filter(kind="refusal", verb=verb).count() == 8


def test_a_post_is_handed_over_on_the_pages(office: SimpleNamespace, signed_in: SignedIn) -> None:
    post = office.drafter.posts_on()[0]
    address = reverse("people:act", args=("hand_over", post.pk))
    client = signed_in(office.system)
    answer = client.post(address, {"to": office.finance_clerk.pk, "day": TODAY.isoformat()})
    assert answer["Location"] == reverse("people:post", args=(post.pk,))
    said = client.get(answer["Location"]).content.decode()
    assert "已办理：岗位交接。" in said and office.finance_clerk.name in said
    again = client.post(address, {"to": office.finance_clerk.pk, "day": TODAY.isoformat()})
    assert again.status_code == 400 and "已任" in again.content.decode()


def test_one_delegates_for_oneself_and_ends_it(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(office.drafter)
    until = (TODAY + timedelta(days=3)).isoformat()
    given = {"taker": office.colleague.pk, "since": TODAY.isoformat(), "until": until, "reason": "出差"}
    address = reverse("people:act", args=("delegate", office.drafter.pk))
    assert client.post(address, given).status_code == 302
    made = Delegation.objects.get()
    for person, count in ((office.drafter, 1), (office.colleague, 1), (office.checker, 0), (office.system, 1)):
        context = signed_in(person).get(reverse("people:delegations")).context
        assert len(context.get("now", [])) == count
    assert client.post(reverse("people:act", args=("end_delegation", made.pk)), {}).status_code == 302
    assert "now" not in client.get(reverse("people:delegations")).context


def test_the_gaps_are_named(office: SimpleNamespace, signed_in: SignedIn) -> None:
    Duty.objects.create(name="无人之责")
    said = signed_in(office.drafter).get(reverse("people:gaps")).content.decode()
    assert "无人之责" in said and "综合科科员" in said and office.outsider.name in said


def test_names_are_shown_as_text(office: SimpleNamespace, signed_in: SignedIn) -> None:
    evil = "<script>alert(1)</script>"
    unit = Unit.objects.create(name=evil, short_name=evil, parent=office.top)
    post = Post.objects.create(unit=unit, name=evil)
    Person.objects.filter(pk=office.drafter.pk).update(name=evil, phone=evil)
    Duty.objects.create(name=evil, description=evil).posts.add(post)
    client = signed_in(office.system)
    pages = [reverse(name) for name in LISTS]
    pages += [reverse("people:post", args=(post.pk,)), reverse("people:person", args=(office.drafter.pk,))]
    pages += [reverse("people:act", args=("change_unit", unit.pk)), reverse("people:act", args=("appoint", post.pk))]
    for page in pages:
        assert "<script>alert" not in client.get(page).content.decode(), page


def upload(client: Client, office: SimpleNamespace, text: str, **more: str) -> Any:
    file = SimpleUploadedFile("名单.csv", text.encode())
    return client.post(reverse("people:import", args=(office.top.pk,)), {"file": file, **more})


def test_a_list_is_taken_in_and_first_passwords_shown_once(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(office.system)
    answer = upload(client, office, "姓名,账号,机构,岗位\n钱七,qianqi,综合科,科员\n")
    assert answer.status_code == 200
    (made,) = answer.context["made"]
    assert made.password in answer.content.decode()
    assert Person.objects.get(account="qianqi").check_password(made.password)
    assert "no-store" in answer["Cache-Control"]


def test_what_is_wrong_in_a_list_is_said_row_by_row(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(office.system)
    answer = upload(client, office, "姓名,账号,机构\n,a,\n孙,drafter,\n")
    said = answer.content.decode()
    assert answer.status_code == 400 and "第2行" in said and "第3行" in said
    assert "表头" in upload(client, office, "x,y\n").content.decode()
    assert client.post(reverse("people:import", args=(office.top.pk,)), {}).status_code == 400


@pytest.mark.parametrize("name", ["security", "auditor", "principal", "outsider"])
def test_nobody_else_takes_lists_in(office: SimpleNamespace, signed_in: SignedIn, name: str) -> None:
    assert upload(signed_in(getattr(office, name)), office, "姓名,账号\n钱,q\n").status_code == 403
    assert not Person.objects.filter(account="q").exists()


@pytest.mark.parametrize(("name", "most"), [("people:posts", 20), ("people:persons", 16), ("people:gaps", 20)])
def test_pages_cost_the_same_however_many(
    office: SimpleNamespace, signed_in: SignedIn, name: str, most: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        person = Person.objects.create(account=f"p{number}", name=f"人{number}", unit=office.top)
        post = Post.objects.create(unit=office.top, name=f"岗{number}")
        post.tenures.create(person=person, since=TODAY)
    client = signed_in(office.drafter)
    with django_assert_max_num_queries(most):
        client.get(reverse(name))


def test_nobody_is_offered_who_cannot_be_chosen(office: SimpleNamespace, signed_in: SignedIn) -> None:
    page = signed_in(office.drafter).get(f"/people/delegate/{office.drafter.pk}/").content.decode()
    offered = re.search(r'<select name="taker".*?</select>', page, re.DOTALL)
    assert offered and office.section_head.name in offered[0]
    assert not [one for one in (office.drafter, office.system, office.auditor) if f'value="{one.pk}"' in offered[0]]
    assert "---------" not in page
