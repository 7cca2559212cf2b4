"""Signing in and out: what is recorded, when an account is locked, when a password has to be changed."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.mfa.utils import is_mfa_enabled
from axes.attempts import get_cool_off
from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lingwu_office.access.models import Administration
from lingwu_office.access.policies import administration_of
from lingwu_office.access.separation import administrators
from lingwu_office.audit import chain
from lingwu_office.audit.models import EntryKind
from lingwu_office.people.models import Person

LONGEST_ACCOUNT = 60
HAS_FACTOR = "has_second_factor"
FACTORS = {"totp": "动态口令", "recovery_codes": "备用码"}


def account_typed(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The account as somebody typed it, cut to 60 characters: from what is being checked, else from the form."""
    given = credentials or {}
    typed = given.get("username") or given.get("login") or (request.POST.get("login") if request is not None else "")
    return str(typed or "").replace("\0", "").strip()[:LONGEST_ACCOUNT]


def record(verb: str, title: str, person: Person | None, account: str, reason: str = "") -> None:
    """One entry of the kind 登录."""
    chain.append(EntryKind.SIGN_IN, person, verb, title, person, after={"account": account}, reason=reason)


def signed_in(sender: Any, request: HttpRequest, user: Person, **_: Any) -> None:
    """A person signed in."""
    record("sign_in", "登录", user, user.account)


def signed_out(sender: Any, request: HttpRequest, user: Person | None, **_: Any) -> None:
    """A person signed out; whoever was not signed in leaves no trace."""
    if user is not None and user.pk is not None:
        record("sign_in.out", "退出", user, user.account)


def failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A sign-in did not succeed."""
    account = account_typed(request, credentials)
    record("sign_in.failed", "登录失败", None, account, credentials.get("why") or "账号或密码不符")


def locked_out(sender: Any, request: HttpRequest, username: str, **_: Any) -> None:
    """An account was locked, or asked for while locked."""
    record("sign_in.locked", "账号锁定", None, str(username or "")[:LONGEST_ACCOUNT], "连续登录失败次数过多")


def factor_added(sender: Any, request: HttpRequest, user: Person, authenticator: Any, **_: Any) -> None:
    """A second factor was set up."""
    record("sign_in.factor_added", "启用" + FACTORS.get(authenticator.type, "两步验证"), user, user.account)


def factor_removed(sender: Any, request: HttpRequest, user: Person, authenticator: Any, **_: Any) -> None:
    """A second factor was switched off."""
    request.session.pop(HAS_FACTOR, None)
    record("sign_in.factor_removed", "停用" + FACTORS.get(authenticator.type, "两步验证"), user, user.account)


def minutes_left(account: str) -> int:
    """How many minutes ``account`` stays locked, rounded up; the whole time where no attempt is known."""
    whole = get_cool_off() or timedelta(0)
    last = AccessAttempt.objects.filter(username=account).order_by("-attempt_time").first()
    until = (last.attempt_time if last else timezone.now()) + whole
    return max(1, ceil((until - timezone.now()).total_seconds() / 60))


def locked_page(request: HttpRequest, response: Any, credentials: dict[str, Any] | None) -> HttpResponse:
    """The page that says how long the account stays locked and whom to ask."""
    context = {
        "minutes": minutes_left(account_typed(request, credentials)),
        "limit": settings.AXES_FAILURE_LIMIT,
        "administrators": administrators(Administration.SYSTEM),
    }
    return render(request, "account/locked.html", context, status=429)


def why_change_password(person: Person) -> str:
    """Why ``person`` has to change his password before anything else; empty where he need not.

    Whoever has no password (sign-in by OpenID Connect) need not.
    """
    if not person.has_usable_password():
        return ""
    if person.must_change_password:
        return "这是初始密码或重置后的密码，请先修改密码。"
    longest, changed = settings.PASSWORD_DAYS, person.password_changed_at
    if longest and changed is not None and timezone.now() - changed > timedelta(days=longest):
        return f"密码已使用超过{longest}天，请先修改密码。"
    return ""


def must_set_up_second_factor(request: HttpRequest, person: Person) -> bool:
    """Whether the office wants one-time codes of ``person`` and he has none yet; asked once a session."""
    wanted = settings.SECOND_FACTOR == "all" or (
        settings.SECOND_FACTOR == "administrators" and bool(administration_of(person))
    )
    if not wanted or request.session.get(HAS_FACTOR):
        return False
    request.session[HAS_FACTOR] = is_mfa_enabled(person, [Authenticator.Type.TOTP])
    return not request.session[HAS_FACTOR]


def connect() -> None:
    """Start to record."""
    user_logged_in.connect(signed_in, dispatch_uid="recorded")
    user_logged_out.connect(signed_out, dispatch_uid="recorded")
    user_login_failed.connect(failed, dispatch_uid="recorded")
    user_locked_out.connect(locked_out, dispatch_uid="recorded")
    authenticator_added.connect(factor_added, dispatch_uid="recorded")
    authenticator_removed.connect(factor_removed, dispatch_uid="recorded")
