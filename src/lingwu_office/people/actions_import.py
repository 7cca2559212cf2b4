"""Many persons at once, from a list: all of them or none."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid, OfficeError
from lingwu_office.people import policies
from lingwu_office.people.actions_persons import checked_account
from lingwu_office.people.actions_posts import checked_holder
from lingwu_office.people.fields import named
from lingwu_office.people.models import Person, Post, Tenure, Unit

MOST = 2000
"""Rows of one list."""
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789"
"""What first passwords are made of; nothing that is read for something else on paper."""


@dataclass(frozen=True)
class Imported:
    """A person of the list and the first password that he has to change; it is kept nowhere else."""

    person: Person
    password: str


def first_password() -> str:
    """Twelve letters and digits, some of each kind."""
    marks = [secrets.choice(letters) for letters in LETTERS * 4]
    return "".join(marks)


def _quickly_hashed(password: str) -> str:
    """The hash of a random first password with fewer rounds, so that 500 persons do not take minutes.

    Twelve random marks cannot be guessed offline all the same, and Django hashes anew with all rounds at the first
    sign-in.
    """
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=20_000)
    return hasher.encode(password, hasher.salt())


@action("people.import_people", title="批量导入人员", may=policies.may_import_people)
def import_people(
    by: Person, unit: Unit, *, rows: Sequence[Mapping[str, str]], make_missing: bool = False
) -> list[Imported]:
    """The persons of ``rows`` (``name, account, unit, post, phone``; the last three may be empty) under ``unit``.

    A unit is named by its name or short name, or by the path ``办公室/综合科`` where a name alone is not clear; none is
    ``unit`` itself. A post is made where the unit has none of that name. Units are made only with ``make_missing``, so
    that a slip of the pen does not found one.

    Raises:
        Invalid: every fault of every row, one a line with its number in the list (the heading is row 1); nothing is
            stored then.
    """
    if not rows:
        raise Invalid("名单里没有人员。")
    if len(rows) > MOST:
        raise Invalid(f"一次最多导入{MOST}人，名单有{len(rows)}人，请分次导入。")
    made: list[Imported] = []
    faults: list[str] = []
    units = _Units(unit, make_missing)
    for number, row in enumerate(rows, start=2):
        try:
            made.append(_one(row, units))
        except OfficeError as fault:
            faults.append(f"第{number}行：{fault}")
    if faults:
        raise Invalid("\n".join(faults))
    return made


def _one(row: Mapping[str, str], units: _Units) -> Imported:
    values = {key: str(row.get(key) or "").strip() for key in ("name", "account", "unit", "post", "phone")}
    unit = units.found(values["unit"])
    password = first_password()
    person = Person(
        account=checked_account(values["account"]), name=named(values["name"], "姓名"), unit=unit,
        phone=values["phone"][:40], must_change_password=True,
    )  # fmt: skip
    person.password = _quickly_hashed(password)
    person.save()
    if values["post"]:
        post, _ = Post.objects.get_or_create(unit=unit, name=named(values["post"], "岗位"), closed_on=None)
        checked_holder(person, post)
        Tenure.objects.create(person=person, post=post, since=timezone.localdate())
    return Imported(person, password)


class _Units:
    """The units at and below one, found by what a list calls them."""

    def __init__(self, top: Unit, make_missing: bool) -> None:
        self.top, self.make_missing = top, make_missing
        known = [top]
        for unit in known:
            known += unit.children.filter(closed_on__isnull=True)
        self.known = known

    def found(self, called: str) -> Unit:
        """Raises:
        Invalid: no unit is called so, or several are.
        """
        if not called:
            return self.top
        *above, name = [part.strip() for part in called.split("/")]
        fitting = [unit for unit in self.known if name in (unit.name, unit.short_name) and self._below(unit, above)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Invalid(f"机构“{called}”不止一个，请写成“上级/下级”。")
        if not self.make_missing:
            raise Invalid(f"没有机构“{called}”，请核对名称，或先增设机构。")
        parent = self.found("/".join(above))
        made = Unit.objects.create(parent=parent, name=named(name, "机构名称", 80), order=len(self.known))
        self.known.append(made)
        return made

    @staticmethod
    def _below(unit: Unit, above: list[str]) -> bool:
        names = [(part.name, part.short_name) for part in unit.line()[1:]]
        return len(names) >= len(above) and all(
            name in pair for name, pair in zip(reversed(above), names, strict=False)
        )
