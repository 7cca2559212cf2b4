"""What the pages of 权限 ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from lingwu_office.access.models import Grant, Role
from lingwu_office.access.policies import allows, visible_to
from lingwu_office.audit.action import verbs


@dataclass(frozen=True)
class Filters:
    """Which grants to show: part of a person's or post's name, a role's name, and whether past ones too."""

    words: str = ""
    role: str = ""
    past: bool = False


def grants(viewer: Any, filters: Filters) -> QuerySet[Grant]:
    """The grants that ``viewer`` may see and that fit."""
    found = Grant.objects.filter(visible_to(viewer)).select_related(
        "role", "person__unit", "post__unit", "unit", "granted_by"
    )
    if filters.words:
        words = filters.words
        found = found.filter(
            Q(person__name__icontains=words) | Q(person__account__icontains=words) | Q(post__name__icontains=words)
            | Q(post__unit__name__icontains=words)
        )  # fmt: skip
    if filters.role:
        found = found.filter(role__name=filters.role)
    if not filters.past:
        found = found.lasting()
    return found


RIGHTS = {
    "access.view_grants": "查看全部授权",
    "audit.read": "查看留痕",
    "documents.export": "导出公文和登记簿",
    "documents.view": "查看范围内全部公文",
    "proofreading.decide": "收入或退回本单位用词",
}
"""What roles allow besides verbs: reading, and what several verbs share."""


@dataclass(frozen=True)
class Row:
    """A verb (or right) by name and title and, role by role, whether the role allows it."""

    name: str
    title: str
    cells: tuple[bool, ...]

    @property
    def duty(self) -> str:
        """The part of the office that the verb belongs to."""
        return self.name.partition(".")[0]

    @property
    def duty_title(self) -> str:
        """That part's Chinese name; its own where it is none of the apps."""
        try:
            return str(apps.get_app_config(self.duty).verbose_name)
        except LookupError:
            return self.duty


@dataclass(frozen=True)
class Matrix:
    """All registered verbs against all roles."""

    roles: list[Role]
    rows: list[Row]


def matrix() -> Matrix:
    """The permission matrix, made from the registered verbs. What no role allows is decided by the thing itself:
    whoever drafted it, it waits for, or it is about."""
    roles = list(Role.objects.all())
    titles = RIGHTS | {name: verb.title for name, verb in verbs.items()}
    rows = [Row(name, titles[name], tuple(allows(role, name) for role in roles)) for name in sorted(titles)]
    return Matrix(roles, rows)
