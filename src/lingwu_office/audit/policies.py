"""Who may read the audit: its administrator, and nobody else."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lingwu_office.foundation.rights import may_by_role
from lingwu_office.foundation.verdict import Verdict


def may_read(person: Any, thing: Any = None) -> Verdict:
    """The audit administrator reads; nobody edits, so there is nothing else to allow."""
    return may_by_role(person, "audit.read")


def may_verify(person: Any, thing: Any = None) -> Verdict:
    """The audit administrator has the chain verified."""
    return may_by_role(person, "audit.verify")


def may_export(person: Any, thing: Any = None) -> Verdict:
    """The audit administrator takes copies out."""
    return may_by_role(person, "audit.export")


def visible_to(person: Any) -> Q:
    """All entries for the audit administrator, none for anybody else."""
    return Q(pk__isnull=False) if may_read(person) else Q(pk__in=())
