"""Addresses of this part."""

from __future__ import annotations

from django.urls import path

from lingwu_office.people import pages_tokens

app_name = "people"
urlpatterns = [
    path("tokens/", pages_tokens.tokens, name="tokens"),
    path("tokens/<int:pk>/revoke/", pages_tokens.revoke, name="token_revoke"),
]
