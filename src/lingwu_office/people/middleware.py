"""Whoever has to change his password does that before anything else."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from lingwu_office.people.signing import why_change_password

ALLOWED = ("account_change_password", "account_logout", "account_reauthenticate")


class PasswordMiddleware:
    """Sends a person whose password is a first one, or too old, to the page that changes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user
        if not person.is_authenticated or request.path in map(reverse, ALLOWED):
            return self.get_response(request)
        if said := why_change_password(person):
            if not any(str(message) == said for message in messages.get_messages(request)):
                messages.warning(request, said)
            return redirect("account_change_password")
        return self.get_response(request)
