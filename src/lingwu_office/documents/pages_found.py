"""Who asks for a page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lingwu_office.audit import chain
from lingwu_office.audit.action import verbs
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.foundation.errors import Refused
from lingwu_office.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """Who asks; the middleware lets nobody in who has not signed in."""
    assert isinstance(request.user, Person)
    return request.user


def keep_out(person: Person, verb: str, thing: Any, *texts: str) -> None:
    """Let no file be stored for a verb whose own texts bear a mark of secrecy.

    Raises:
        Refused: one does; recorded as the verb itself would.
    """
    try:
        refuse_marked(*texts, what="这次填写的内容")
    except Refused as refusal:
        raise chain.refusal(person, verb, verbs[verb].title, thing, reason=str(refusal), error=refusal) from None
