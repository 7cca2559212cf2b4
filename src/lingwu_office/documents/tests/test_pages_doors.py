"""Every address of documents, tried by every kind of person; forgery, foreign scripts, and how much each page asks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse

from lingwu_office.audit.models import Entry
from lingwu_office.documents import actions, urls
from lingwu_office.documents.forms_verbs import MAKERS
from lingwu_office.documents.models import Document, Instruction, IssuedNumber, Sealing
from lingwu_office.documents.tests import scenes
from lingwu_office.files.actions import store
from lingwu_office.people.models import Person

SignedIn = Callable[[Person], Client]
QUERIES = Path(__file__).with_name("queries.json")
SECRET = "滨河区人民政府办公室关于秘而不宣事项的通知"
MARK = "<script>alert('刺')</script>\"'&<b>"
STRANGERS = ("outsider", "finance_clerk", "finance_head", "system", "security", "auditor")


def whole(office: SimpleNamespace) -> Document:
    """A document with something of everything, of the 综合科."""
    document = scenes.drafted(office, title=SECRET)
    stored = store(office.drafter, office.units["综合科"], name="附表.txt", content=b"abc")
    actions.attach(office.drafter, document, stored_file=stored, name="附表", use="参考材料")
    actions.save_text(office.drafter, document, text=scenes.BETTER, base=1)
    actions.save_text(office.drafter, document, text=scenes.OTHER, base=1)
    actions.change_elements(office.drafter, document, copies=9)
    scenes.step_by(office, document)
    return scenes.fresh(document)


def filled(pattern: URLPattern, document: Document) -> Iterator[list[Any]]:
    """The arguments of an address that leads to ``document``; one list for each verb."""
    names = list(pattern.pattern.converters)
    known: dict[str, Any] = {
        "pk": document.pk, "number": document.attachments.get().pk if pattern.name == "attachment" else 3,
        "old": 1, "new": 2, "form": "txt",
    }  # fmt: skip
    if names == ["pk", "verb"]:
        yield from ([document.pk, verb] for verb in MAKERS if verb != "see")
    elif names and set(names) <= set(known) and pattern.name != "flow":
        if pattern.name == "version":
            known["number"] = 1
        yield [known[name] for name in names]


def addresses(document: Document) -> list[str]:
    """Every address of documents that names one."""
    return [
        reverse(f"documents:{pattern.name}", args=args)
        for pattern in urls.urlpatterns
        for args in filled(pattern, document)
    ]


def test_the_addresses_are_all_tried(office: SimpleNamespace) -> None:
    document = whole(office)
    tried = "\n".join(addresses(document))
    without = {pattern.name for pattern in urls.urlpatterns if not list(filled(pattern, document))}
    assert tried.count("\n") > len(MAKERS) + 10
    named = [pattern for pattern in urls.urlpatterns if pattern.pattern.converters]
    assert {pattern.name for pattern in named} & without <= {"flow", "print", "export"}


def test_nobody_gets_in_without_signing_in(office: SimpleNamespace) -> None:
    document, client = whole(office), Client()
    places = [*addresses(document), *plain()]
    for address in places:
        for answer in (client.get(address), client.post(address, {"reason": "要"})):
            assert answer.status_code == 302, address
            assert answer["Location"].startswith("/accounts/login/")


def plain() -> list[str]:
    """Addresses that name no document."""
    names = [pattern.name for pattern in urls.urlpatterns if not pattern.pattern.converters]
    taking = {"print", "export"}
    return [reverse(f"documents:{name}", args=["out"] if name in taking else []) for name in names]


@pytest.mark.parametrize("who", STRANGERS)
def test_strangers_find_no_document_at_any_address(office: SimpleNamespace, signed_in: SignedIn, who: str) -> None:
    document = whole(office)
    before = Document.objects.values().get(pk=document.pk)
    client = signed_in(getattr(office, who))
    for address in addresses(document):
        for answer in (client.get(address), client.post(address, {"reason": "要", "opinion": "同意", "text": "改"})):
            assert answer.status_code in (403, 404, 405), (address, answer.status_code)
            assert SECRET not in answer.content.decode(errors="replace"), address
    for address in plain():
        assert SECRET not in client.get(address).content.decode(errors="replace"), address
    assert Document.objects.values().get(pk=document.pk) == before


def test_those_who_may_are_let_in(office: SimpleNamespace, signed_in: SignedIn) -> None:
    """The other side of the test before: the addresses do lead somewhere."""
    document = whole(office)
    client = signed_in(office.section_head)
    opened = {name: client.get(reverse(f"documents:{name}", args=[document.pk])).status_code
              for name in ("show", "text", "versions", "sheet")}  # fmt: skip
    assert set(opened.values()) == {200}
    assert client.get(reverse("documents:act", args=[document.pk, "pass_on"])).status_code == 200


def test_others_things_cannot_be_named(office: SimpleNamespace, signed_in: SignedIn) -> None:
    """Ids of another document's rows are no choices of this one's forms."""
    other, document = whole(office), scenes.drafted(office)
    stored = store(office.drafter, office.units["综合科"], name="附表.txt", content=b"abc")
    actions.attach(office.drafter, document, stored_file=stored, name="附表", use="参考材料")
    given = {"attachment": other.attachments.get().pk, "reason": "错"}
    answer = signed_in(office.drafter).post(reverse("documents:act", args=[document.pk, "detach"]), given)
    assert answer.status_code == 400
    assert other.attachments.get().removed_at is None
    foreign = reverse("documents:attachment", args=[document.pk, other.attachments.get().pk])
    assert signed_in(office.drafter).get(foreign).status_code == 404


def test_a_forged_post_does_nothing(office: SimpleNamespace) -> None:
    document = scenes.drafted(office)
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.drafter, backend="lingwu_office.people.backends.OfficeBackend")
    before = Document.objects.values().get(pk=document.pk)
    for address in [*addresses(whole(office)), *plain(), "/people/tokens/"]:
        answer = client.post(address, {"reason": "要", "name": "x", "until": "2099-01-01"})
        assert answer.status_code == 403, address
    assert Document.objects.values().get(pk=document.pk) == before
    assert not office.drafter.tokens.exists()


def scribble(document: Document, **given: Any) -> None:
    """Put a script into every field of text that the document has."""
    kept = ("direction", "state", "step", "urgency")
    texts = {
        field.name: MARK[: field.max_length]
        for field in Document._meta.concrete_fields
        if field.get_internal_type() == "CharField" and field.name not in kept
    }
    said = {
        "拟办意见": MARK,
        "附注": MARK,
        "答复": {"方式": MARK, "内容": MARK, "答复人": MARK, "日期": MARK},
        MARK: MARK,
    }
    Document.objects.filter(pk=document.pk).update(form=said, **given, **texts)


@pytest.fixture
def marked(office: SimpleNamespace) -> Document:
    """A document sent in whose every field of text somebody wrote a script."""
    document = scenes.at(office, "review")
    actions.remind(office.drafter, document, assignment=document.assignments.filter(outcome="").get(), text=MARK)
    document = scenes.at(office, "archive", document)
    scribble(document, signed_on=date(2026, 3, 9))
    document.assignments.update(opinion=MARK, why=MARK, on_behalf_of=MARK)
    document.distributions.update(recipient=MARK, received_by=MARK, channel=MARK[:20])
    Sealing.objects.update(seal=MARK, approved_by=MARK)
    IssuedNumber.objects.update(void_reason=MARK, voided_at=document.created_at)
    document.versions.update(text=MARK, note=MARK)
    Instruction.objects.create(document=document, leader=office.deputy, text=MARK, reply=MARK, at=document.created_at)
    Person.objects.update(name=MARK)
    stored = store(office.registrar, office.top, name="附.txt", content=ContentFile(b"abc").chunks())
    document.attachments.create(file=stored, name=MARK, by=office.registrar)
    return scenes.fresh(document)


def test_no_text_becomes_a_script(office: SimpleNamespace, signed_in: SignedIn, marked: Document) -> None:
    client = signed_in(office.registrar)
    pages = [reverse(f"documents:{name}", args=[marked.pk]) for name in ("show", "sheet")]
    pages += [
        reverse("documents:act", args=[marked.pk, verb]) for verb in ("archive", "remind", "attach", "acknowledge")
    ]
    pages += [reverse("documents:numbers"), reverse("documents:seals")]
    for page in pages:
        said = client.get(page).content.decode()
        assert "<script>alert" not in said, page
        assert "alert(&#x27;刺&#x27;)" in said, page
        assert not re.search(r"\son\w+=|<script>|<style|\sstyle=", said), page


def test_no_text_of_a_document_received_becomes_a_script(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.received(office, "instruct")
    scribble(document)
    client = signed_in(office.deputy)
    for page in ("show", "sheet"):
        said = client.get(reverse(f"documents:{page}", args=[document.pk])).content.decode()
        assert "<script>alert" not in said, page
        assert said.count("alert(&#x27;刺&#x27;)") > 4, page
    asked = client.get(reverse("documents:act", args=[document.pk, "instruct"])).content.decode()
    assert "拟办意见：&lt;script&gt;" in asked
    again = signed_in(office.registrar).post(
        reverse("documents:twins"), {"source": MARK, "source_number": MARK[:60], "title": MARK}
    )
    assert "<script>alert" not in again.content.decode()
    assert "可能重复" in again.content.decode()


def test_what_is_typed_comes_back_as_text(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client, document = signed_in(office.drafter), scenes.drafted(office)
    typed = {"title": MARK, "kind": "通知", "addressees": MARK, "copies_to": MARK, "copies": "0"}
    for page in ("documents:new", "documents:check_new"):
        assert "<script>alert" not in client.post(reverse(page), typed).content.decode()
    answer = client.post(reverse("documents:act", args=[document.pk, "send_back"]), {"reason": MARK})
    assert "<script>alert" not in answer.content.decode()


def counted(client: Client, address: str) -> int:
    """The queries of an address, opened for the second time."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_pages_ask_no_more_than_committed(office: SimpleNamespace, signed_in: SignedIn) -> None:
    """Fewer is fine and is committed by hand; more fails."""
    document, incoming = whole(office), scenes.circulating(office)
    act = "documents:act"
    asked = {
        "new": counted(signed_in(office.drafter), reverse("documents:new")),
        "receive": counted(signed_in(office.registrar), reverse("documents:receive")),
        "show, sent": counted(signed_in(office.section_head), reverse("documents:show", args=[document.pk])),
        "show, received": counted(signed_in(office.registrar), reverse("documents:show", args=[incoming.pk])),
        "act, pass_on": counted(signed_in(office.section_head), reverse(act, args=[document.pk, "pass_on"])),
        "act, hand_on": counted(signed_in(office.section_head), reverse(act, args=[document.pk, "hand_on"])),
        "act, circulate": counted(signed_in(office.registrar), reverse(act, args=[incoming.pk, "circulate"])),
    }  # fmt: skip
    kept = json.loads(QUERIES.read_text("utf-8"))
    assert set(kept) == set(asked)
    assert {name: n for name, n in asked.items() if n > kept[name]} == {}, asked


def test_pages_ask_no_more_of_long_histories(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = whole(office)
    client, address = signed_in(office.section_head), reverse("documents:show", args=[document.pk])
    few = counted(client, address)
    for n in range(6):
        actions.add_reviewer(office.section_head, document, person=_others(office)[n], reason="请看")
    assert counted(client, address) <= few


def _others(office: SimpleNamespace) -> list[Person]:
    return [
        office.colleague,
        office.finance_head,
        office.finance_clerk,
        office.registrar,
        office.checker,
        office.deputy,
    ]


def test_who_may_not_is_refused_at_the_form_already_and_that_is_recorded(
    office: SimpleNamespace, signed_in: Callable[[Person], Client]
) -> None:
    document = scenes.at(office, "review")
    client = signed_in(office.drafter)
    for ask in (client.get, client.post):
        entries = Entry.objects.count()
        answer = ask(reverse("documents:act", args=[document.pk, "send_back"]))
        last = Entry.objects.order_by("seq").last()
        assert answer.status_code == 403 and Entry.objects.count() == entries + 1
        assert last is not None and (last.kind, last.verb) == ("refusal", "documents.send_back")
        assert last.reason in answer.content.decode()
