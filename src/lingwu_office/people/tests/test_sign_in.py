"""Signing in as it happens: real POSTs through the form."""

from __future__ import annotations

import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.conftest import PASSWORD
from lingwu_office.people.actions import reset_password
from lingwu_office.people.models import Person

NEW = "Fresh-start-26"


@pytest.fixture(autouse=True)
def no_limits_from_other_tests() -> None:
    cache.clear()


def sign_in(client: Client, account: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("account_login"), {"login": account, "password": password, **more})


def inside(client: Client) -> bool:
    return client.get(reverse("workbench")).status_code == 200


def entries(verb: str) -> list[Entry]:
    return list(Entry.objects.filter(kind=EntryKind.SIGN_IN, verb=verb).order_by("seq"))


def test_the_page_is_chinese_and_says_what_must_not_be_entered(db: None) -> None:
    said = Client().get(reverse("account_login")).content.decode()
    assert "涉密不上网" in said
    assert "账号" in said and "密码" in said
    for foreign in ("Sign", "Password", "Username", "Remember", "Forgot", "signup"):
        assert foreign not in said


def test_right_account_and_password(office: SimpleNamespace) -> None:
    client = Client()
    answer = sign_in(client, "drafter")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert inside(client)
    (entry,) = entries("sign_in")
    assert (entry.person, entry.title) == (office.drafter, "登录")


def test_on_to_the_page_that_was_asked_for_but_nowhere_else(office: SimpleNamespace) -> None:
    assert sign_in(Client(), "drafter", next="/people/")["Location"] == "/people/"
    assert sign_in(Client(), "colleague", next="https://evil.example/")["Location"] == "/"


@pytest.mark.parametrize(("account", "password"), [("drafter", "wrong"), ("nobody", PASSWORD), ("Drafter", PASSWORD)])
def test_a_failed_sign_in_says_nothing_of_which_was_wrong_and_is_recorded(
    office: SimpleNamespace, account: str, password: str
) -> None:
    client = Client()
    answer = sign_in(client, account, password)
    assert answer.status_code == 200
    assert "账号或密码不正确。" in answer.content.decode()
    assert not inside(client)
    (entry,) = entries("sign_in.failed")
    assert (entry.person, entry.after) == (None, {"account": account})
    kept = Entry.objects.values_list("before", "after", "reason")
    assert not any(password in str(row) for row in kept)


def test_a_long_account_is_kept_to_sixty_characters(office: SimpleNamespace) -> None:
    sign_in(Client(), "长" * 200, "x")
    assert entries("sign_in.failed")[0].after == {"account": "长" * 60}


def test_five_failures_lock_the_account_even_for_the_right_password(office: SimpleNamespace) -> None:
    client = Client()
    for _ in range(4):
        assert sign_in(client, "drafter", "wrong").status_code == 200
    fifth = sign_in(client, "drafter", "wrong")
    for answer in (fifth, sign_in(client, "drafter"), sign_in(Client(HTTP_USER_AGENT="other"), "drafter")):
        said = answer.content.decode()
        assert answer.status_code == 429
        assert "账号已锁定" in said and "约 30 分钟" in said
        assert office.system.name in said
    assert not inside(client)
    assert len(entries("sign_in.locked")) == 3
    assert not entries("sign_in")
    assert sign_in(Client(), "colleague").status_code == 302


