"""A small office for the tests: three units, posts, persons by what they do, default roles and flows."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from lingwu_office.access.models import Grant, Role
from lingwu_office.access.roles import load_roles
from lingwu_office.documents.flows import load_flows
from lingwu_office.people.models import Person, Post, Tenure, Unit

SINCE = date(2024, 1, 1)
PASSWORD = "Right-words-9"
POSTS = {
    # name of the person in the tests: (unit, post, head, principal, roles granted to the post)
    "drafter": ("综合科", "科员", False, False, ["staff"]),
    "colleague": ("综合科", "四级主任科员", False, False, ["staff"]),
    "section_head": ("综合科", "科长", True, False, ["staff"]),
    "finance_head": ("财务科", "科长", True, False, ["staff"]),
    "finance_clerk": ("财务科", "科员", False, False, ["staff"]),
    "registrar": ("办公室", "文书", False, False, ["staff", "registrar"]),
    "checker": ("办公室", "核稿员", False, False, ["staff", "checker"]),
    "deputy": ("办公室", "副主任", False, False, ["staff", "leader"]),
    "principal": ("办公室", "主任", True, True, ["staff", "leader"]),
    "system": (None, "系统管理员", False, False, ["system"]),
    "security": (None, "安全管理员", False, False, ["security"]),
    "auditor": (None, "审计管理员", False, False, ["audit"]),
}


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    """Units by name under ``units``, persons under their names of ``POSTS``, and ``outsider`` without post or role."""
    load_roles()
    load_flows()
    top = Unit.objects.create(name="滨河区人民政府办公室", short_name="区政府办")
    units = {name: Unit.objects.create(name=name, parent=top, order=n) for n, name in enumerate(["综合科", "财务科"])}
    units["办公室"] = top
    made = SimpleNamespace(units=units, top=top)
    for name, (unit, title, head, principal, roles) in POSTS.items():
        person = Person.objects.create_user(
            account=name, password=PASSWORD, name=f"{title}{name}"[:20], unit=units.get(unit or "", top)
        )
        if unit:
            post = Post.objects.create(unit=units[unit], name=f"{title}", head=head, principal=principal)
            Tenure.objects.create(person=person, post=post, since=SINCE)
            holder: dict[str, Person | Post] = {"post": post}
        else:
            holder = {"person": person}
        for role in roles:
            Grant.objects.create(role=Role.objects.get(name=role), since=SINCE, **holder)
        setattr(made, name, person)
    made.outsider = Person.objects.create_user(account="outsider", password=PASSWORD, name="外人", unit=None)
    return made


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A browser's stand-in, signed in as the person."""

    def client(person: Person) -> Client:
        found = Client()
        found.force_login(person, backend="lingwu_office.people.backends.OfficeBackend")
        session = found.session
        session["used_at"] = int(time.time())  # at work already: the first page writes nothing
        session.save()
        return found

    return client
