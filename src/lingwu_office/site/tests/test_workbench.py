"""The workbench: what waits and why me, by when, what I sent on and where it is, what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lingwu_office.documents.models import Distribution, Document, Outcome, Reminder
from lingwu_office.people.models import Delegation
from lingwu_office.site.tests.papers import paper, waits
from lingwu_office.site.workbench import COOKIE, SHOWN, Workbench

Browsers = Callable[[Any], Client]


def page(browser: Client, path: str = "/") -> str:
    response = browser.get(path)
    assert response.status_code == 200
    return response.content.decode()


def bench(person: Any) -> Workbench:
    return Workbench(person, timezone.now() - timedelta(days=1))


def post_of(person: Any) -> Any:
    return person.posts_on()[0]


def test_what_waits_is_the_soonest_first(office: SimpleNamespace) -> None:
    now = timezone.now()
    for title, days in (("无时限", None), ("下周", 9), ("超期", -3), ("明天", 1)):
        waits(paper(office, title), office.deputy, due_at=days and now + timedelta(days=days))
    waits(paper(office, "办过了"), office.deputy, outcome=Outcome.PASSED)
    shown = bench(office.deputy).shown
    assert [one.assignment.document.title for one in shown] == ["超期", "明天", "下周", "无时限"]
    assert [one.due.level if one.due else "" for one in shown][::3] == ["late", ""]


def test_why_me(office: SimpleNamespace, signed_in: Browsers) -> None:
    waits(paper(office, "给本人"), office.deputy, why="请阅示")
    waits(paper(office, "给岗位"), post=post_of(office.deputy))
    waits(paper(office, "给主任"), office.principal)
    today = timezone.localdate()
    Delegation.objects.create(giver=office.principal, taker=office.deputy, since=today, until=today, reason="出差")
    whys = {one.assignment.document.title: one.why for one in bench(office.deputy).shown}
    assert whys == {"给本人": "", "给岗位": "岗位“副主任”", "给主任": f"代行{office.principal.name}"}
    shown = page(signed_in(office.deputy))
    assert "请阅示" in shown and "岗位“副主任”" in shown and f"代行{office.principal.name}" in shown


def test_limits_are_reminded_of_before_they_end(office: SimpleNamespace, signed_in: Browsers) -> None:
    now = timezone.now()
    assert bench(office.deputy).pressing == ""
    waits(paper(office, "超期的"), office.deputy, due_at=now - timedelta(days=30))
    waits(paper(office, "快到的"), office.deputy, due_at=now + timedelta(days=1))
    waits(paper(office, "不急的"), office.deputy, due_at=now + timedelta(days=60))
    said = bench(office.deputy).pressing
    assert said.startswith("1件已超期，1件")
    assert said in page(signed_in(office.deputy))


def test_reminders_without_an_answer_are_shown(office: SimpleNamespace, signed_in: Browsers) -> None:
    row = waits(paper(office, "要事"), office.deputy)
    for number, answer in ((1, "明日办结"), (2, "")):
        Reminder.objects.create(assignment=row, number=number, text=f"催第{number}回", answer=answer)
    shown = page(signed_in(office.deputy))
    assert "催第2回" in shown and "催第1回" not in shown


def test_what_nobody_opened_is_new(office: SimpleNamespace) -> None:
    waits(paper(office, "新到"), office.deputy)
    waits(paper(office, "看过"), office.deputy, seen_at=timezone.now())
    assert {one.assignment.document.title: one.new for one in bench(office.deputy).shown} == {
        "新到": True,
        "看过": False,
    }


def test_where_is_what_i_sent(office: SimpleNamespace, signed_in: Browsers) -> None:
    document = paper(office, "我拟的")
    waits(document, office.drafter, step="draft", outcome=Outcome.PASSED, done_by=office.drafter)
    waits(document, office.section_head)
    waits(paper(office, "别人的", drafter=office.colleague), office.section_head)
    sent = bench(office.drafter).sent
    assert [(one.document.title, [row.person for row in one.at]) for one in sent] == [("我拟的", [office.section_head])]
    shown = page(signed_in(office.drafter))
    assert office.section_head.name in shown and "部门核稿" in shown and "别人的" not in shown


def test_what_was_closed_or_distributed_since(office: SimpleNamespace, signed_in: Browsers) -> None:
    now = timezone.now()
    paper(office, "刚办结", state="done", closed_at=now)
    paper(office, "早办结", state="done", closed_at=now - timedelta(days=2))
    sent = paper(office, "发来的", state="done", drafter=office.registrar, unit=office.top)
    for unit, received in ((office.units["综合科"], None), (office.units["财务科"], now)):
        Distribution.objects.create(document=sent, recipient=unit.name, unit=unit, received_at=received)
    mine = bench(office.drafter)
    assert [document.title for document in mine.closed] == ["刚办结"]
    assert [one.document.title for one in mine.received] == ["发来的"]
    assert bench(office.finance_clerk).received == []
    assert "发来的" in page(signed_in(office.drafter))


def test_new_is_counted_from_the_last_visit_before_signing_in(office: SimpleNamespace, signed_in: Browsers) -> None:
    browser = signed_in(office.drafter)
    page(browser)
    kept = browser.cookies[COOKIE].value
    paper(office, "昨天办结", state="done", closed_at=timezone.now() - timedelta(hours=30))
    assert "昨天办结" in page(browser)  # the first visit looks back three days, and stays so until one signs in again
    again = signed_in(office.drafter)
    again.cookies[COOKIE] = kept
    assert "昨天办结" not in page(again)
    forged = signed_in(office.drafter)
    forged.cookies[COOKIE] = f"{office.drafter.pk} 2000-01-01T00:00:00+00:00:x:y"
    assert "昨天办结" in page(forged)
    other = signed_in(office.colleague)
    other.cookies[COOKIE] = kept
    assert page(other)


@pytest.mark.parametrize(
    ("who", "title"), [("system", "系统管理员"), ("security", "安全管理员"), ("auditor", "审计管理员")]
)
def test_administrators_are_shown_no_documents(
    office: SimpleNamespace, signed_in: Browsers, who: str, title: str
) -> None:
    waits(paper(office, "要事"), getattr(office, who))
    shown = page(signed_in(getattr(office, who)))
    assert f"<h1>{title}</h1>" in shown and "要事" not in shown and "等我办的" not in shown


@pytest.mark.parametrize("who", ["outsider", "finance_clerk"])
def test_others_see_nothing_of_it(office: SimpleNamespace, signed_in: Browsers, who: str) -> None:
    waits(paper(office, "要事"), office.deputy)
    paper(office, "要事二", state="done", closed_at=timezone.now())
    shown = page(signed_in(getattr(office, who)))
    assert "要事" not in shown and "现在没有等您办的公文" in shown


def test_many_are_shown_in_parts(office: SimpleNamespace, signed_in: Browsers) -> None:
    for number in range(SHOWN + 3):
        waits(paper(office, f"第{number}件"), office.deputy)
    browser = signed_in(office.deputy)
    first, everything = page(browser), page(browser, "/?all=1")
    assert first.count('class="title"') == SHOWN and "全部列出" in first
    assert everything.count('class="title"') == SHOWN + 3 and "全部列出" not in everything


def test_titles_are_escaped(office: SimpleNamespace, signed_in: Browsers) -> None:
    document = paper(office, "<script>alert(1)</script>", direction="in", source="<img src=x>")
    waits(document, office.deputy, why="<b>x", sent_by=office.drafter)
    Reminder.objects.create(assignment=document.assignments.get(), number=1, text="<i>y")
    shown = page(signed_in(office.deputy)).split("<main")[1]
    assert "&lt;script&gt;" in shown
    assert not [wrong for wrong in ("<script>alert", "<img src=x", "<b>x", "<i>y") if wrong in shown]


def test_queries_do_not_grow(office: SimpleNamespace, signed_in: Browsers) -> None:
    browser, counts = signed_in(office.deputy), []
    page(browser)
    for start in (0, 10):
        for number in range(start, start + 10):
            document = paper(office, f"第{number}件", drafter=office.deputy, state="under_way")
            waits(document, office.section_head)
            waits(paper(office, f"来{number}"), office.deputy)
            Document.objects.filter(pk=document.pk).update(closed_at=None)
        with CaptureQueriesContext(connection) as caught:
            page(browser)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 20
