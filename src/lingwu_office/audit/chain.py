"""The chain of the audit: adding a link, and finding where it was broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from lingwu_office.audit.models import ChainHead, Entry

FIRST = "0" * 64
"""What stands for the hash before the first entry."""

address: ContextVar[str] = ContextVar("address", default="")
"""From where the request at work came; set by the middleware, empty on the command line."""


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` as they come back from JSON."""
    result: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return result


def hash_of(entry: Entry) -> str:
    """SHA-256, 64 hexadecimal digits, over all fields of the entry but the hash itself."""
    values = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
    del values["hash"]
    values["at"] = entry.at.astimezone(UTC).isoformat()
    packed = json.dumps(values, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


def name_of(thing: models.Model) -> str:
    """The address of a row: ``documents.document:12``."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def append(
    kind: str,
    person: Any,
    verb: str,
    title: str,
    thing: models.Model | None = None,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    on_behalf_of: str = "",
) -> Entry:
    """Add an entry at the end of the chain, in the transaction at work (or one of its own)."""
    with transaction.atomic():
        head, _ = ChainHead.objects.select_for_update().get_or_create(pk=1)
        entry = Entry(
            seq=head.seq + 1, at=timezone.now(), kind=kind, verb=verb, title=title,
            person_id=getattr(person, "pk", None), person_name=getattr(person, "name", "") or "",
            on_behalf_of=on_behalf_of, thing=name_of(thing) if thing is not None else "",
            thing_title=str(thing)[:300] if thing is not None else "", before=plain(before or {}),
            after=plain(after or {}), reason=reason, address=address.get(), previous_hash=head.hash,
        )  # fmt: skip
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        head.seq, head.hash = entry.seq, entry.hash
        head.save()
    return entry


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold: the number of the entry and one Chinese sentence."""

    seq: int
    said: str


def breaks() -> Iterator[Break]:
    """Every place where an entry was changed, taken out, put in or moved; none where the chain holds."""
    due, previous = 1, FIRST
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        if entry.seq != due:
            yield Break(due, f"第{due}条起缺{entry.seq - due}条记录。")
        if entry.previous_hash != previous and entry.seq == due:
            yield Break(entry.seq, f"第{entry.seq}条与上一条接不上，次序或内容被改动过。")
        if entry.hash != hash_of(entry):
            yield Break(entry.seq, f"第{entry.seq}条（{entry.title}）的内容被改动过。")
        due, previous = entry.seq + 1, entry.hash
    head = ChainHead.objects.filter(pk=1).first()
    seq, last = (head.seq, head.hash) if head else (0, FIRST)
    if (seq, last) != (due - 1, previous):
        yield Break(due, f"末尾应为第{seq}条，现在止于第{due - 1}条，末尾的记录被删去、增加或改动过。")
