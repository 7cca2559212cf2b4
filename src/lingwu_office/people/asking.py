"""Who asks for a page."""

from __future__ import annotations

from django.http import HttpRequest

from lingwu_office.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """Who asks; the middleware lets nobody in who has not signed in, the API nobody without a token."""
    assert isinstance(request.user, Person)
    return request.user
