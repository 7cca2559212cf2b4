"""Addresses of the registers."""

from __future__ import annotations

from django.urls import path, re_path

from lingwu_office.documents import pages_registers

urlpatterns = [
    path("outgoing/", pages_registers.outgoing, name="outgoing"),
    path("incoming/", pages_registers.incoming, name="incoming"),
    re_path(r"^print/(?P<direction>out|in)/$", pages_registers.printed, name="print"),
    re_path(r"^export/(?P<direction>out|in)/$", pages_registers.export, name="export"),
]
