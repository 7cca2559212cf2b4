"""Registers: whose documents stand in them, filters, pages, print, and .xlsx that runs nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents import registers
from lingwu_office.documents.flows import flow_for
from lingwu_office.documents.models import Assignment, Document, IssuedNumber, Series
from lingwu_office.documents.registers import Filters

NOBODY = ["outsider", "finance_clerk", "system", "security", "auditor"]


def paper(office: SimpleNamespace, title: str, **given: Any) -> Document:
    values = {"direction": "out", "kind": "通知", "drafter": office.drafter, "unit": office.units["综合科"],
              "state": "under_way", "step": "review"} | given  # fmt: skip
    flow = flow_for(values["direction"], values["kind"])
    assert flow is not None
    return Document.objects.create(title=title, flow=flow, **values)


def numbered(document: Document, number: int, code: str = "滨政办发", year: int = 2026, **given: Any) -> IssuedNumber:
    series, _ = Series.objects.get_or_create(code=code, year=year)
    return IssuedNumber.objects.create(series=series, number=number, document=document, by=document.drafter, **given)


def titles(person: Any, direction: str = "out", **given: str) -> list[str]:
    found = registers.page(person, Filters.of(direction, given))
    return [line.document.title for line in found.lines]


def text_of(response: Any) -> str:
    return response.content.decode()


def sheet_of(response: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(response.content)).active


def cells(response: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet_of(response).iter_rows()]


@pytest.mark.parametrize("who", NOBODY)
@pytest.mark.parametrize("sort", ["new", "old", "number", "due"])
def test_who_may_see_nothing_is_shown_nothing(
    office: SimpleNamespace, signed_in: Callable[[Any], Client], who: str, sort: str
) -> None:
    numbered(paper(office, "要事", due_at=timezone.now()), 1)
    person = getattr(office, who)
    assert titles(person, sort=sort) == []
    assert registers.counted(person, registers.page(person, Filters("out", after="_9"))) == "0件"
    assert "要事" not in text_of(signed_in(person).get("/documents/outgoing/", {"sort": sort}))


@pytest.mark.parametrize("path", ["/documents/export/out/", "/documents/print/out/"])
@pytest.mark.parametrize("who", [*NOBODY, "drafter"])
def test_taking_out_is_refused_and_recorded(
    office: SimpleNamespace, signed_in: Callable[[Any], Client], path: str, who: str
) -> None:
    paper(office, "要事")
    response = signed_in(getattr(office, who)).get(path)
    assert response.status_code == 403
    assert "要事" not in text_of(response)
    entry = Entry.objects.filter(kind=EntryKind.REFUSAL).latest("seq")
    assert entry.person == getattr(office, who)
    assert entry.verb in ("documents.export_register", "documents.print_register") and entry.reason


def test_the_registrar_sees_all_and_the_drafter_his_own(office: SimpleNamespace) -> None:
    paper(office, "综合科的")
    paper(office, "财务科的", drafter=office.finance_clerk, unit=office.units["财务科"])
    assert titles(office.registrar) == ["财务科的", "综合科的"]
    assert titles(office.drafter) == ["综合科的"]
    assert titles(office.registrar, "in") == []


def test_filters(office: SimpleNamespace) -> None:
    unit = office.units["财务科"]
    old = paper(office, "旧报告", kind="报告", state="done", document_number="滨政办发〔2025〕3号")
    Document.objects.filter(pk=old.pk).update(created_at=datetime(2025, 12, 31, 16, 30, tzinfo=UTC))  # 2026 here
    new = paper(office, "新通知", unit=unit, document_number="滨政办函〔2026〕8号")
    Document.objects.filter(pk=new.pk).update(created_at=datetime(2026, 3, 9, tzinfo=UTC))
    see = office.registrar
    assert titles(see) == ["新通知", "旧报告"]
    assert titles(see, sort="old") == ["旧报告", "新通知"]
    assert titles(see, year="2026", month="1") == ["旧报告"]
    assert titles(see, year="2026") == ["新通知", "旧报告"]
    assert titles(see, year="2025") == titles(see, year="2026", month="12") == []
    assert titles(see, kind="报告") == titles(see, state="done") == titles(see, number="〔2025〕3") == ["旧报告"]
    assert titles(see, unit=str(unit.pk)) == titles(see, text="新") == ["新通知"]


def test_incoming_is_found_by_its_own_and_the_sender_s_number(office: SimpleNamespace) -> None:
    paper(
        office,
        "来文",
        direction="in",
        source="区水务局",
        source_number="滨水〔2026〕5号",
        register_number="收〔2026〕9号",
    )
    for given in ({"number": "滨水"}, {"number": "〔2026〕9号"}, {"text": "水务"}):
        assert titles(office.registrar, "in", **given) == ["来文"]


ODD = [
    {"year": "x"}, {"year": "٣٣٣٣"}, {"month": "13"}, {"unit": "-1"}, {"unit": "9" * 30}, {"state": "'"},
    {"sort": ";"}, {"after": "x_y"}, {"after": "2026-13-01_5", "sort": "due"}, {"after": "1_x", "sort": "number"},
    {"after": "²_²", "sort": "number"}, {"after": "99_5", "sort": "number"}, {"text": "x" * 5000},
]  # fmt: skip


@pytest.mark.parametrize("given", ODD)
def test_odd_addresses_are_answered(
    office: SimpleNamespace, signed_in: Callable[[Any], Client], given: dict[str, str]
) -> None:
    assert signed_in(office.registrar).get("/documents/outgoing/", given).status_code == 200


@pytest.mark.parametrize("sort", ["new", "old", "due", "number"])
def test_pages_by_key_have_everything_once(office: SimpleNamespace, sort: str) -> None:
    at = timezone.now()
    for number in range(1, 24):
        document = paper(office, f"第{number}件", due_at=at + timedelta(days=number // 3))
        numbered(document, number, year=2025 + number % 2)
    found: list[str] = []
    filters = Filters("out", sort=sort)
    while True:
        page = registers.page(office.registrar, filters, size=5)
        found += [line.document.title for line in page.lines]
        if not page.after:
            break
        filters = Filters("out", sort=sort, after=page.after)
    assert len(found) == len(set(found)) == 23
    if sort == "number":
        assert found[:2] == ["第23件", "第21件"] and found[-1] == "第2件"  # the newest year first, from its last number


def test_voided_numbers_stay_in_the_register(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    document = paper(office, "重编号的", document_number="滨政办发〔2026〕2号")
    numbered(document, 1, voided_at=timezone.now(), void_reason="重复编号")
    numbered(document, 2)
    numbered(document, 1, code="档Y")  # the number in the archive is none of the register's
    page = registers.page(office.registrar, Filters("out", sort="number"))
    assert [(line.number, bool(line.voided)) for line in page.lines] == [
        ("滨政办发〔2026〕2号", False),
        ("滨政办发〔2026〕1号", True),
    ]
    shown = text_of(signed_in(office.registrar).get("/documents/outgoing/", {"sort": "number"}))
    assert "<del>滨政办发〔2026〕1号</del>" in shown and "重复编号" in shown


def test_who_has_it_since_when_and_until_when(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    document = paper(office, "传阅件", direction="in", kind="", step="circulate")
    late = timezone.now() - timedelta(days=30)
    for order, who in enumerate(("deputy", "principal"), 1):
        Assignment.objects.create(
            document=document, step="circulate", order=order, person=getattr(office, who), why="传阅", due_at=late
        )
    line = registers.page(office.registrar, Filters("in")).lines[0]
    assert [holder.person for holder in line.holders] == [office.deputy]  # the second has his turn later
    assert line.late
    shown = text_of(signed_in(office.registrar).get("/documents/incoming/"))
    assert office.deputy.name in shown and office.principal.name not in shown and "已超期" in shown


def test_a_step_that_was_taken_out_of_the_flow_is_shown_by_its_state(office: SimpleNamespace) -> None:
    paper(office, "要事", step="no_such_step")
    assert registers.page(office.registrar, Filters("out")).lines[0].step == "办理中"


def test_export_holds_text_and_is_recorded(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    paper(office, '=HYPERLINK("http://example.invalid","点我")', addressees="+1+1", signatory="@SUM(A1)", copies=7)
    paper(office, "带控制符\x0b的\x01标题")
    response = signed_in(office.registrar).get("/documents/export/out/", {"year": str(timezone.localdate().year)})
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    sheet = sheet_of(response)
    header, first, second, foot = [list(row) for row in sheet.iter_rows()]
    at = {cell.value: number for number, cell in enumerate(header)}
    for name in ("标题", "主送机关", "签发人"):
        cell = first[at[name]]
        assert (cell.data_type, cell.quotePrefix) == ("s", True), name
    assert first[at["标题"]].value.startswith("=HYPERLINK")
    assert first[at["份数"]].value == 7
    assert second[at["标题"]].value == "带控制符的标题"
    assert office.registrar.name in foot[0].value and office.registrar.name in sheet.oddFooter.center.text
    entry = Entry.objects.filter(kind=EntryKind.EXPORT).latest("seq")
    assert (entry.person, entry.verb, entry.after["lines"]) == (office.registrar, "documents.export_register", 2)


def test_export_holds_what_the_role_lets_out(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    from lingwu_office.access.models import Grant, Role

    paper(office, "综合科的")
    Grant.objects.create(role=Role.objects.get(name="supervisor"), person=office.finance_clerk,
                         unit=office.units["财务科"], since="2024-01-01")  # fmt: skip
    paper(office, "财务科的", unit=office.units["财务科"], drafter=office.finance_head)
    mine = paper(office, "给他办的")
    Assignment.objects.create(document=mine, step="review", person=office.finance_clerk, why="办")
    rows = cells(signed_in(office.finance_clerk).get("/documents/export/out/"))
    assert [row[1] for row in rows[1:-1]] == ["财务科的"]
    assert set(titles(office.finance_clerk)) == {"财务科的", "给他办的"}


PAGES = ["/documents/outgoing/", "/documents/incoming/", "/documents/print/out/", "/documents/print/in/"]


@pytest.mark.parametrize("path", PAGES)
def test_what_people_wrote_is_escaped(office: SimpleNamespace, signed_in: Callable[[Any], Client], path: str) -> None:
    wrong = {"source": "<img src=x>", "source_number": '"><b>', "signatory": "<i>", "document_number": "<u>"}
    for direction in ("out", "in"):
        document = paper(office, "<script>alert(1)", direction=direction, register_number="<u>", **wrong)
        Assignment.objects.create(document=document, step="review", person=office.deputy, why="<b>")
    shown = text_of(signed_in(office.registrar).get(path)).split("<main")[1]
    assert "&lt;script&gt;alert(1)" in shown
    assert not [part for part in ("<script>alert", "<img src=x", "<b>", "<i>", "<u>") if part in shown]
    given = text_of(signed_in(office.registrar).get(path, {"text": '"><script>alert(2)', "number": "'><b>"}))
    assert "<script>alert(2)" not in given and "'><b>" not in given


def test_print_names_who_printed_and_is_recorded(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    paper(office, "要事")
    shown = text_of(signed_in(office.registrar).get("/documents/print/out/"))
    assert "要事" in shown and f"{office.registrar.name}（registrar）" in shown and "data-print" in shown
    entry = Entry.objects.filter(kind=EntryKind.EXPORT).latest("seq")
    assert (entry.verb, entry.person) == ("documents.print_register", office.registrar)


def test_more_than_fits_is_said(
    office: SimpleNamespace, signed_in: Callable[[Any], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lingwu_office.documents.pages_registers.PRINTED", 1)
    for title in ("一", "二"):
        paper(office, title)
    response = signed_in(office.registrar).get("/documents/print/out/")
    assert response.status_code == 400
    assert "一次最多打印1件" in text_of(response)


@pytest.mark.parametrize("sort", ["new", "number"])
def test_queries_do_not_grow(office: SimpleNamespace, signed_in: Callable[[Any], Client], sort: str) -> None:
    browser, counts = signed_in(office.registrar), []
    for start in (0, 10):
        for number in range(start, start + 10):
            document = paper(office, f"第{number}件")
            numbered(document, number + 1)
            Assignment.objects.create(document=document, step="review", person=office.deputy, why="审")
        with CaptureQueriesContext(connection) as caught:
            assert browser.get("/documents/outgoing/", {"sort": sort}).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 22
