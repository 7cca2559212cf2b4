"""Two who act at the same moment: on PostgreSQL rows are locked, on SQLite the whole database."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, connections

from lingwu_office.access.actions import grant, revoke
from lingwu_office.access.models import Grant, Role
from lingwu_office.access.separation import administrators
from lingwu_office.audit.chain import breaks
from lingwu_office.documents import actions
from lingwu_office.documents.models import Assignment, Document, IssuedNumber, Version
from lingwu_office.documents.tests.scenes import OTHER, TEXT, at, drafted, fresh
from lingwu_office.foundation.errors import OfficeError
from lingwu_office.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shared(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """What puts all that is in the test's database where threads share it as in service: on SQLite, a file."""

    def share() -> None:
        if connection.vendor != "sqlite":
            return
        path = tmp_path / "office.sqlite3"
        with sqlite3.connect(path) as file:
            connection.ensure_connection()
            connection.connection.backup(file)
            file.execute("PRAGMA journal_mode=WAL")  # as init leaves it; two cannot switch at once
        file.close()
        monkeypatch.setitem(connections.settings["default"], "NAME", path)

    return share


def at_once(*work: Callable[[], object]) -> list[Exception]:
    """Run all at the same moment; what went wrong."""
    failed: list[Exception] = []
    start = threading.Barrier(len(work))

    def run(one: Callable[[], object]) -> None:
        start.wait()
        try:
            one()
        except Exception as error:
            failed.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failed


def told(ask: Callable[[], Any]) -> Any:
    """What ``ask`` answers in a thread of its own."""
    answers: list[Any] = []
    failed = at_once(lambda: answers.append(ask()))
    assert failed == []
    return answers[0]


def him(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_numbering_at_once_leaves_no_gap_and_no_double(office: SimpleNamespace, shared: Callable[[], None]) -> None:
    documents = [at(office, "number") for _ in range(6)]
    shared()
    failed = at_once(*(partial(number, office.registrar, one) for one in documents))
    assert failed == []
    assert told(lambda: sorted(IssuedNumber.objects.values_list("number", flat=True))) == [1, 2, 3, 4, 5, 6]
    assert len(told(lambda: {fresh(one).document_number for one in documents})) == 6
    assert told(lambda: list(breaks())) == []


def number(registrar: Person, document: Document) -> None:
    actions.number(him(registrar), document)


def test_one_document_is_numbered_once(office: SimpleNamespace, shared: Callable[[], None]) -> None:
    document = at(office, "number")
    shared()
    failed = at_once(*[partial(number, office.registrar, document)] * 3)
    assert len(failed) == 2 and all(isinstance(error, OfficeError) for error in failed)
    assert told(IssuedNumber.objects.count) == 1


def save(drafter: Person, document: Document, text: str) -> None:
    actions.save_text(him(drafter), document, text=text, base=1)


def test_two_saves_at_once_are_both_kept(office: SimpleNamespace, shared: Callable[[], None]) -> None:
    document = drafted(office)
    texts = [OTHER, TEXT.replace("防汛", "防火"), TEXT.replace("按时", "准时")]
    shared()
    assert at_once(*(partial(save, office.drafter, document, text) for text in texts)) == []
    kept = told(lambda: list(Version.objects.filter(document=document).order_by("number")))
    assert [version.number for version in kept] == [1, 2, 3, 4]
    assert [version.aside for version in kept] == [False, False, True, True]
    assert {version.text for version in kept} == {TEXT, *texts}


def test_two_who_pass_at_once_pass_it_once(office: SimpleNamespace, shared: Callable[[], None]) -> None:
    document = at(office, "review")
    shared()
    failed = at_once(*[lambda: actions.pass_on(him(office.section_head), document, opinion="同意")] * 2)
    assert len(failed) == 1 and isinstance(failed[0], OfficeError)
    assert told(lambda: fresh(document).step) == "check"
    assert told(lambda: Assignment.objects.filter(document=document, step="check").count()) == 1


def test_two_grants_at_once_do_not_make_two_administrators_of_one(
    office: SimpleNamespace, shared: Callable[[], None]
) -> None:
    person = Person.objects.create_user("new", name="新人", unit=office.top)
    shared()
    roles = [Role.objects.get(name=name) for name in ("system", "audit")]
    failed = at_once(*(partial(grant, office.security, role, person=person) for role in roles))
    assert [str(one) for one in failed] == [f"{person}将同时担任审计管理员、系统管理员，三员须由不同的人担任。"]
    assert told(lambda: Grant.objects.filter(person=person).count()) == 1


def test_the_last_two_administrators_are_not_both_dismissed_at_once(
    office: SimpleNamespace, shared: Callable[[], None]
) -> None:
    person = Person.objects.create_user("new", name="新人", unit=office.top)
    grant(office.security, Role.objects.get(name="system"), person=person)
    given = list(Grant.objects.filter(role__name="system"))
    shared()
    failed = at_once(*(partial(revoke, office.security, one, reason="轮岗") for one in given))
    assert [str(one) for one in failed] == ["这是最后一名系统管理员的授权，请先授权他人。"]
    assert told(lambda: administrators("system").count()) == 1
