"""The units, posts and persons of the fictional office, brought in by its administrators."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from lingwu_office.access.actions import grant
from lingwu_office.access.models import Role
from lingwu_office.people.actions_persons import add_person
from lingwu_office.people.actions_posts import appoint, delegate
from lingwu_office.people.actions_units import add_duty, add_post, add_unit, assign_duty
from lingwu_office.people.models import Duty, Person, Post, Unit
from lingwu_office.site.demo.actions_demo import mark_demo

FILE = Path(__file__).with_name("office.toml")
PASSWORD = "Binhe-2026-demo"
"""Of all demo accounts; printed for everybody, and of no use outside the demo."""
LONG_AGO = timedelta(days=400)


@dataclass(frozen=True)
class Staffed:
    """The office with its people: units by name, persons by account."""

    top: Unit
    units: Mapping[str, Unit]
    persons: Mapping[str, Person]


def description() -> dict[str, Any]:
    """What ``office.toml`` says."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def account_and_name(said: str) -> tuple[str, str]:
    """``zhouming 周明`` in two."""
    account, _, name = said.partition(" ")
    return account, name


class Staffing:
    """Brings the people in, as the system administrator and the security administrator would."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said
        admins = {kind: account_and_name(words)[0] for kind, words in said["administrators"].items()}
        self.system = Person.objects.get(account=admins["system"])
        self.security = Person.objects.get(account=admins["security"])
        self.top = Unit.objects.get(parent=None)
        self.units = {self.top.name: self.top}
        self.persons: dict[str, Person] = {}
        self.since = timezone.localdate() - LONG_AGO

    def run(self) -> Staffed:
        """Units, posts with duties and roles, persons, delegations, in this order."""
        for order, unit in enumerate(self.said["unit"], start=1):
            made = add_unit(self.system, self.top, name=unit["name"], short_name=unit["short_name"], order=order)
            self.units[unit["name"]] = made
        for order, post in enumerate(self.said["post"], start=1):
            self._post(post, order)
        for duty in self.said["duty"]:
            add_duty(self.system, self.top, name=duty["name"])
        for newcomer in self.said["newcomer"]:
            self._person(newcomer["person"], self.units[newcomer["unit"]])
        for delegation in self.said["delegation"]:
            self._delegation(delegation)
        return Staffed(self.top, self.units, self.persons)

    def _post(self, said: Mapping[str, Any], order: int) -> None:
        unit = self.units[said.get("unit", self.top.name)]
        flags = {"head": said.get("head", False), "principal": said.get("principal", False)}
        post = add_post(self.system, unit, name=said["name"], order=order, **flags)
        for name in said.get("duties", ()):
            known = Duty.objects.filter(name=name).first() or add_duty(self.system, self.top, name=name)
            assign_duty(self.system, post, duty=known)
        for role in said["roles"]:
            grant(self.security, Role.objects.get(name=role), post=post, since=self.since)
        if "person" in said:
            self._appointed(said["person"], unit, post)

    def _appointed(self, said: str, unit: Unit, post: Post) -> None:
        appoint(self.system, post, person=self._person(said, unit), since=self.since)

    def _person(self, said: str, unit: Unit) -> Person:
        account, name = account_and_name(said)
        made = add_person(self.system, unit, account=account, name=name, password=PASSWORD)
        self.persons[account] = mark_demo(None, made)
        return made

    def _delegation(self, said: Mapping[str, Any]) -> None:
        today = timezone.localdate()
        delegate(
            self.system, self.persons[said["giver"]], taker=self.persons[said["taker"]], since=today,
            until=today + timedelta(said["days"]), reason=said["reason"],
        )  # fmt: skip
