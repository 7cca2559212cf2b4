"""Addresses of this part."""

from __future__ import annotations

from django.urls import path

from lingwu_office.people import pages, pages_tokens

app_name = "people"
urlpatterns = [
    path("", pages.units, name="units"),
    path("posts/", pages.posts, name="posts"),
    path("posts/<int:pk>/", pages.post, name="post"),
    path("persons/", pages.persons, name="persons"),
    path("persons/<int:pk>/", pages.person, name="person"),
    path("persons/import/<int:pk>/", pages.importing, name="import"),
    path("gaps/", pages.gaps, name="gaps"),
    path("delegations/", pages.delegations, name="delegations"),
    path("tokens/", pages_tokens.tokens, name="tokens"),
    path("tokens/<int:pk>/revoke/", pages_tokens.revoke, name="token_revoke"),
    path("<slug:verb>/<int:pk>/", pages.act, name="act"),
]
