"""The pages of 权限."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from lingwu_office.access.models import Grant, Role
from lingwu_office.access.queries import RIGHTS, matrix
from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import Entry
from lingwu_office.people.models import Person

SignedIn = Callable[[Person], Client]
TODAY = date.today()


def role(name: str) -> Role:
    return Role.objects.get(name=name)


def test_the_matrix_has_every_verb_and_every_role(office: SimpleNamespace, signed_in: SignedIn) -> None:
    shown = signed_in(office.drafter).get("/access/roles/").context["matrix"]
    assert [row.name for row in shown.rows] == sorted({*verbs, *RIGHTS})
    assert [each.name for each in shown.roles] == list(Role.objects.values_list("name", flat=True))
    names = [each.name for each in shown.roles]
    cells = {(row.name, name): row.cells[at] for row in shown.rows for at, name in enumerate(names)}
    assert cells["access.grant", "security"] and not cells["access.grant", "system"]
    assert not any(cells[name, "audit"] for name in verbs if not name.startswith("audit."))


def test_no_administrator_has_a_verb_of_business_and_no_business_role_one_of_theirs(office: SimpleNamespace) -> None:
    found = matrix()
    offices = {"people": "system", "access": "security", "audit": "audit"}
    for row in found.rows:
        for each, cell in zip(found.roles, row.cells, strict=True):
            if cell and row.duty in offices:
                assert each.administration == offices[row.duty], row.name
            elif cell and not row.name.endswith("_flow"):
                assert not each.administration, row.name


def test_who_sees_which_grants(office: SimpleNamespace, signed_in: SignedIn) -> None:
    everything = signed_in(office.security).get("/access/grants/").context["page"]
    assert everything.paginator.count == Grant.objects.count()
    own = signed_in(office.registrar).get("/access/grants/").context["page"]
    assert {grant.role.name for grant in own} == {"staff", "registrar"}
    assert signed_in(office.system).get("/access/grants/").context["page"].paginator.count == 1


@pytest.mark.parametrize(
    ("query", "count"), [("words=文书", 2), ("role=checker", 1), ("words=文书&role=leader", 0), ("words=audit", 1)]
)
def test_grants_are_filtered(office: SimpleNamespace, signed_in: SignedIn, query: str, count: int) -> None:
    page = signed_in(office.security).get(f"/access/grants/?{query}").context["page"]
    assert page.paginator.count == count


def test_past_grants_show_when_asked_for(office: SimpleNamespace, signed_in: SignedIn) -> None:
    Grant.objects.create(role=role("leader"), person=office.drafter, since=TODAY, until=TODAY - timedelta(days=1))
    client = signed_in(office.security)
    counts = [
        client.get(f"/access/grants/?role=leader{more}").context["page"].paginator.count for more in ("", "&past=on")
    ]
    assert counts == [2, 3]


def test_a_grant_is_made_and_taken_back_on_the_pages(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(office.security)
    address = f"/access/grant/{role('leader').pk}/"
    form = client.get(address)
    assert "授权" in form.content.decode()
    given = {"person": office.drafter.pk, "unit": office.units["综合科"].pk, "since": TODAY.isoformat()}
    assert client.post(address, given)["Location"] == "/access/grants/"
    made = Grant.objects.get(person=office.drafter)
    assert (made.role.name, made.unit, made.granted_by) == ("leader", office.units["综合科"], office.security)
    assert client.post(f"/access/revoke/{made.pk}/", {"reason": " "}).status_code == 400
    assert client.post(f"/access/revoke/{made.pk}/", {"reason": "授错"}).status_code == 302
    made.refresh_from_db()
    assert made.revoked_at is not None
    assert client.post(f"/access/revoke/{made.pk}/", {"reason": "再来"}).status_code == 403


def test_what_is_wrong_is_said_on_the_form(office: SimpleNamespace, signed_in: SignedIn) -> None:
    address = f"/access/grant/{role('leader').pk}/"
    answer = signed_in(office.security).post(address, {"since": TODAY.isoformat()})
    assert answer.status_code == 400
    assert "请在人员和岗位中选定一个" in answer.content.decode()


@pytest.mark.parametrize("name", ["system", "auditor", "principal", "outsider"])
def test_nobody_else_grants_and_each_try_is_recorded(office: SimpleNamespace, signed_in: SignedIn, name: str) -> None:
    person = getattr(office, name)
    client, address = signed_in(person), f"/access/grant/{role('leader').pk}/"
    count = Grant.objects.count()
    assert client.get(address).status_code == 403
    assert client.post(address, {"person": person.pk, "since": TODAY.isoformat()}).status_code == 403
    assert Grant.objects.count() == count
    assert Entry.objects.filter(kind="refusal", person=person, verb="access.grant").count() == 2


def test_granting_to_oneself_is_refused_on_the_page_too(office: SimpleNamespace, signed_in: SignedIn) -> None:
    address = f"/access/grant/{role('leader').pk}/"
    given = {"person": office.security.pk, "since": TODAY.isoformat()}
    answer = signed_in(office.security).post(address, given)
    assert answer.status_code == 403 and "不能给自己授权" in answer.content.decode()


@pytest.mark.parametrize("address", ["/access/grant/999999/", "/access/nothing/1/", "/access/revoke/999999/"])
def test_what_is_not_there(office: SimpleNamespace, signed_in: SignedIn, address: str) -> None:
    assert signed_in(office.security).get(address).status_code == 404


def test_grants_cost_the_same_however_many(
    office: SimpleNamespace, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = signed_in(office.security)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        client.get("/access/grants/")


def test_a_lost_telephone_is_the_security_administrators_matter(office: SimpleNamespace, signed_in: SignedIn) -> None:
    """Whoever sets passwords does not switch off codes as well: nobody gets at a protected account alone."""
    Authenticator.objects.create(user=office.drafter, type="totp", data={"secret": "x"})
    address, page = f"/access/reset_second_factor/{office.drafter.pk}/", f"/people/persons/{office.drafter.pk}/"
    assert address in signed_in(office.security).get(page).content.decode()
    assert address not in signed_in(office.system).get(page).content.decode()
    assert signed_in(office.system).post(address, {"reason": "代办"}).status_code == 403
    assert signed_in(office.security).post(address, {"reason": ""}).status_code == 400
    assert signed_in(office.security).post(address, {"reason": "遗失"})["Location"] == page
    assert not Authenticator.objects.exists()
    assert "没有启用" in signed_in(office.security).post(address, {"reason": "遗失"}).content.decode()
    own = f"/access/reset_second_factor/{office.security.pk}/"
    assert signed_in(office.security).get(own).status_code == 403
