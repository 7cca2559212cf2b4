"""Whatever is typed or sent: an answer in words, never a page that says the office broke."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from attacks.world import World, addresses, client_of, forms_in, is_page
from lingwu_office.documents.forms_verbs import MAKERS, ON_ANOTHER_PAGE, QUIET
from lingwu_office.documents.models import Document
from lingwu_office.documents.tests import scenes, test_permissions
from lingwu_office.people.actions_tokens import issue_token

HOSTILE = {
    "zero": "a\0b", "line break": "a\r\nSet-Cookie: x=1", "turned": "\u202e\u2066反\u200b", "astral": "😀𠀀" * 30,
    "negative": "-1", "huge": "9" * 400, "beyond": str(2**63), "fraction": "1e309", "first day": "0001-01-01",
    "last day": "9999-12-31", "long": "长" * 5000, "lists": "[[", "digits": "٣", "person": "person:²",
    "post": f"post:{2**70}", "template": "{{ 7|add:7 }}{% load x %}", "sql": "' OR 1=1 --", "noncharacter": "\ufffe\uffff",
}  # fmt: skip
IN_FORMS = ("zero", "astral", "beyond", "last day", "long")
"""Those that every form of every page is sent; the forms of verbs are sent all."""
ASKED = (
    "q", "after", "page", "before", "sort", "year", "month", "unit", "person", "verb", "kind", "thing", "since", "until",
    "number", "text", "state", "series", "seal", "words", "inactive", "direction", "all", "old", "new", "next", "title",
    "start", "role", "post", "holder",
)  # fmt: skip
READERS = {
    "/audit/": "auditor",
    "/access/": "security",
    "/people/": "system",
    "/documents/flows/": "system",
    "/": "registrar",
}


def broke(answer: Any) -> bool:
    return bool(answer.status_code >= 500)


@pytest.mark.parametrize("what", HOSTILE)
def test_no_question_breaks_a_page(world: World, what: str) -> None:
    query = "&".join(f"{name}={quote(HOSTILE[what])}" for name in ASKED)
    clients = {start: client_of(getattr(world.office, who)) for start, who in READERS.items()}
    for address in questions(world):
        client = next(client for start, client in clients.items() if address.startswith(start))
        assert not broke(client.get(f"{address}?{query}")), address
    for name in ("since", "until", "person", "before", "due_at"):
        for address in ("/audit/", "/documents/due/"):
            assert not broke(clients.get(address, clients["/"]).get(address, {name: HOSTILE[what]})), (address, name)


def questions(world: World) -> list[str]:
    """The pages that list or look for something."""
    document = world.documents["archived"]
    lists = [one for one in addresses(world) if not any(char.isdigit() for char in one) and "/api/" not in one]
    return [*lists, f"/documents/{document.pk}/versions/", f"/documents/{document.pk}/"]


@pytest.mark.parametrize(
    "where", ["/audit/", "/documents/outgoing/", "/search/", "/people/persons/", "/access/grants/"]
)
def test_places_in_pages_that_there_are_not(world: World, where: str) -> None:
    client = client_of(world.office.registrar if where != "/audit/" else world.office.auditor)
    for place in ("0", "-5", "99999999", "x", "9" * 30, "head-" + "9" * 30, "_" + "9" * 17, "2026-01-01T00:00_1",
                  "0001-01-01T00:00+14:00_1", "9999-12-31T23:59-14:00_5", "999_999999999", "²_3", "٣_٣"):  # fmt: skip
        for sort in ("new", "old", "number", "due"):
            asked = {"page": place, "after": place, "before": place, "sort": sort, "unit": place, "q": "防汛"}
            assert not broke(client.get(where, asked)), (place, sort)


def test_an_enormous_question_is_answered(world: World) -> None:
    client = client_of(world.office.registrar)
    for address in ("/search/", "/documents/outgoing/", "/people/persons/", "/documents/due/"):
        assert not broke(client.get(f"{address}?q={'防' * 50_000}&words={'x' * 50_000}&text={'x' * 50_000}"))
        assert not broke(client.get(address + "?" + "&".join(f"a{n}=1" for n in range(3000))))


def test_a_day_far_away_costs_no_time(world: World) -> None:
    client, begun = client_of(world.office.registrar), time.process_time()
    for day in ("9999-12-31", "9999-12-30", "8888-01-01"):
        assert not broke(client.get("/documents/due/", {"due_at": day}))
    assert time.process_time() - begun < 1.5


def test_keys_that_there_are_not(world: World) -> None:
    client = client_of(world.office.registrar)
    for key in (0, 2**31, 2**63 - 1, 2**63, 10**40):
        for address in (f"/documents/{key}/", f"/documents/{key}/text/", f"/people/persons/{key}/", f"/api/documents/{key}",
                        f"/documents/{world.documents['draft'].pk}/versions/{key}/", f"/people/posts/{key}/",
                        f"/documents/{world.documents['draft'].pk}/attachments/{key}/", f"/people/appoint/{key}/",
                        f"/documents/{world.documents['draft'].pk}/diff/{key}/{key}/", f"/access/grant/{key}/"):  # fmt: skip
            assert client.get(address).status_code in (401, 404), address
    assert client_of(world.office.auditor).get(f"/audit/{10**30}/").status_code == 404


@pytest.mark.parametrize("who", ["drafter", "registrar", "system", "security"])
def test_no_form_breaks(world: World, who: str) -> None:
    client = client_of(getattr(world.office, who))
    pages = [one for one in addresses(world) if not one.startswith(("/api/", "/audit/"))]
    shown = [(one, answer.content) for one in pages if is_page(answer := client.get(one)) and answer.status_code == 200]
    sent = 0
    odd = IN_FORMS if who in ("drafter", "registrar") else IN_FORMS[-2:]  # administrators have the longest forms
    for what in odd:
        said = HOSTILE[what]
        for address, content in shown:
            for action, typed in forms_in(content, address, said):
                answer = client.post(action, typed)
                assert not broke(answer), (what, action)
                sent += 1
    assert sent >= 4 * len(odd)


VERBS = [name for name in test_permissions.SCENES if name.startswith("documents.")]


@pytest.mark.parametrize("name", VERBS)
def test_no_verb_breaks(office: SimpleNamespace, name: str) -> None:
    """The form of each verb, and its address for programs, with each odd value in every field, by who may do it."""
    scene, verb = test_permissions.SCENES[name](office), name.partition(".")[2]
    if verb not in MAKERS or verb in QUIET or not isinstance(scene.thing, Document):
        return
    fields, client = MAKERS[verb](scene.thing), client_of(scene.right)
    program = program_of(scene.right)
    for what, said in HOSTILE.items():
        typed: dict[str, Any] = {
            part: said for field in fields for part in (field, f"{field}_recipient", f"{field}_copies")
        }
        if verb not in ON_ANOTHER_PAGE:
            assert not broke(client.post(f"/documents/{scene.thing.pk}/{verb}/", typed)), what
        whole = {field: _odd(fields[field], said) for field in fields}
        for given in (
            dict.fromkeys(fields, said),
            {field: [said] for field in fields},
            whole,
            {field: {said: said} for field in fields},
        ):
            if verb != "attach":
                assert not broke(sent(program, f"/api/documents/{scene.thing.pk}/{verb}", given)), (what, given)


def _odd(field: Any, said: str) -> Any:
    """The value in the shape that the field asks for, where it is one of a few."""
    kinds = {"IntegerField": 2**70, "BooleanField": True, "PersonsField": [2**70], "UnitsField": [2**70],
             "ModelChoiceField": 2**70, "UnitField": 2**70, "PersonField": 2**70, "HandsField": [said]}  # fmt: skip
    return {"recipients": [{"recipient": said, "copies": -(2**70), "channel": said}], "ticks": {said: True}}.get(
        str(field.label), kinds.get(type(field).__name__, said)
    )


def program_of(person: Any) -> Client:
    token = issue_token(person, person, name="试", until=timezone.localdate() + timedelta(days=1))[1]
    return Client(headers={"authorization": f"Bearer {token}"}, raise_request_exception=False)


def sent(program: Client, address: str, given: Any) -> Any:
    data = given if isinstance(given, (str, bytes)) else json.dumps(given)
    return program.post(address, data, content_type="application/json")


BODIES = {
    "not json": b"{", "a list": b"[]", "a number": b"7", "nothing": b"", "null": b"null", "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 60_000 + b"1" + b"}" * 60_000, "not utf-8": b'{"title":"\xff\xfe"}', "nan": b'{"base": NaN}',
    "huge number": b'{"base": 1e999999}', "digits": b'{"base": ' + b"9" * 5000 + b"}", "twice": b'{"base":1,"base":2}',
    "half a pair": rb'{"text":"\ud800","title":"\udfff","opinion":"\ud800","reason":"\udc00","base":1}',
    "wide": '{"text":"a"}'.encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("what", BODIES)
def test_no_body_breaks_the_api(office: SimpleNamespace, what: str) -> None:
    document, program = scenes.drafted(office), program_of(office.drafter)
    for address in (f"/api/documents/{document.pk}/save_text", f"/api/documents/{document.pk}/change_elements",
                    f"/api/documents/{document.pk}/submit", "/api/documents", "/api/documents/receive"):  # fmt: skip
        answer = sent(program, address, BODIES[what])
        assert not broke(answer), address
        assert answer["Content-Type"].startswith("application/json") and "Traceback" not in answer.content.decode()
    system = program_of(office.system)
    assert not broke(sent(system, f"/api/flows/{document.flow_id}", BODIES[what]))


FLOWS: list[Any] = [
    [], [{}], [{"key": "draft"}], [{"key": []}], [{"key": {"a": []}, "title": 1, "act": None, "actor": True}],
    [{"key": "draft", "title": "起草", "act": "draft", "actor": "drafter", "limits": {"普通": [1]}}],
    [{"key": "draft", "title": "起草", "act": "draft", "actor": "drafter", "limits": [[]]}],
    [{"key": "draft", "title": "\ud800", "act": "draft", "actor": "drafter", "limits": {"普通": 2**80}}],
    [{"key": "draft", "title": "起草", "act": "draft", "actor": "drafter", "edits": {"a": [1]}}] * 3000,
]  # fmt: skip


@pytest.mark.parametrize("steps", FLOWS, ids=range(len(FLOWS)))
def test_no_flow_breaks(office: SimpleNamespace, steps: Any) -> None:
    """What the system administrator sends for a flow is refused, and documents under way can still be opened."""
    document = scenes.drafted(office)
    answer = sent(program_of(office.system), f"/api/flows/{document.flow_id}", {"steps": steps})
    assert answer.status_code in (400, 422), answer.content
    assert client_of(office.drafter).get(f"/documents/{document.pk}/").status_code == 200


def test_right_flow_with_odd_parts(office: SimpleNamespace) -> None:
    """Steps that fit, with parts besides that nobody asked for: refused, or everything still works."""
    document = scenes.drafted(office)
    odd: dict[str, Any]
    for odd in ({"more": [[1], {"a": [2]}]}, {"limits": {"普通": 10**12}}, {"limits": {"普通": -3}}, {"edits": []}):
        steps = [{**step, **odd} for step in document.flow.steps]
        assert not broke(sent(program_of(office.system), f"/api/flows/{document.flow_id}", {"steps": steps}))
        document.refresh_from_db()
        assert client_of(office.drafter).get(f"/documents/{document.pk}/").status_code == 200, odd
        assert client_of(office.system).get("/documents/flows/").status_code == 200, odd
        made = client_of(office.drafter).post(
            "/documents/new/", {"title": "关于值班的通知", "kind": "通知", "copies": 1, "unit": document.unit_id}
        )  # fmt: skip
        assert not broke(made), odd


@pytest.mark.parametrize(
    "name", ["a\r\nSet-Cookie: x=1.txt", "\u202e.txt", "名单\n.txt", '";filename=x.html', "a" * 200]
)
def test_names_of_attachments_split_no_header(office: SimpleNamespace, name: str) -> None:
    document, client = scenes.drafted(office), client_of(office.drafter)
    file = SimpleUploadedFile("名单.txt", b"abc")
    client.post(f"/documents/{document.pk}/attach/", {"file": file, "name": name, "use": "参考材料"})
    for one in document.attachments.all():
        answer = client.get(f"/documents/{document.pk}/attachments/{one.pk}/")
        assert answer.status_code == 200 and "Set-Cookie" not in dict(answer.items())
        assert answer["Content-Disposition"].startswith("attachment") and "\n" not in answer["Content-Disposition"]
        assert answer["Content-Type"].startswith("text/plain") and "sandbox" in answer["Content-Security-Policy"]
