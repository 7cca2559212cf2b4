"""Addresses of this part."""

from __future__ import annotations

from django.urls import path

from lingwu_office.access import pages

app_name = "access"
urlpatterns = [
    path("roles/", pages.roles, name="roles"),
    path("grants/", pages.grants, name="grants"),
    path("<slug:verb>/<int:pk>/", pages.act, name="act"),
]
