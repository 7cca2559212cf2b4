"""The session lives while it is used; who must change his password, or set up one-time codes, does that first."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from lingwu_office.people.signing import must_set_up_second_factor, why_change_password

ALLOWED = ("account_change_password", "account_logout", "account_reauthenticate")
SETTING_UP = ("mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes")


PROLONGED_EVERY = 60
"""Seconds: a session in use is written anew at most this often, so that a page is not a write to the disk."""


class IdleMiddleware:
    """Prolongs the session of a person who is at work; after ``SESSION_COOKIE_AGE`` without a request it ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get("used_at", 0) >= PROLONGED_EVERY:
                request.session["used_at"] = now
        return self.get_response(request)


class PasswordMiddleware:
    """Leads a person whose password is a first one, or too old, to the page that changes it; then to the codes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user
        if not person.is_authenticated or request.path in map(reverse, ALLOWED):
            return self.get_response(request)
        if said := why_change_password(person):
            return _led(request, "account_change_password", said)
        if request.path not in map(reverse, SETTING_UP) and must_set_up_second_factor(request, person):
            return _led(request, "mfa_activate_totp", "本单位要求使用动态口令，请先启用。")
        return self.get_response(request)


def _led(request: HttpRequest, name: str, said: str) -> HttpResponse:
    if not any(str(message) == said for message in messages.get_messages(request)):
        messages.warning(request, said)
    return redirect(name)
