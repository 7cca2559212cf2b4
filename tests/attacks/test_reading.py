"""Whoever may not read a document learns nothing of it, at any address and by any way of asking."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from attacks.world import SAID, TITLE, World, addresses, client_of, contents, texts
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.people.actions_tokens import issue_token

STRANGERS = (None, "outsider", "finance_clerk", "scoped", "system", "security", "auditor")
TYPED = {"reason": "看看", "opinion": "同意", "text": "改", "base": "1", "title": "改", "q": TITLE}


def leaks(answer: Any, *, of_the_log: bool = False) -> list[str]:
    """The words of documents that an answer gives away; the log names what it tells of, and says no more."""
    said = texts(answer)
    return [word for word in ([SAID] if of_the_log else [TITLE, SAID]) if word in said]


@pytest.mark.parametrize("who", STRANGERS)
def test_no_address_tells_a_stranger_anything(world: World, who: str | None) -> None:
    client = client_of(getattr(world.office, who) if who else None)
    before = contents()
    for address in asked_of(world, who):
        of_the_log = who == "auditor" and address.startswith("/audit/")
        for answer in (client.get(address), client.post(address, TYPED)):
            assert answer.status_code < 500, address
            assert not leaks(answer, of_the_log=of_the_log), (address, answer.status_code)
    assert changes(before, contents()) <= CHANGED_BY.get(who or "", set())


CHANGED_BY = {
    "scoped": {"proofreading.HouseWord"}, "security": {"access.Grant", "people.ApiToken"},
    "system": {"people.Delegation", "people.Duty", "people.Person", "people.Post", "people.Tenure", "people.Unit"},
}  # fmt: skip
"""What is theirs to change: the list of words, grants, persons."""


def asked_of(world: World, who: str | None) -> list[str]:
    """All addresses: those of programs, which ask for a token, without signing in; entries for the auditor."""
    found = addresses(world)
    if who is not None:
        found = [address for address in found if not address.startswith("/api/")]
    entries = [address for address in found if re.fullmatch("/audit/[0-9]+/", address)]
    return found if who == "auditor" else [address for address in found if address not in entries[3:]]


def changes(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in after if before[name] != after[name]}


@pytest.mark.parametrize("who", STRANGERS[1:])
def test_no_question_tells_a_stranger_anything(world: World, who: str) -> None:
    """Searches, filters, counts and orders: nothing is there, and as many as without the documents."""
    client = client_of(getattr(world.office, who))
    document = world.documents["archived"]
    asked = [
        f"/search/?q={TITLE[:2]}", f"/search/?q={document.document_number}", "/search/?q=防汛&after=head-99",
        f"/documents/outgoing/?text={TITLE[:2]}", "/documents/outgoing/?sort=number", "/documents/incoming/?sort=due",
        f"/documents/outgoing/?number={document.document_number}&state=done", "/documents/numbers/",
        "/documents/seals/",         "/documents/seals/?seal=滨河区人民政府办公室", "/?all=1", "/people/delegations/",
        "/people/persons/?words=科员",
    ]  # fmt: skip
    for address in asked:
        answer = client.get(address)
        assert not leaks(answer), address
        assert f"/documents/{document.pk}/" not in answer.content.decode(), address
    answer = client.post("/documents/receive/same/", {"source": f"{TITLE}指挥部", "source_number": "江政发〔2026〕7号"})
    assert not leaks(answer)


@pytest.mark.parametrize("who", STRANGERS[1:])
def test_the_api_tells_a_stranger_nothing(world: World, who: str) -> None:
    person = getattr(world.office, who)
    token = issue_token(person, person, name="试", until=timezone.localdate() + timedelta(days=1))[1]
    client = Client(headers={"authorization": f"Bearer {token}"}, raise_request_exception=False)
    before = contents()
    for address in addresses(world):
        if address.startswith("/api/") and "docs" not in address:
            for answer in (client.get(address), client.post(address, json.dumps({}), content_type="application/json")):
                assert answer.status_code < 500 and not leaks(answer), address
    found = client.get("/api/documents", {"title": TITLE}).json()
    assert (found["count"], found["items"], client.get("/api/assignments").json()) == (0, [], [])
    assert changes(before, contents()) <= {"people.ApiToken"}


def test_a_refused_look_through_the_api_leaves_a_trace(world: World) -> None:
    person = world.office.finance_clerk
    token = issue_token(person, person, name="试", until=timezone.localdate())[1]
    client = Client(headers={"authorization": f"Bearer {token}"})
    pk = world.documents["draft"].pk
    assert client.get(f"/api/documents/{pk}").status_code == 404
    last = Entry.objects.first()
    assert last is not None
    assert (last.kind, last.person_id, last.thing) == (EntryKind.REFUSAL, person.pk, f"documents.document:{pk}")


def test_the_directory_of_the_office_is_not_for_outsiders_by_the_api_either(world: World) -> None:
    person = world.office.outsider
    token = issue_token(person, person, name="试", until=timezone.localdate())[1]
    client = Client(headers={"authorization": f"Bearer {token}"})
    for name in ("persons", "units"):
        answer = client.get(f"/api/{name}")
        assert answer.status_code == 403 and world.office.drafter.name not in answer.content.decode(), name


def test_the_log_holds_no_text_and_no_opinion(world: World) -> None:
    """The auditor learns who did what to which document, not what is in it; a digest proves what was said."""
    client = client_of(world.office.auditor)
    for form in ("jsonl", "xlsx"):
        answer = client.post(f"/audit/export/{form}/")
        assert answer.status_code == 200
        if form == "jsonl":
            said = texts(answer)
            assert TITLE in said and SAID not in said
    assert not Entry.objects.filter(reason__contains=SAID).exists()


def test_those_who_may_do_read_it(world: World) -> None:
    """The other side: the words that strangers never see are there for others, at the same addresses."""
    client = client_of(world.office.registrar)
    found = [address for address in addresses(world) if leaks(client.get(address))]
    assert len(found) > 20
    assert any("/download/" in address for address in found) and "/documents/numbers/" in found
