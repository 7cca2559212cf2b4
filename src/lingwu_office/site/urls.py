"""Addresses of the office: each part brings its own."""

from __future__ import annotations

from django.urls import include, path

from lingwu_office.documents import api
from lingwu_office.site import pages

urlpatterns = [
    path("", pages.workbench, name="workbench"),
    path("search/", pages.search, name="search"),
    path("accounts/", include("lingwu_office.people.urls_account")),
    path("people/", include("lingwu_office.people.urls")),
    path("access/", include("lingwu_office.access.urls")),
    path("audit/", include("lingwu_office.audit.urls")),
    path("files/", include("lingwu_office.files.urls")),
    path("proofreading/", include("lingwu_office.proofreading.urls")),
    path("api/", api.addresses()),
    path("documents/", include("lingwu_office.documents.urls")),
]
