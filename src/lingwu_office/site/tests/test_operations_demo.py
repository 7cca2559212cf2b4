"""The fictional office: made by the verbs alone, with documents in every step, and of no use outside the demo."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from lingwu_office.audit import chain
from lingwu_office.audit.models import Entry
from lingwu_office.documents.models import Document, Flow, IssuedNumber, State
from lingwu_office.people.models import Delegation, Duty, Person, Post
from lingwu_office.proofreading.checking import open_errors
from lingwu_office.site.demo.making import make_office
from lingwu_office.site.demo.peopling import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo() -> None:
    """The fictional office in the database."""
    with override_settings(DEMO=True):
        make_office()


def signs_in(account: str) -> bool:
    browser = Client()
    browser.post(reverse("account_login"), {"login": account, "password": PASSWORD})
    return "_auth_user_id" in browser.session


@pytest.mark.usefixtures("demo")
def test_the_fictional_office_is_whole() -> None:
    assert Person.objects.filter(demo=True).count() == Person.objects.count() == 20
    assert Post.objects.count() >= 12
    assert Delegation.objects.on().count() == 1
    assert Duty.objects.filter(posts=None).exists() and Post.objects.filter(duties=None).exists()
    assert list(chain.breaks()) == []
    made_by_verbs = Entry.objects.filter(kind="verb").values_list("verb", flat=True)
    assert {"site.found", "people.add_person", "documents.draft", "documents.archive"} <= set(made_by_verbs)
    assert not Entry.objects.filter(kind="refusal").exists()


@pytest.mark.usefixtures("demo")
def test_documents_wait_in_every_step_and_end_in_every_way() -> None:
    waiting = {(document.direction, document.step) for document in Document.objects.exclude(state=State.DONE)}
    steps = {(flow.direction, step["key"]) for flow in Flow.objects.all() for step in flow.steps}
    assert steps - waiting <= {("in", "archive")}
    ends = {State.DRAFT, State.UNDER_WAY, State.DONE, State.WITHDRAWN, State.REJECTED}
    assert ends <= set(Document.objects.values_list("state", flat=True))
    assert IssuedNumber.objects.filter(voided_at__isnull=False).count() == 1
    with_slips = [document for document in Document.objects.filter(state=State.DRAFT) if slips(document)]
    assert [document.drafter.account for document in with_slips] == ["hexiaoyu"]


def slips(document: Document) -> list[dict[str, object]]:
    text = document.versions.get(number=document.version).text
    return open_errors(document, text)


@pytest.mark.usefixtures("demo")
def test_demo_accounts_sign_in_inside_the_demo_only() -> None:
    with override_settings(DEMO=True):
        assert signs_in("hexiaoyu")
        assert signs_in("guanxitong")
    with override_settings(DEMO=False):
        assert not signs_in("hexiaoyu")
        assert not signs_in("guanxitong")
