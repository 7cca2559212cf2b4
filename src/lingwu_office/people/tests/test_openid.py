"""Sign-in by OpenID Connect: for persons who are known, by the account that the provider names."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from lingwu_office.audit.models import Entry
from lingwu_office.people.adapters import OpenIdAdapter
from lingwu_office.people.models import Person


@pytest.fixture
def configured(settings: Any) -> None:
    app = {"provider_id": "oidc", "name": "统一身份认证", "client_id": "x", "secret": "y",
           "settings": {"server_url": "https://id.example/"}}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def asked() -> HttpRequest:
    request = RequestFactory().get("/")
    SessionMiddleware(lambda _: HttpResponse()).process_request(request)
    request.user = AnonymousUser()
    return request


def login(claims: dict[str, Any]) -> SocialLogin:
    account = SocialAccount(provider="oidc", uid="sub-1", extra_data=claims)
    return SocialLogin(user=Person(), account=account)


@pytest.mark.parametrize("claims", [{"preferred_username": "drafter"}, {"userinfo": {"preferred_username": "drafter"}}])
def test_a_known_account_is_linked_to_its_person(
    office: SimpleNamespace, configured: None, claims: dict[str, Any]
) -> None:
    found = login(claims)
    OpenIdAdapter().pre_social_login(asked(), found)
    assert SocialAccount.objects.get(uid="sub-1").user == office.drafter
    assert found.user == office.drafter


@pytest.mark.parametrize("account", ["", "nobody", "left", "demo", "DRAFTER"])
def test_anybody_else_is_refused_and_recorded(office: SimpleNamespace, settings: Any, account: str) -> None:
    settings.DEMO = False
    Person.objects.create_user("left", None, name="离职", is_active=False)
    Person.objects.create_user("demo", None, name="演示", demo=True)
    with pytest.raises(ImmediateHttpResponse) as refused:
        OpenIdAdapter().pre_social_login(asked(), login({"preferred_username": account}))
    assert refused.value.response.status_code == 403
    assert not SocialAccount.objects.exists()
    entry = Entry.objects.get(verb="sign_in.failed")
    assert entry.after == {"account": account}


def test_another_claim_may_name_the_account(office: SimpleNamespace, configured: None, settings: Any) -> None:
    settings.OIDC = {"claim": "employee"}
    OpenIdAdapter().pre_social_login(asked(), login({"employee": "drafter", "preferred_username": "principal"}))
    assert SocialAccount.objects.get().user == office.drafter


def test_the_button_shows_where_it_is_configured(office: SimpleNamespace, configured: None) -> None:
    said = Client().get(reverse("account_login")).content.decode()
    assert "用统一身份认证登录" in said
    assert "/accounts/oidc/oidc/login/" in said


def test_nobody_links_accounts_by_himself(office: SimpleNamespace, configured: None) -> None:
    for address in ("/accounts/3rdparty/", "/accounts/3rdparty/signup/"):
        assert Client().get(address).status_code == 404
