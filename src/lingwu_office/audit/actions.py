"""What the auditor does: has the chain verified, takes copies out. Both leave their own entry; nothing is changed."""

from __future__ import annotations

from typing import Any

from lingwu_office.audit import chain
from lingwu_office.audit.action import action
from lingwu_office.audit.models import ChainHead, EntryKind
from lingwu_office.audit.policies import may_export, may_verify
from lingwu_office.audit.queries import Filters, entries


@action("audit.verify", title="验证留痕", may=may_verify)
def verify(by: Any, head: ChainHead, *, found: list[chain.Break], reason: str = "") -> None:
    """Leave an entry of what a verification found; it runs before, for nothing may be held up by it."""


@action("audit.export", title="导出留痕", may=may_export, kind=EntryKind.EXPORT)
def export(by: Any, head: ChainHead, *, filters: Filters, reason: str = "") -> tuple[int, int]:
    """How many entries fit the filters, and the number of the last one: those are what is to be carried out."""
    found = entries(by, filters)
    return found.count(), head.seq
