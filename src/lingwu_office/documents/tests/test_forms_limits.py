"""What no row and no column can hold is told on the form, and is no fault of the program."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lingwu_office.documents.tests import scenes
from lingwu_office.people.models import Person

SignedIn = Callable[[Person], Client]


def url(name: str, *args: Any) -> str:
    return reverse(f"documents:{name}", args=args)


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000, "²", "-1", "x"])
def test_a_key_that_no_person_can_have_is_told_on_the_form(
    office: SimpleNamespace, signed_in: SignedIn, key: str
) -> None:
    document = scenes.received(office, "circulate", for_action=False)
    answer = signed_in(office.registrar).post(
        url("act", document.pk, "circulate"), {"readers": [key, str(office.deputy.pk)]}
    )
    assert answer.status_code == 400 and scenes.fresh(document).step == "circulate"
    assert not document.assignments.filter(order__gt=0).exists()


def test_places_and_copies_of_many_digits_are_no_fault_of_the_program(
    office: SimpleNamespace, signed_in: SignedIn
) -> None:
    document, client = scenes.received(office, "circulate", for_action=False), signed_in(office.registrar)
    pk = str(office.deputy.pk)
    given = {"readers": [pk], f"readers_order_{pk}": "9" * 5000}
    assert client.post(url("act", document.pk, "circulate"), given).status_code == 302
    other = scenes.at(office, "distribute")
    rows = {"recipients_recipient": ["财务科"], "recipients_copies": ["9" * 5000], "recipients_channel": ["网上"]}
    answer = client.post(url("act", other.pk, "distribute"), rows)
    assert answer.status_code == 400 and "份数应是正整数" in answer.content.decode()
    base = {"text": "一句话。", "base": "9" * 30}
    draft = scenes.drafted(office)
    assert signed_in(office.drafter).post(url("text", draft.pk), base).status_code == 400
