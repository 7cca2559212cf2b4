"""Sign-in: what allauth offers and this office uses; everything else is not found here."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path

OFF = (
    "signup", "email", "confirm-email", "inactive", "password/set", "password/reset", "login/code",
    "reauthenticate/code", "3rdparty/signup", "3rdparty/$", "social",
)  # fmt: skip
"""Signing up, mail and linking by oneself: persons are made and their passwords reset by the system administrator."""


@login_not_required
def switched_off(request: HttpRequest) -> HttpResponse:
    """Raises:
    Http404: always.
    """
    raise Http404("本系统不提供这项功能。")


urlpatterns = [
    *(re_path(f"^{prefix}", switched_off) if prefix.endswith("$") else re_path(f"^{prefix}(?:/|$)", switched_off)
      for prefix in OFF),
    path("", include("allauth.urls")),
]  # fmt: skip
