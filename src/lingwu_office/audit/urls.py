"""Addresses of this part."""

from __future__ import annotations

from django.urls import path

from lingwu_office.audit import pages

app_name = "audit"
urlpatterns = [
    path("", pages.entries, name="entries"),
    path("<int:seq>/", pages.entry, name="entry"),
    path("verify/", pages.verify, name="verify"),
    path("export/<slug:form>/", pages.export, name="export"),
]
