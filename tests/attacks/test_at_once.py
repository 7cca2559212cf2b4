"""The same form sent twice at the same moment, by hand or by a script: done once, and the chain holds."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from attacks.world import client_of
from lingwu_office.audit.chain import breaks
from lingwu_office.documents.models import Assignment, Document, IssuedNumber, Outcome, Sealing
from lingwu_office.documents.tests import scenes
from lingwu_office.documents.tests.test_actions_concurrent import at_once, shared, told

__all__ = ["shared"]
pytestmark = pytest.mark.django_db(transaction=True)
TWICE = {
    "sign": ("sign", "principal", {"opinion": "同意"}),
    "number": ("number", "registrar", {"code": "滨政办发"}),
    "print_seal": ("seal", "registrar", {"seal": "滨河区人民政府办公室", "copies": 3, "approved_by": "主任", "last": "on"}),
    "archive": ("archive", "registrar", {"retention": "永久"}),
}  # fmt: skip


@pytest.mark.parametrize("step", TWICE)
def test_sent_twice_is_done_once(office: SimpleNamespace, shared: Callable[[], None], step: str) -> None:
    verb, who, typed = TWICE[step]
    document = scenes.at(office, step)
    clients = [client_of(getattr(office, who)) for _ in range(3)]
    numbers, seals = IssuedNumber.objects.count(), Sealing.objects.count()
    shared()
    answers: list[Any] = []
    failed = at_once(*[
        lambda client=client: answers.append(client.post(f"/documents/{document.pk}/{verb}/", typed).status_code)
        for client in clients
    ])  # fmt: skip
    assert failed == []
    assert sorted(answers)[0] == 302 and all(code in (400, 403, 409) for code in sorted(answers)[1:]), answers
    assert told(IssuedNumber.objects.count) == numbers + (verb in ("number", "archive"))
    assert told(Sealing.objects.count) == seals + (verb == "seal")
    done = Assignment.objects.filter(document=document, step=step, outcome=Outcome.PASSED)
    assert (
        told(done.count) == 1 and told(lambda: Document.objects.get(pk=document.pk).step) != step
    ) or verb == "archive"
    assert told(lambda: list(breaks())) == []
