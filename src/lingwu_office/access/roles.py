"""The roles that an office starts with, from ``roles.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from lingwu_office.access.models import Role

FILE = Path(__file__).with_name("roles.toml")


def default_roles() -> list[dict[str, Any]]:
    """The roles of the file: ``name``, ``title``, ``verbs`` and, for the three administrators, ``administration``."""
    roles: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["role"]
    return roles


def load_roles() -> int:
    """Make the default roles that are missing; what an office has changed in one stays. How many were made."""
    with transaction.atomic():
        made = [Role.objects.get_or_create(name=role["name"], defaults=role)[1] for role in default_roles()]
    return sum(made)