def test_the_lock_opens_after_half_an_hour_and_trying_does_not_prolong_it(office: SimpleNamespace) -> None:
    for _ in range(5):
        sign_in(Client(), "drafter", "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=20))
    answer = sign_in(Client(), "drafter", "wrong")
    assert answer.status_code == 429 and "约 10 分钟" in answer.content.decode()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    client = Client()
    assert sign_in(client, "drafter").status_code == 302
    assert inside(client)


def test_success_starts_the_count_anew(office: SimpleNamespace) -> None:
    for _ in range(3):
        for _ in range(4):
            assert sign_in(Client(), "drafter", "wrong").status_code == 200
        assert sign_in(Client(), "drafter").status_code == 302


def test_a_new_password_from_the_administrator_opens_the_lock(office: SimpleNamespace) -> None:
    for _ in range(5):
        sign_in(Client(), "drafter", "wrong")
    reset_password(office.system, office.drafter, password=NEW)
    assert sign_in(Client(), "drafter", NEW).status_code == 302


def test_no_password_is_kept_where_failures_are_counted(office: SimpleNamespace) -> None:
    sign_in(Client(), "drafter", "Secret-slip-1")
    kept = AccessAttempt.objects.get()
    assert "Secret-slip-1" not in f"{kept.get_data}{kept.post_data}"


@pytest.mark.parametrize("demo_mode", [True, False])
def test_demo_persons_come_in_only_in_the_demo(office: SimpleNamespace, settings: Any, demo_mode: bool) -> None:
    settings.DEMO = True
    Person.objects.create_user("demo", PASSWORD, name="演示", unit=office.top, demo=True)
    client = Client()
    assert sign_in(client, "demo").status_code == 302
    assert inside(client)
    settings.DEMO = demo_mode
    assert inside(client) is demo_mode, "an open session too"
    assert (sign_in(Client(), "demo").status_code == 302) is demo_mode


def test_who_is_out_of_use_does_not_come_in_and_falls_out_of_an_open_session(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    Person.objects.filter(pk=office.drafter.pk).update(is_active=False)
    assert not inside(client)
    assert "账号或密码不正确。" in sign_in(Client(), "drafter").content.decode()


def test_signing_out_is_recorded_and_needs_a_post(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    assert client.get(reverse("account_logout")).status_code == 200
    assert inside(client)
    assert client.post(reverse("account_logout")).status_code == 302
    assert not inside(client)
    (entry,) = entries("sign_in.out")
    assert entry.person == office.drafter


def session_life(client: Client) -> float:
    return (client.session.get_expiry_date() - timezone.now()).total_seconds()


def test_the_session_ends_thirty_minutes_after_the_last_request(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    from django.contrib.sessions.models import Session

    stored = Session.objects.get(session_key=client.session.session_key)
    assert 1790 < (stored.expire_date - timezone.now()).total_seconds() <= 1800
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert inside(client)
    session = client.session
    session["used_at"] = 0  # more than a minute ago
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert inside(client)
    stored.refresh_from_db()
    assert (stored.expire_date - timezone.now()).total_seconds() > 1790, "activity prolongs it"
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not inside(client)
    assert not client.cookies[settings.SESSION_COOKIE_NAME]["max-age"], "the cookie goes with the browser"


def change(client: Client, old: str, new: str) -> Any:
    given = {"oldpassword": old, "password1": new, "password2": new}
    return client.post(reverse("account_change_password"), given)


def test_a_first_password_is_changed_before_anything_else(office: SimpleNamespace) -> None:
    reset_password(office.system, office.drafter, password=NEW)
    client = Client()
    sign_in(client, "drafter", NEW)
    for page in ("/", "/people/", "/accounts/2fa/"):
        answer = client.get(page)
        assert (answer.status_code, answer["Location"]) == (302, reverse("account_change_password"))
    form = client.get(reverse("account_change_password"))
    assert "请先修改密码" in form.content.decode()
    assert "新密码不能与原密码相同" in change(client, NEW, NEW).content.decode()
    assert change(client, NEW, "Second-try-88")["Location"] == "/"
    assert inside(client), "still signed in"
    office.drafter.refresh_from_db()
    assert not office.drafter.must_change_password
    assert timezone.now() - office.drafter.password_changed_at < timedelta(minutes=1)
    entry = Entry.objects.get(verb="people.change_password")
    assert entry.person == office.drafter
    assert "Second-try-88" not in f"{entry.before}{entry.after}" and "password" not in entry.after


def test_other_sessions_end_when_the_password_changes(office: SimpleNamespace) -> None:
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        sign_in(client, "drafter")
    change(here, PASSWORD, NEW)
    assert inside(here)
    assert not inside(elsewhere)


@pytest.mark.parametrize("weak", ["short-1A", "alllowercaseletters", "drafter-drafter", "Password123"])
def test_a_password_that_is_not_good_enough_is_refused_in_chinese(office: SimpleNamespace, weak: str) -> None:
    client = Client()
    sign_in(client, "drafter")
    answer = change(client, PASSWORD, weak)
    assert answer.status_code == 200
    office.drafter.refresh_from_db()
    assert office.drafter.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("days", "age", "sent_away"), [(180, 179, False), (180, 181, True), (0, 4000, False), (30, 31, True)]
)
def test_an_old_password_has_to_be_changed(
    office: SimpleNamespace, settings: Any, days: int, age: int, sent_away: bool
) -> None:
    settings.PASSWORD_DAYS = days
    Person.objects.filter(pk=office.drafter.pk).update(password_changed_at=timezone.now() - timedelta(days=age))
    client = Client()
    sign_in(client, "drafter")
    assert inside(client) is not sent_away


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "confirm-email/", "confirm-email/abc/", "password/reset/", "password/reset/done/",
     "password/reset/key/1-abc/", "password/set/", "login/code/confirm/", "reauthenticate/code/",
     "3rdparty/", "3rdparty/signup/", "social/signup/", "social/connections/", "inactive/"],
)  # fmt: skip
def test_what_the_office_does_not_offer_is_not_there(office: SimpleNamespace, path: str) -> None:
    client = Client()
    assert client.get(f"/accounts/{path}").status_code == 404
    sign_in(client, "drafter")
    assert client.get(f"/accounts/{path}").status_code == 404
    assert client.post(f"/accounts/{path}", {"username": "x", "password1": NEW}).status_code == 404


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def enrol(client: Client) -> str:
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp"))
    secret: str = client.session["mfa.totp.secret"]
    assert "data:image/svg+xml" in page.content.decode() and secret in page.content.decode()
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def test_one_time_codes_from_setting_up_to_signing_in(
    office: SimpleNamespace, django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    sign_in(client, "drafter")
    with django_capture_on_commit_callbacks(execute=True):
        secret = enrol(client)
    (added,) = [entry for entry in entries("sign_in.factor_added") if "动态口令" in entry.title]
    assert added.person == office.drafter and secret not in f"{added.after}"
    cache.clear()  # a code is good once; the test cannot wait for the next
    again = Client()
    answer = sign_in(again, "drafter")
    assert answer["Location"] == reverse("mfa_authenticate")
    assert not inside(again), "the password alone opens nothing"
    assert "动态口令不正确" in again.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert entries("sign_in.failed")[-1].reason == "动态口令不符"
    assert again.post(reverse("mfa_authenticate"), {"code": code_now(secret)}).status_code == 302
    assert inside(again)


def test_a_recovery_code_opens_once(office: SimpleNamespace) -> None:
    TOTP.activate(office.drafter, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(office.drafter)
    kept = Authenticator.objects.get(user=office.drafter, type="recovery_codes")
    code = kept.wrap().get_unused_codes()[0]
    for expected in (True, False):
        client = Client()
        sign_in(client, "drafter")
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert inside(client) is expected


def test_wrong_codes_lock_the_account_like_wrong_passwords(office: SimpleNamespace) -> None:
    TOTP.activate(office.drafter, "JBSWY3DPEHPK3PXP")
    client = Client()
    sign_in(client, "drafter")
    answers = [client.post(reverse("mfa_authenticate"), {"code": "000000"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    right = code_now("JBSWY3DPEHPK3PXP")
    assert client.post(reverse("mfa_authenticate"), {"code": right}).status_code == 429
    assert sign_in(Client(), "drafter").status_code == 429
    assert not inside(client)


def test_an_open_screen_is_no_way_to_try_passwords(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    answers = [client.post(reverse("account_reauthenticate"), {"password": "guess"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert len(entries("sign_in.failed")) == 5
    assert sign_in(Client(), "drafter").status_code == 429


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_activate_totp", "account_change_password", "account_logout", "account_reauthenticate"]
)
def test_the_pages_of_ones_account_are_chinese(office: SimpleNamespace, name: str) -> None:
    client = Client()
    sign_in(client, "drafter")
    said = client.get(reverse(name)).content.decode()
    for foreign in ("Password", "Code", "Authenticator", "Sign", "Confirm", "Current"):
        assert foreign not in said, said
    assert reverse("account_reset_password") not in said  # there is no such page here


def test_the_pages_of_a_second_factor_are_chinese(office: SimpleNamespace) -> None:
    client = Client()
    sign_in(client, "drafter")
    enrol(client)
    for name in ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        said = client.get(reverse(name)).content.decode()
        for foreign in ("Recovery", "Deactivate", "Generate", "Are you sure"):
            assert foreign not in said
    assert client.get(reverse("mfa_download_recovery_codes")).status_code == 200
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.exists()


def test_no_button_for_openid_where_none_is_configured(db: None) -> None:
    assert "oidc" not in Client().get(reverse("account_login")).content.decode()


def test_csrf_is_asked_for_at_the_sign_in(office: SimpleNamespace) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client, "drafter").status_code == 403


@pytest.mark.parametrize(
    ("wanted", "who", "led"),
    [("", "system", False), ("administrators", "system", True), ("administrators", "drafter", False),
     ("all", "drafter", True)],
)  # fmt: skip
def test_an_office_may_ask_for_one_time_codes(
    office: SimpleNamespace, settings: Any, wanted: str, who: str, led: bool
) -> None:
    settings.SECOND_FACTOR = wanted
    client = Client()
    sign_in(client, who)
    answer = client.get("/people/")
    assert (answer.status_code == 302) is led
    if led:
        assert answer["Location"] == reverse("mfa_activate_totp")
        enrol(client)
        assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
        assert client.get("/people/").status_code == 200
        client.post(reverse("mfa_deactivate_totp"))
        assert client.get("/people/").status_code == 302, "switched off, asked for again"
