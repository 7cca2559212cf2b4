"""Addresses of the office's own words."""

from __future__ import annotations

from django.urls import path, re_path

from lingwu_office.proofreading import pages

app_name = "proofreading"
urlpatterns = [
    path("words/", pages.words, name="words"),
    path("words/propose/", pages.propose, name="propose"),
    re_path(r"^words/(?P<pk>\d{1,18})/(?P<decision>accept|reject)/$", pages.decide, name="decide"),
]
