"""The pages of the log: for the auditor, with filters, exports and verifying."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from lingwu_office.audit import chain
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.conftest import POSTS
from lingwu_office.people.actions import add_unit, change_person, deactivate_person
from lingwu_office.people.models import Person

SignedIn = Callable[[Person], Client]
PAGES = ("/audit/", "/audit/1/")


@pytest.fixture
def log(office: SimpleNamespace) -> SimpleNamespace:
    add_unit(office.system, office.top, name="=信息科")
    change_person(office.system, office.drafter, phone="6001")
    deactivate_person(office.system, office.outsider, reason="调离<b>本单位</b>")
    chain.append(EntryKind.SIGN_IN, None, "sign_in.failed", "登录失败", after={"account": "mallory"})
    return office


@pytest.mark.parametrize("page", PAGES)
def test_who_has_not_signed_in_is_sent_to_the_sign_in(log: SimpleNamespace, page: str) -> None:
    assert Client().get(page)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", [name for name in POSTS if name != "auditor"])
def test_nobody_but_the_auditor_reads_the_log(log: SimpleNamespace, signed_in: SignedIn, name: str) -> None:
    client = signed_in(getattr(log, name))
    for page in PAGES:
        assert client.get(page).status_code == 403
    for page in ("/audit/verify/", "/audit/export/xlsx/", "/audit/export/jsonl/"):
        assert client.post(page).status_code == 403
    refusals = Entry.objects.filter(kind=EntryKind.REFUSAL, person=getattr(log, name))
    assert refusals.count() == 5


def test_verifying_and_exporting_are_not_done_by_following_a_link(log: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(log.auditor)
    for page in ("/audit/verify/", "/audit/export/xlsx/"):
        assert client.get(page).status_code == 405


@pytest.mark.parametrize(
    ("query", "found"),
    [("person=mallory", {"登录失败"}), ("verb=people.add_unit", {"增设机构"}), ("thing=外人", {"停用账号"}),
     ("kind=sign_in&person=mall", {"登录失败"}), ("kind=export", set()), ("person=nobody", set())],
)  # fmt: skip
def test_the_log_is_filtered(log: SimpleNamespace, signed_in: SignedIn, query: str, found: set[str]) -> None:
    rows = signed_in(log.auditor).get(f"/audit/?{query}").context["rows"]
    assert {row.title for row in rows} == found


@pytest.mark.parametrize(("since", "until", "some"), [(0, 0, True), (1, None, False), (None, -1, False), (-1, 0, True)])
def test_the_log_is_filtered_by_day(
    log: SimpleNamespace, signed_in: SignedIn, since: int | None, until: int | None, some: bool
) -> None:
    today = timezone.localdate()
    given = {"since": since, "until": until}
    query = {name: str(today + timedelta(days=value)) for name, value in given.items() if value is not None}
    answer = signed_in(log.auditor).get("/audit/", query)
    assert bool(answer.context["rows"]) is some


def test_a_filter_that_is_no_day_says_so(log: SimpleNamespace, signed_in: SignedIn) -> None:
    answer = signed_in(log.auditor).get("/audit/?since=yesterday&before=abc")
    assert answer.status_code == 200
    assert answer.context["form"].errors["since"]


def test_the_log_goes_on_page_by_page_and_misses_nothing(log: SimpleNamespace, signed_in: SignedIn) -> None:
    for number in range(120):
        chain.append(EntryKind.VIEWING, log.drafter, "documents.view", f"查阅{number}")
    client = signed_in(log.auditor)
    seen, query = [], "kind=viewing"
    while query:
        context = client.get(f"/audit/?{query}").context
        seen += [row.seq for row in context["rows"]]
        query = f"kind=viewing&before={context['older']}" if context["older"] else ""
    assert len(seen) == len(set(seen)) == 120
    assert seen == sorted(seen, reverse=True)


def test_an_entry_shows_what_changed_with_the_names_of_its_fields(log: SimpleNamespace, signed_in: SignedIn) -> None:
    entry = Entry.objects.get(verb="people.change_person")
    said = signed_in(log.auditor).get(f"/audit/{entry.seq}/").content.decode()
    assert "电话" in said and "6001" in said and "（空）" in said
    assert "摘要相符" in said


def test_text_of_users_is_shown_as_text(log: SimpleNamespace, signed_in: SignedIn) -> None:
    entry = Entry.objects.get(verb="people.deactivate_person")
    client = signed_in(log.auditor)
    for page in ("/audit/", f"/audit/{entry.seq}/"):
        said = client.get(page).content.decode()
        assert "&lt;b&gt;" in said and "<b>本单位" not in said


def test_verifying_says_that_the_chain_holds_and_is_recorded(log: SimpleNamespace, signed_in: SignedIn) -> None:
    said = signed_in(log.auditor).post("/audit/verify/").content.decode()
    assert "留痕完整" in said
    entry = Entry.objects.get(verb="audit.verify")
    assert (entry.person, entry.reason) == (log.auditor, "完整")


def test_verifying_names_what_was_changed(log: SimpleNamespace, signed_in: SignedIn) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET reason = 'x' WHERE seq = 2")
    client = signed_in(log.auditor)
    said = client.post("/audit/verify/").content.decode()
    assert "留痕不完整" in said and "第2条" in said
    assert "内容被改动过" in client.get("/audit/2/").content.decode()


def test_the_sheet_holds_what_was_filtered_as_text_and_is_recorded(log: SimpleNamespace, signed_in: SignedIn) -> None:
    answer = signed_in(log.auditor).post("/audit/export/xlsx/?verb=people.add_unit")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["序号", "1"]
    kept = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in kept} == {"s"}, "no formulas"
    entry = Entry.objects.get(verb="audit.export")
    assert (entry.kind, entry.person) == (EntryKind.EXPORT, log.auditor)
    assert "people.add_unit" in entry.reason


def test_the_lines_hold_all_that_is_needed_to_verify_elsewhere(log: SimpleNamespace, signed_in: SignedIn) -> None:
    count = Entry.objects.count()
    answer: Any = signed_in(log.auditor).post("/audit/export/jsonl/")
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]
    assert len(lines) >= count
    previous = chain.FIRST
    for line in lines:
        entry = Entry(**line | {"at": datetime.fromisoformat(line["at"])})
        assert line["previous_hash"] == previous
        assert chain.hash_of(entry) == line["hash"]
        previous = line["hash"]


def test_nothing_fits_nothing_goes_out(log: SimpleNamespace, signed_in: SignedIn) -> None:
    answer = signed_in(log.auditor).post("/audit/export/xlsx/?person=nobody-at-all")
    assert answer.status_code == 302
    assert signed_in(log.auditor).post("/audit/export/exe/").status_code == 400


def test_the_auditor_comes_to_nothing_but_the_log(log: SimpleNamespace, signed_in: SignedIn) -> None:
    links = signed_in(log.auditor).get("/audit/").content.decode()
    assert 'href="/audit/"' in links
    for business in ("发文", "收文", "待办</a>"):
        assert business not in links


def test_the_log_is_read_in_few_queries_however_long_it_is(
    log: SimpleNamespace, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for number in range(60):
        chain.append(EntryKind.VIEWING, log.drafter, "documents.view", f"查阅{number}")
    client = signed_in(log.auditor)
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        client.get("/audit/")


def test_values_are_said_as_a_person_reads_them(log: SimpleNamespace) -> None:
    from lingwu_office.audit.queries import changes

    entry = chain.append(
        EntryKind.VERB, log.drafter, "test.step", "试", log.drafter,
        before={"is_active": True, "phone": "", "password_changed_at": None, "unit_id": 1},
        after={"is_active": False, "phone": "6001", "password_changed_at": "2026-03-09T07:04:05+00:00", "unit_id": 2,
               "ticks": {"甲": True, "乙": ["一", "二"]}},
    )  # fmt: skip
    found = {each.title: (each.before, each.after) for each in changes(entry)}
    assert found == {
        "在用": ("是", "否"), "电话": ("（空）", "6001"), "改密时间": ("（空）", "2026年3月9日 15:04:05"),
        "机构": ("1", "2"), "ticks": ("", "甲：是；乙：一、二"),
    }  # fmt: skip


def test_choices_are_said_by_their_titles(log: SimpleNamespace) -> None:
    from lingwu_office.access.models import Role
    from lingwu_office.audit.queries import changes

    entry = chain.append(
        EntryKind.VERB, None, "test.step", "试", Role.objects.first(), after={"administration": "audit"}
    )
    assert [each.after for each in changes(entry)] == ["审计管理员"]


def test_what_an_export_was_of_is_told_in_words(log: SimpleNamespace, signed_in: SignedIn) -> None:
    signed_in(log.auditor).post("/audit/export/jsonl/?kind=verb&verb=people.add_unit&since=2024-01-02")
    last = Entry.objects.get(kind=EntryKind.EXPORT)
    assert last.reason == "jsonl：动作：增设机构（people.add_unit）；类别：办理；起：2024-01-02"
