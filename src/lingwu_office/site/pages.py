"""The workbench and the search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def workbench(request: HttpRequest) -> HttpResponse:
    """待办: what waits for me, by when, and why me."""
    return render(request, "workbench.html")
