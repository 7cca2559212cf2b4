"""Keeping a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lingwu_office.audit import chain
from lingwu_office.audit.action import action
from lingwu_office.files.models import StoredFile
from lingwu_office.files.policies import may_store
from lingwu_office.files.storing import Incoming, incoming, put_in_place
from lingwu_office.foundation.errors import Invalid, Refused

NAME, TITLE = "files.store", "存入原件"


@action(NAME, title=TITLE, may=may_store)
def keep(by: Any, unit: Any, *, given: Incoming) -> StoredFile:
    """Keep a file that has passed the door; one of the same digest is kept already."""
    stored, _ = StoredFile.objects.get_or_create(
        digest=given.digest, defaults={"size": given.size, "suffix": given.suffix, "stored_by": by}
    )
    put_in_place(given, stored.suffix)
    return stored


def store(by: Any, unit: Any, *, name: str, content: bytes | Iterable[bytes]) -> StoredFile:
    """Inspect and keep a file that ``by`` brings in for ``unit``; nothing of a refused one stays.

    Inspection takes its time and runs before the transaction; a refusal is recorded without the file's name.

    Raises:
        Invalid: the name, the size or the content is refused; the sentence says why.
        Refused: it bears a mark of secrecy, or ``by`` may not store files.
    """
    try:
        with incoming(name, content) as given:
            return keep(by, unit, given=given)
    except (Invalid, Refused) as refusal:
        if not getattr(refusal, "recorded", False):
            said = chain.refusal(by, NAME, TITLE, unit, reason=str(refusal))
            if isinstance(refusal, Refused):
                refusal.recorded = said.recorded
        raise
