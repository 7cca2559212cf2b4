"""Makes the fictional office: its administrators, its people, its documents."""

from __future__ import annotations

from dataclasses import dataclass

from lingwu_office.documents.models import Document
from lingwu_office.people.models import Person, Post, Unit
from lingwu_office.site.commands.founding import prepare
from lingwu_office.site.demo.handling import make_documents
from lingwu_office.site.demo.peopling import PASSWORD, Staffing, account_and_name, description


@dataclass(frozen=True)
class Made:
    """How much there is of what."""

    units: int
    posts: int
    persons: int
    documents: int


def make_office() -> Made:
    """The whole office in an empty database; every step by the verb and the person that it takes."""
    said = description()
    accounts = {kind: account_and_name(words) for kind, words in said["administrators"].items()}
    prepare(said["name"], said["short_name"], accounts, dict.fromkeys(accounts, PASSWORD), demo=True)
    make_documents(Staffing(said).run())
    return Made(Unit.objects.count(), Post.objects.count(), Person.objects.count(), Document.objects.count())
