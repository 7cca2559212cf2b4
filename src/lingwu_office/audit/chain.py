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
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from lingwu_office.audit.models import ChainHead, Entry, EntryKind
from lingwu_office.foundation.errors import Refused

FIRST = "0" * 64
"""What stands for the hash before the first entry."""

address: ContextVar[str] = ContextVar("address", default="")
"""From where the request at work came; set by the middleware, empty on the command line."""


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` as they come back from JSON, whatever the database makes of it.

    Fractions become text, for PostgreSQL writes 1e22 otherwise than Python; null characters go, for it takes none.
    """
    packed = json.dumps(values, cls=DjangoJSONEncoder).replace("\\u0000", "")
    result: dict[str, Any] = json.loads(packed, parse_float=str)
    return result


def cut(text: str, field: str) -> str:
    """``text`` as the field of an entry holds it: without null characters, not longer than its column."""
    kept = text.replace("\0", "")
    column: Any = Entry._meta.get_field(field)
    return kept[: column.max_length]


def hash_of(entry: Entry) -> str:
    """SHA-256, 64 hexadecimal digits, over all fields of the entry but the hash itself."""
    values = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
    del values["hash"]
    values["at"] = entry.at.astimezone(UTC).isoformat()
    packed = json.dumps(values, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


def digest(value: Any) -> str:
    """What stands in an entry for a text that nobody should read there: proof of what was said, and no more."""
    packed = json.dumps(value, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return f"摘要{hashlib.sha256(packed.encode(errors='replace')).hexdigest()}"


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
            seq=head.seq + 1, at=timezone.now(), kind=kind, verb=cut(verb, "verb"), title=cut(title, "title"),
            person_id=getattr(person, "pk", None), person_name=cut(getattr(person, "name", "") or "", "person_name"),
            on_behalf_of=cut(on_behalf_of, "on_behalf_of"), thing=name_of(thing) if thing is not None else "",
            thing_title=cut(str(thing), "thing_title") if thing is not None else "", before=plain(before or {}),
            after=plain(after or {}), reason=cut(reason, "reason"), address=cut(address.get(), "address"),
            previous_hash=head.hash,
        )  # fmt: skip
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        head.seq, head.hash = entry.seq, entry.hash
        head.save()
    return entry


def refusal(
    person: Any, verb: str, title: str, thing: models.Model | None = None, *, reason: str, error: Refused | None = None
) -> Refused:
    """Add the entry of a refusal; ``error``, or one with ``reason``, that says it is recorded, to be raised."""
    append(EntryKind.REFUSAL, person, verb, title, thing, reason=reason)
    error = error or Refused(reason)
    error.recorded = True
    return error


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold: the number of the entry and one Chinese sentence."""

    seq: int
    said: str


@dataclass(frozen=True)
class Anchor:
    """The last link at some time. Kept outside, it shows when the chain was cut short or written anew as a whole,
    which nothing inside the database can show."""

    seq: int
    hash: str


def anchor() -> Anchor:
    """The last link now."""
    head = ChainHead.objects.filter(pk=1).first()
    return Anchor(head.seq, head.hash) if head else Anchor(0, FIRST)


def breaks(known: Anchor | None = None) -> Iterator[Break]:
    """Every place where an entry was changed, taken out, put in or moved; none where the chain holds.

    With an anchor that was kept outside, also whether its entry is still there as it was. Entries that are added
    meanwhile do no harm: the head is read first, and what lies beyond it is asked for together with it.
    """
    now, due, previous = anchor(), 1, FIRST
    for entry in Entry.objects.filter(seq__lte=now.seq).order_by("seq").iterator(chunk_size=2000):
        yield from _broken(entry, due, previous)
        due, previous = max(due, entry.seq + 1), entry.hash
    beyond = Entry.objects.filter(seq__gt=Coalesce(Subquery(ChainHead.objects.filter(pk=1).values("seq")), 0))
    if (now.seq, now.hash) != (due - 1, previous) or beyond.exists():
        yield Break(due, f"末尾应为第{now.seq}条，现在止于第{_last()}条，末尾的记录被删去、增加或改动过。")
    if known is not None and known.seq:
        kept = Entry.objects.filter(seq=known.seq).values_list("hash", flat=True).first()
        if kept is None:
            yield Break(known.seq, f"锚点所记的第{known.seq}条已不在，链被截短过。")
        elif kept != known.hash:
            yield Break(known.seq, f"第{known.seq}条与锚点不符，链被整体改写过。")


def _last() -> int:
    return Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def _broken(entry: Entry, due: int, previous: str) -> Iterator[Break]:
    if entry.seq < due:
        yield Break(entry.seq, f"第{entry.seq}条是多出来的记录。")
    elif entry.seq > due:
        yield Break(due, f"第{due}条起缺{entry.seq - due}条记录。")
    elif entry.previous_hash != previous:
        yield Break(entry.seq, f"第{entry.seq}条与上一条接不上，次序或内容被改动过。")
    if entry.hash != hash_of(entry):
        yield Break(entry.seq, f"第{entry.seq}条（{entry.title}）的内容被改动过。")
