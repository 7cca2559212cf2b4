"""From the number to the archive: voided numbers, seals, copies."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from lingwu_office.documents import actions, queries
from lingwu_office.documents.models import Document, IssuedNumber, State
from lingwu_office.documents.tests.scenes import at, drafted, fresh, waiting
from lingwu_office.foundation.errors import Invalid, Refused


def test_number_after_void_is_the_next_and_the_void_one_stays(office: SimpleNamespace) -> None:
    document = at(office, "print_seal")
    with pytest.raises(Invalid, match="先把编号作废"):
        actions.send_back(office.registrar, document, reason="要改", to_step="sign")
    actions.void_number(office.registrar, document, reason="标题有误")
    assert (fresh(document).step, fresh(document).document_number) == ("number", "")
    actions.number(office.registrar, document)
    given = IssuedNumber.objects.filter(document=document).order_by("number")
    assert [(row.number, row.voided_at is not None, row.void_reason) for row in given] == [
        (1, True, "标题有误"),
        (2, False, ""),
    ]
    other = at(office, "print_seal")
    assert other.document_number.endswith("〕3号")


def test_number_of_what_went_out_is_not_voided(office: SimpleNamespace) -> None:
    document = at(office, "archive")
    with pytest.raises(Refused, match="已经分发，编号不能作废"):
        actions.void_number(office.registrar, document, reason="错号")


def test_numbering_needs_a_code(office: SimpleNamespace) -> None:
    document = at(office, "number", drafted(office, code=""))
    with pytest.raises(Invalid, match="还没有填机关代字"):
        actions.number(office.registrar, document)


def test_the_number_is_of_the_year_of_signing(office: SimpleNamespace) -> None:
    document, other = at(office, "number"), at(office, "number")
    year = timezone.localdate().year
    Document.objects.filter(pk=document.pk).update(signed_on=date(year - 1, 12, 31))
    actions.number(office.registrar, document)
    actions.number(office.registrar, other)
    assert fresh(document).document_number == f"滨政办发〔{year - 1}〕1号"
    assert fresh(other).document_number == f"滨政办发〔{year}〕1号"


def test_the_code_stays_with_the_number(office: SimpleNamespace) -> None:
    document = at(office, "print_seal")
    with pytest.raises(Invalid, match="已经编号，代字不能再改"):
        actions.change_elements(office.registrar, document, code="滨办函")
    actions.void_number(office.registrar, document, reason="代字有误")
    actions.change_elements(office.registrar, document, code="滨办函")
    actions.number(office.registrar, document)
    assert fresh(document).document_number.startswith("滨办函〔")
    actions.void_number(office.registrar, document, reason="又错")
    assert fresh(document).document_number == ""


def test_unsealed_only_with_a_reason(office: SimpleNamespace) -> None:
    document = at(office, "print_seal")
    with pytest.raises(Invalid, match="不用印的理由"):
        actions.pass_on(office.registrar, document)
    actions.pass_on(office.registrar, document, opinion="普发性公文，不用印")
    assert fresh(document).step == "distribute"


def test_two_seals_before_it_goes_on(office: SimpleNamespace) -> None:
    document = at(office, "print_seal")
    given: dict[str, Any] = {"copies": 3, "approved_by": "主任"}
    actions.seal(office.registrar, document, seal="区政府办", last=False, **given)
    assert fresh(document).step == "print_seal"
    actions.seal(office.registrar, document, seal="区财政局", **given)
    assert fresh(document).step == "distribute" and document.sealings.count() == 2


def test_copies_are_acknowledged_by_the_unit_or_recorded_by_the_registrar(office: SimpleNamespace) -> None:
    document = at(office, "archive")
    inside, outside = document.distributions.order_by("pk")
    with pytest.raises(Refused):
        actions.acknowledge(office.drafter, document, distribution=inside)
    actions.acknowledge(office.finance_clerk, document, distribution=inside)
    with pytest.raises(Refused, match="您的岗位和角色不能登记签收"):
        actions.acknowledge(office.finance_clerk, document, distribution=outside)
    with pytest.raises(Invalid, match="请写明签收人"):
        actions.acknowledge(office.registrar, document, distribution=outside)
    actions.acknowledge(office.registrar, document, distribution=outside, received_by="王芳")
    assert [row.received_by for row in document.distributions.order_by("pk")] == [office.finance_clerk.name, "王芳"]
    assert document in queries.visible_documents(office.finance_clerk)


def test_more_copies_may_go_out_later(office: SimpleNamespace) -> None:
    document = at(office, "archive")
    actions.archive(office.registrar, document, retention="永久")
    actions.distribute(office.registrar, document, recipients=[{"recipient": "区档案馆"}])
    assert fresh(document).state == State.DONE and document.distributions.count() == 3


def test_voided_document_keeps_its_number_as_void(office: SimpleNamespace) -> None:
    document = at(office, "print_seal")
    with pytest.raises(Refused, match="您的岗位和角色不能作废"):
        actions.void(office.drafter, document, reason="不发了")
    actions.void(office.registrar, document, reason="会议取消")
    assert fresh(document).state == State.VOIDED and waiting(document) == []
    assert IssuedNumber.objects.get(document=document).void_reason == "会议取消"
    with pytest.raises(Refused, match="已经作废"):
        actions.pass_on(office.registrar, document)


def test_what_went_out_is_not_voided(office: SimpleNamespace) -> None:
    document = at(office, "archive")
    with pytest.raises(Refused, match="已经分发，不能作废"):
        actions.void(office.registrar, document, reason="不发了")
    actions.archive(office.registrar, document, retention="永久")
    with pytest.raises(Refused, match="已经办结归档，不能再作废"):
        actions.void(office.registrar, document, reason="不发了")
    assert not IssuedNumber.objects.filter(document=document, voided_at__isnull=False).exists()


def test_copies_go_to_the_unit_that_is_meant_or_to_none(office: SimpleNamespace) -> None:
    document = at(office, "distribute")
    finance = office.units["财务科"]
    below = finance.children.create(name="综合科")
    closed = office.top.children.create(name="信访科", closed_on=timezone.localdate())
    with pytest.raises(Invalid, match="本单位有2个“综合科”，请写成“上级/综合科”"):
        actions.distribute(office.registrar, document, recipients=[{"recipient": "综合科"}])
    rows = [{"recipient": name} for name in ("财务科/综合科", "区政府办/综合科", closed.name, "东风镇/综合科")]
    actions.distribute(office.registrar, document, recipients=rows)
    sent = {row.recipient: row.unit for row in document.distributions.all()}
    general = office.units["综合科"]
    assert list(sent.values()) == [below, general, None, None]
