"""Signing in, sessions, forged posts, and where the office may send a browser."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone

from attacks.world import World, addresses, client_of, contents
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.conftest import PASSWORD
from lingwu_office.people.actions import deactivate_person, reset_password
from lingwu_office.people.actions_tokens import issue_token
from lingwu_office.people.models import Person

LOGIN = "/accounts/login/"


def sign_in(client: Client, account: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"login": account, "password": password, **more})


def inside(client: Client) -> bool:
    return client.get("/people/").status_code == 200


@pytest.mark.parametrize("who", ["registrar", "system"])
def test_no_forged_post_does_anything(world: World, who: str) -> None:
    client = client_of(getattr(world.office, who), enforce_csrf_checks=True)
    before = contents()
    forms = [one for one in addresses(world) if not one.startswith("/api/")]
    for address in [*forms, "/accounts/logout/", "/accounts/password/change/", "/accounts/2fa/totp/activate/"]:
        sent_with: tuple[dict[str, Any], ...] = (
            {},
            {"headers": {"hx-request": "true", "origin": "https://elsewhere.example"}},
        )
        for given in sent_with:
            answer = client.post(address, {"reason": "要", "csrfmiddlewaretoken": "x" * 64}, **given)
            assert answer.status_code == 403, (address, answer.status_code)
    assert contents() == before and inside(client)


def test_nothing_is_changed_by_asking(world: World) -> None:
    """No address changes anything but what was seen, or signs anybody out, when only asked for."""
    client = client_of(world.office.registrar)
    asked = addresses(world, [world.documents["draft"], world.documents["handled"]])
    for address in asked:
        client.get(address)
    before = contents()
    for address in [*asked, "/accounts/logout/"]:
        client.get(address)
    assert contents() == before and inside(client)


def test_every_answer_says_what_a_browser_may_do(world: World) -> None:
    client = client_of(world.office.registrar)
    for address in [*addresses(world), "/nowhere/", "/static/office.css", "/static/nowhere.js", LOGIN, "/api/nowhere"]:
        answer = client.get(address)
        answer.close()
        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy or "default-src 'none'" in policy, address
        assert "unsafe" not in policy and answer["X-Content-Type-Options"] == "nosniff", address
        if not address.startswith("/static/"):
            assert answer["X-Frame-Options"] == "DENY" or "sandbox" in policy, address
            assert "no-store" in answer["Cache-Control"], address


ELSEWHERE = (
    "https://evil.example/", "//evil.example", r"\\evil.example", "/\\evil.example", "http:evil.example", "javascript:x7()",
    "https:///evil.example", "\thttps://evil.example", "//evil.example@testserver/", "http://testserver@evil.example/",
    "https://testserver.evil.example/",  "/%09/evil.example", "ftp://testserver/",
)  # fmt: skip


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nobody_is_sent_elsewhere(office: SimpleNamespace, place: str) -> None:
    client = Client()
    answer = sign_in(client, "drafter", next=place)
    assert answer.status_code == 302 and not re.match(r"(?:[a-z]+:|//|\\|/\\)", answer["Location"].strip().lower())
    assert "evil.example" not in answer["Location"] or answer["Location"].startswith(("/%", "/accounts"))
    for address in (f"/accounts/logout/?next={place}", f"/accounts/password/change/?next={place}"):
        answer = client.post(address, {"next": place})
        assert not answer.get("Location", "/").startswith(("http", "//", "\\")), address


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1@evil.example", "evil.example:80", "localhost.evil.example"]
)
def test_a_false_name_of_the_host_is_not_answered(office: SimpleNamespace, settings: Any, host: str) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    for given in ({"host": host}, {"host": "localhost", "x-forwarded-host": host}):
        answer = Client(headers=given, raise_request_exception=False).get(LOGIN)
        assert answer.status_code == (200 if "x-forwarded-host" in given else 400)
        assert "evil.example" not in answer.content.decode()


def test_a_session_given_before_is_not_the_one_used(office: SimpleNamespace) -> None:
    client = Client()
    client.get(LOGIN)
    session = client.session
    session["planted"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    planted = session.session_key
    sign_in(client, "drafter")
    assert inside(client) and client.cookies["sessionid"].value != planted
    other = Client()
    other.cookies["sessionid"] = planted or ""
    assert not inside(other)


def test_cookies_are_kept_from_scripts_and_other_sites(office: SimpleNamespace, settings: Any) -> None:
    client = Client()
    sign_in(client, "drafter")
    client.get("/")
    session = client.cookies["sessionid"]
    assert session["httponly"] and session["samesite"] == "Lax" and not session["max-age"]
    assert all(one["samesite"] == "Lax" for one in client.cookies.values())


def test_signing_out_ends_the_session_itself(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    kept = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    client.cookies["sessionid"] = kept
    assert not inside(client)


def test_another_password_ends_all_other_sessions(office: SimpleNamespace) -> None:
    mine, stolen = Client(), Client()
    sign_in(mine, "drafter")
    sign_in(stolen, "drafter")
    assert inside(stolen)
    new = "Other-words-7-long"
    answer = mine.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 302 and inside(mine) and not inside(stolen)
    reset_password(office.system, office.drafter, password="Third-words-7-long")
    assert not inside(mine)


def test_who_is_out_of_use_is_out_at_once(office: SimpleNamespace) -> None:
    client = client_of(office.outsider)
    token = issue_token(office.outsider, office.outsider, name="试", until=timezone.localdate())[1]
    program = Client(headers={"authorization": f"Bearer {token}"})
    assert client.get("/").status_code == 200 and program.get("/api/assignments").status_code == 200
    deactivate_person(office.system, office.outsider, reason="离职")
    assert client.get("/").status_code == 302 and program.get("/api/assignments").status_code == 401
    assert sign_in(Client(), "outsider").status_code != 302


def test_a_token_opens_the_api_alone_and_not_after_its_day(office: SimpleNamespace) -> None:
    row, token = issue_token(office.registrar, office.registrar, name="试", until=timezone.localdate())
    program = Client(headers={"authorization": f"Bearer {token}"})
    assert program.get("/api/documents").status_code == 200
    for address in ("/", "/documents/outgoing/", "/people/tokens/", "/api/openapi.json"):
        assert program.get(address).status_code == 302, address
    assert client_of(office.registrar).get("/api/documents").status_code == 401, "会话不能代替令牌"
    for bad in (token[:-1], token.upper(), f" {token}", token + "\0", "", "lingwu_", "%", token.encode().hex(), "令牌"):
        answer = Client(headers={"authorization": f"Bearer {bad}".encode().decode("latin-1")}).get("/api/documents")
        assert answer.status_code == 401 or bad.strip() == token, bad
    row.until = timezone.localdate() - timedelta(days=1)
    row.save()
    assert program.get("/api/documents").status_code == 401


WRITTEN = ("drafter", " drafter", "drafter ", "DRAFTER", "Drafter", "ｄｒａｆｔｅｒ", "drafter\0", "drafter\u200b", "\u3000drafter",
           "drafter\t", "drafter\r\n", "dra\u00adfter")  # fmt: skip


def test_no_way_of_writing_an_account_gets_round_the_lock(office: SimpleNamespace) -> None:
    """However the account is written: after a dozen wrong guesses no writing of it lets the right password in."""
    for at in range(24):
        sign_in(Client(headers={"x-forwarded-for": f"10.0.0.{at}"}), WRITTEN[at % 2], f"Wrong-{at}")
    for account in WRITTEN:
        client = Client()
        sign_in(client, account)
        assert not inside(client), account
    client = Client()
    client.post(LOGIN, json.dumps({"login": "drafter", "password": PASSWORD}), content_type="application/json")
    assert not inside(client)
    assert Entry.objects.filter(kind=EntryKind.SIGN_IN, verb="sign_in.locked").exists()


@pytest.mark.parametrize("account", WRITTEN)
def test_each_writing_of_an_account_is_locked_as_it_opens(office: SimpleNamespace, account: str) -> None:
    """A writing that opens the account also counts against it."""
    client = Client()
    sign_in(client, account)
    if not inside(client):
        return
    for at in range(6):
        sign_in(Client(), account, f"Wrong-{at}")
    client = Client()
    sign_in(client, "drafter")
    assert not inside(client)


def test_unknown_accounts_cost_as_much_as_known_ones(office: SimpleNamespace) -> None:
    """The same page and the same work, so that nobody learns which accounts there are."""
    told = []
    for account in ("drafter", "nobody-there", "outsider"):
        with mock.patch.object(
            MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
        ) as work:
            answer = sign_in(Client(), account, "Wrong-words-1")
        page = re.sub(r'(?:value|content|hx-headers)=(?:"[^"]*"|\'[^\']*\')', "", answer.content.decode())
        told.append((answer.status_code, work.call_count, page.replace(account, "")))
    assert told[0] == told[1] == told[2]


def test_a_one_time_code_opens_once(office: SimpleNamespace) -> None:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(office.drafter, secret)
    assert Authenticator.objects.filter(user=office.drafter).exists()
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    first, second = Client(), Client()
    for client in (first, second):
        assert sign_in(client, "drafter")["Location"].startswith("/accounts/2fa/authenticate/")
        assert not inside(client)
        client.post("/accounts/2fa/authenticate/", {"code": code})
    assert inside(first) and not inside(second)


def test_nobody_signs_up_or_resets_by_himself(office: SimpleNamespace) -> None:
    for address in ("signup", "password/reset", "email", "login/code", "password/set", "3rdparty/signup", "3rdparty"):
        for client in (Client(), client_of(office.drafter)):
            for answer in (
                client.get(f"/accounts/{address}/"),
                client.post(f"/accounts/{address}/", {"username": "x"}),
            ):
                assert answer.status_code == 404, address
    assert Person.objects.filter(account="x").count() == 0


def test_nothing_more_than_asked_for_can_be_set(world: World) -> None:
    """Fields that no form has, sent all the same."""
    document, client = world.documents["draft"], client_of(world.office.section_head)
    more = {"state": "done", "step": "archive", "drafter": world.office.outsider.pk, "document_number": "滨政办发〔2026〕9号",
            "signatory": "我", "signed_version": 1, "archive_number": "1", "unit": world.office.top.pk, "issuer": "国务院",
            "direction": "in", "version": 9, "is_active": 1, "form": '{"签发": 1}', "plan": "{}"}  # fmt: skip
    before = type(document).objects.values(*more.keys() - {"is_active"}).get(pk=document.pk)
    elements = {"title": document.title, "kind": "通知", "copies": 1, "addressees": document.addressees}
    client.post(f"/documents/{document.pk}/change_elements/", elements | more)
    after = type(document).objects.values(*before).get(pk=document.pk)
    assert {key: value for key, value in after.items() if key != "form"} == {
        key: value for key, value in before.items() if key != "form"
    }
    assert "签发" not in str(after["form"])
    token = issue_token(world.office.section_head, world.office.section_head, name="试", until=timezone.localdate())[1]
    program = Client(headers={"authorization": f"Bearer {token}"})
    for name, value in more.items():
        answer = program.post(
            f"/api/documents/{document.pk}/change_elements", {name: value}, content_type="application/json"
        )
        assert answer.status_code == 422, name


def test_nobody_raises_himself(world: World) -> None:
    """No right by granting, delegating, appointing or resetting in one's own favour."""
    office, client = world.office, client_of(world.office.colleague)
    grants = "/access/grant/1/"
    before = contents()
    day = timezone.localdate().isoformat()
    tries = [
        (grants, {"person": office.colleague.pk, "since": day}),
        (f"/people/delegate/{office.principal.pk}/", {"taker": office.colleague.pk, "since": day, "until": day, "reason": "x"}),
        (f"/people/reset_password/{office.principal.pk}/", {"password": "Another-words-9"}),
        (f"/people/change_person/{office.colleague.pk}/", {"name": "我", "unit": office.top.pk}),
        ("/people/appoint/1/", {"person": office.colleague.pk, "since": day}),
        ("/people/hand_over/1/", {"to": office.colleague.pk, "day": day}),
    ]  # fmt: skip
    for address, typed in tries:
        assert client.post(address, typed).status_code in (403, 404), address
    assert contents() == before
    for who, address in (("security", "/access/grant/2/"), ("system", "/people/appoint/1/")):
        own = {"person": getattr(office, who).pk, "since": day}
        assert client_of(getattr(office, who)).post(address, own).status_code in (400, 403)


def test_the_address_of_the_log_is_that_of_the_connection(office: SimpleNamespace) -> None:
    """A header that anybody can write does not hide from where somebody came."""
    sign_in(Client(headers={"x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6"}), "drafter")
    assert Entry.objects.get(verb="sign_in").address == "127.0.0.1"
