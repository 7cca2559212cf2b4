"""What is asked of documents, by how many queries; counts are committed beside this file in query_counts.json."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lingwu_office.access.models import Grant, Role
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents import actions, policies, queries
from lingwu_office.documents.models import Document
from lingwu_office.documents.tests.scenes import at, circulating, countersigning, drafted, fresh, received
from lingwu_office.people.models import Delegation, Person

BASELINE = Path(__file__).with_name("query_counts.json")


def again(person: Person) -> Person:
    """The person as the next request reads him."""
    return Person.objects.get(pk=person.pk)


def titles(rows: Any) -> set[int]:
    return {row.pk for row in rows}


def test_what_waits_says_why(office: SimpleNamespace) -> None:
    mine, post = drafted(office), at(office, "review")
    assert [(row.document, row.reason) for row in queries.open_assignments(office.drafter)] == [(mine, "本人")]
    assert [row.reason for row in queries.open_assignments(office.section_head)] == ["岗位“科长”"]
    day = timezone.localdate()
    Delegation.objects.create(giver=office.section_head, taker=office.colleague, since=day, until=day, reason="休假")
    rows = queries.open_assignments(again(office.colleague))
    assert [(row.document, row.reason) for row in rows] == [(post, f"代行科长{office.section_head.name}")]
    assert not queries.open_assignments(office.auditor).exists()


def test_soonest_due_comes_first(office: SimpleNamespace) -> None:
    slow, quick = drafted(office), drafted(office, urgency="特急")
    assert [row.document for row in queries.open_assignments(office.drafter)] == [quick, slow]


def test_what_was_sent_on_and_what_is_new(office: SimpleNamespace) -> None:
    since = timezone.now()
    document = at(office, "check")
    assert [str(row.at[0].post) for row in queries.sent_on(office.drafter)] == ["区政府办核稿员"]
    assert list(queries.sent_on(office.section_head)) == [document]
    assert not queries.sent_on(office.checker).exists()
    assert [row.document for row in queries.new_since(office.checker, since)] == [document]
    assert not queries.new_since(office.checker, timezone.now()).exists()


def test_who_may_see_what(office: SimpleNamespace) -> None:
    ours, theirs = at(office, "check"), received(office, "handle")
    actions.draft(office.finance_clerk, office.units["财务科"], title="区政府办关于预算的通知", kind="通知")
    seen = {
        name: titles(queries.visible_documents(getattr(office, name)))
        for name in ("drafter", "colleague", "section_head", "finance_clerk", "finance_head", "deputy", "checker",
                     "principal", "registrar", "system", "security", "auditor", "outsider")
    }  # fmt: skip
    everything = titles(Document.objects.all())
    assert seen["principal"] == seen["registrar"] == everything
    assert seen["drafter"] == {ours.pk} and seen["colleague"] == set()
    assert seen["section_head"] == {ours.pk, theirs.pk}
    assert ours.pk not in seen["finance_head"] | seen["finance_clerk"] and theirs.pk in seen["finance_head"]
    assert seen["deputy"] == {theirs.pk} and seen["checker"] == {ours.pk}
    for name, documents in seen.items():
        asked = {one.pk for one in Document.objects.all() if policies.may_see(again(getattr(office, name)), one)}
        assert asked == documents, f"may_see and visible_to differ for {name}"
    assert seen["system"] == seen["security"] == seen["auditor"] == seen["outsider"] == set()


def test_a_role_shows_what_lies_in_its_scope(office: SimpleNamespace) -> None:
    document = at(office, "review")
    role = Role.objects.get(name="supervisor")
    Grant.objects.create(role=role, person=office.outsider, unit=office.units["财务科"], since=date(2024, 1, 1))
    assert not queries.visible_documents(again(office.outsider)).exists()
    Grant.objects.create(role=role, person=office.outsider, unit=office.units["综合科"], since=date(2024, 1, 1))
    assert list(queries.visible_documents(again(office.outsider))) == [document]


def test_each_step_tells_what_it_did(office: SimpleNamespace) -> None:
    document = countersigning(office)
    actions.pass_on(office.finance_head, document, opinion="同意")
    actions.send_back(office.deputy, document, reason="请核", to_step="check")
    steps = queries.steps_of(document)
    assert [(step.title, step.round) for step in steps] == [
        ("起草", 1), ("部门核稿", 1), ("办公室核稿", 1), ("会签", 1), ("办公室核稿", 2),
    ]  # fmt: skip
    assert [part.opinion for part in steps[3].parts] == ["同意", "请核"]
    assert [step.key for step in queries.steps_back(fresh(document))] == ["draft", "review"]
    assert steps[0].versions[0].number == 1


def test_buttons_follow_the_policies(office: SimpleNamespace) -> None:
    document = at(office, "sign")
    names = [name for name, _, _ in queries.may_now(office.principal, document)]
    assert "documents.sign" in names and "documents.number" not in names and "documents.pass_on" not in names
    assert queries.may_now(office.outsider, document) == []
    draft = [(name, title) for name, title, _ in queries.may_now(office.drafter, drafted(office))]
    assert ("documents.submit", "送审") in draft and "documents.pass_on" not in dict(draft)
    for verdict in (policies.rule(name)(office.auditor, document) for name in policies.RULES):
        assert not verdict and verdict.reason.endswith("。")


def test_viewing_and_export_are_recorded(office: SimpleNamespace) -> None:
    document = drafted(office)
    queries.record_viewing(office.drafter, document)
    queries.record_export(office.registrar, "导出发文登记簿", reason="12件")
    kinds = list(Entry.objects.order_by("seq").values_list("kind", "thing_title").reverse()[:2])
    assert kinds == [(EntryKind.EXPORT, ""), (EntryKind.VIEWING, document.title)]


def _asked(office: SimpleNamespace) -> dict[str, Callable[[], Any]]:
    document, came = at(office, "sign"), circulating(office)
    countersigning(office)

    return {
        "open_assignments": lambda: [
            (r.document.flow, r.post) for r in queries.open_assignments(again(office.principal))
        ],
        "sent_on": lambda: [row.at for row in queries.sent_on(again(office.drafter))],
        "visible_documents": lambda: list(queries.visible_documents(again(office.finance_head))),
        "visible_documents of the whole office": lambda: list(queries.visible_documents(again(office.registrar))),
        "steps_of": lambda: [(s.parts, s.versions, s.judgements) for s in queries.steps_of(fresh(document))],
        "may_now of who has it": lambda: queries.may_now(again(office.principal), fresh(document)),
        "may_now of a reader": lambda: queries.may_now(again(office.deputy), fresh(came)),
        "may_see": lambda: policies.may_see(again(office.finance_head), came),
    }


def test_counts_of_queries(office: SimpleNamespace) -> None:
    """No query more than committed; a better count is written down by deleting the file and running this once."""
    counts = {}
    for name, ask in _asked(office).items():
        with CaptureQueriesContext(connection) as asked:
            ask()
        counts[name] = len(asked)
    if not BASELINE.exists():
        BASELINE.write_text(json.dumps(counts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        pytest.fail("query_counts.json 是新写的，请看过后提交。")
    assert counts == json.loads(BASELINE.read_text(encoding="utf-8"))


def test_counts_do_not_grow_with_documents(office: SimpleNamespace) -> None:
    def asked() -> list[int]:
        counts = []
        for ask in (
            lambda: [row.document.flow.name for row in queries.open_assignments(again(office.drafter))],
            lambda: [row.at for row in queries.sent_on(again(office.drafter))],
        ):
            with CaptureQueriesContext(connection) as queried:
                ask()
            counts.append(len(queried))
        return counts

    drafted(office), at(office, "review")
    few = asked()
    for _ in range(4):
        drafted(office), at(office, "review")
    assert asked() == few
