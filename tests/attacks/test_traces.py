"""Whatever is done, looked at, taken out or refused is in the log, once, under the right name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from attacks.world import World, addresses, client_of
from lingwu_office.audit.chain import breaks
from lingwu_office.audit.models import Entry, EntryKind


def entries_after(last: int) -> list[Entry]:
    return list(Entry.objects.filter(seq__gt=last).order_by("seq"))


def last_entry() -> int:
    return int(Entry.objects.values_list("seq", flat=True).first() or 0)


TAKES_OUT = re.compile(r"/download/|/attachments/\d+/$|/sheet/|/documents/(?:export|print)/")
SHOWS = re.compile(r"/documents/\d+/(?:text/|attachments/\d+/text/|versions/(?:\d+/)?|diff/\d+/\d+/)?$")


def test_looking_and_taking_out_leave_a_trace(world: World) -> None:
    client, person = client_of(world.office.registrar), world.office.registrar
    looked, taken = 0, 0
    for address in addresses(world):
        kind = EntryKind.EXPORT if TAKES_OUT.search(address) else EntryKind.VIEWING if SHOWS.search(address) else None
        if kind is None:
            continue
        last = last_entry()
        answer = client.get(address)
        if answer.status_code == 200:
            found = [one for one in entries_after(last) if one.kind == kind]
            assert len(found) == 1 and found[0].person_id == person.pk, (address, found)
            looked, taken = looked + (kind == EntryKind.VIEWING), taken + (kind == EntryKind.EXPORT)
    assert looked > 10 and taken > 8 and list(breaks()) == []


@pytest.mark.parametrize("who", ["outsider", "finance_clerk", "system", "auditor"])
def test_every_refusal_leaves_a_trace(world: World, who: str) -> None:
    person = getattr(world.office, who)
    client, refused = client_of(person), 0
    for address in addresses(world):
        if address.startswith("/api/") or re.fullmatch(r"/audit/\d+/", address):
            continue
        for ask in (client.get, client.post):
            last = last_entry()
            if ask(address).status_code == 403:
                found = [one for one in entries_after(last) if one.kind == EntryKind.REFUSAL]
                assert len(found) == 1, (address, ask.__name__, [str(one) for one in found])
                assert found[0].person_id == person.pk and found[0].reason, address
                refused += 1
    assert refused > 50


def test_tokens_that_open_nothing_leave_a_trace(world: World) -> None:
    last = last_entry()
    client: Any = client_of(None, headers={"authorization": "Bearer lingwu_guess"})
    assert client.get("/api/documents").status_code == 401
    (entry,) = entries_after(last)
    assert (entry.kind, entry.verb) == (EntryKind.SIGN_IN, "sign_in.failed") and "guess" not in str(entry.after)
