"""Single verbs by their forms, the flows of the office, and what a form must not let through."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lingwu_office.audit.action import verbs
from lingwu_office.audit.models import Entry
from lingwu_office.documents import actions, policies
from lingwu_office.documents.forms_fields import said_of
from lingwu_office.documents.forms_verbs import MAKERS
from lingwu_office.documents.models import Document, Flow
from lingwu_office.documents.pages_show import FIRST, LARGE
from lingwu_office.documents.tests import scenes
from lingwu_office.files.actions import store
from lingwu_office.people.models import Delegation, Person

SignedIn = Callable[[Person], Client]


def url(name: str, *args: Any) -> str:
    return reverse(f"documents:{name}", args=args)


def body(answer: Any) -> str:
    return answer.content.decode()


def test_every_verb_on_a_document_has_a_form() -> None:
    on_documents = set(policies.RULES)
    assert on_documents == set(MAKERS)
    assert {f"documents.{name}" for name in MAKERS} <= set(verbs)
    assert set(FIRST) | LARGE <= set(MAKERS)


def test_every_form_asks_only_what_its_verb_takes() -> None:
    import inspect

    others = {"attach": {"file", "name", "use"}}
    for name, maker in MAKERS.items():
        taken = inspect.signature(inspect.unwrap(verbs[f"documents.{name}"].run)).parameters
        if any(one.kind is inspect.Parameter.VAR_KEYWORD for one in taken.values()):
            continue
        asked = set(maker(None))
        needed = {one.name for one in taken.values() if one.kind is one.KEYWORD_ONLY and one.default is one.empty}
        assert asked == others.get(name) or (asked <= set(taken) and needed <= asked), name


def test_elements_are_changed_and_checked(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.drafted(office), signed_in(office.drafter)
    page = body(client.get(url("act", document.pk, "change_elements")))
    assert document.title in page
    found = re.findall(r'<(?:input|select)[^>]* name="([^"]+)"', page)
    typed = {
        "kind": "通知",
        "title": document.title,
        "addressees": "各镇人民政府",
        "copies": "30",
        "附注": "此件公开发布",
    }
    assert set(typed) <= set(found)
    assert client.post(url("act", document.pk, "change_elements"), typed).status_code == 302
    document.refresh_from_db()
    assert (document.copies, document.form["附注"], document.code) == (30, "此件公开发布", "")
    said = body(client.post(url("check_elements", document.pk), typed | {"copies_to": "各镇人民政府"}))
    assert "已经主送" in said


def test_after_signing_the_form_asks_only_what_may_change(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "recheck")
    client = signed_in(office.checker)
    page = body(client.get(url("act", document.pk, "change_elements")))
    assert 'name="copies_to"' in page
    assert 'name="title"' not in page
    given = {"title": "另一个标题", "code": "滨政办发", "copies": "40", "copies_to": "区委办公室"}
    assert client.post(url("act", document.pk, "change_elements"), given).status_code == 302
    changed = scenes.fresh(document)
    assert (changed.copies, changed.title) == (40, document.title)


def test_a_time_limit_that_is_past_may_stay_but_not_be_set(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.drafted(office), signed_in(office.drafter)
    past = timezone.now() - timedelta(days=9)
    Document.objects.filter(pk=document.pk).update(due_at=past)
    given = {"kind": "通知", "title": document.title, "addressees": "各镇人民政府", "copies": "2"}
    kept = given | {"due_at": timezone.localtime(past).date().isoformat()}
    assert client.post(url("act", document.pk, "change_elements"), kept).status_code == 302
    assert scenes.fresh(document).due_at == past
    answer = client.post(url("act", document.pk, "change_elements"), given | {"due_at": "2020-05-06"})
    assert answer.status_code == 400
    assert "时限不能早于今天" in body(answer)


@pytest.mark.parametrize(
    ("day", "today", "said"),
    [
        ("2026-12-04", "2026-11-30", "12月4日（星期五），还有4个工作日。"),
        ("2026-02-20", "2026-02-13", "春节"),
        ("2026-11-01", "2026-11-30", "已经过去"),
        ("2100-01-05", "2100-01-01", "还没有收录"),
    ],
)
def test_a_day_tells_its_working_days(day: str, today: str, said: str) -> None:
    assert said in said_of(date.fromisoformat(day), date.fromisoformat(today))


def test_one_more_reviewer_and_the_choice_of_who_signs(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "check")
    client = signed_in(office.checker)
    page = body(client.get(url("act", document.pk, "plan_step")))
    assert office.deputy.name in page
    planned = {"step": "sign", "to": [f"person:{office.deputy.pk}"]}
    assert client.post(url("act", document.pk, "plan_step"), planned).status_code == 302
    assert scenes.fresh(document).plan["sign"] == [f"person:{office.deputy.pk}"]
    asked = {"person": f"person:{office.finance_clerk.pk}", "reason": "请看数字"}
    assert client.post(url("act", document.pk, "add_reviewer"), asked).status_code == 302
    assert "请看数字" in body(signed_in(office.finance_clerk).get(url("show", document.pk)))


def test_who_was_planned_is_ticked(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.at(office, "check"), signed_in(office.checker)
    chosen = f"person:{office.finance_head.pk}"
    actions.plan_step(office.checker, document, step="countersign", to=[office.finance_head])
    assert re.search(rf'value="{chosen}" checked', body(client.get(url("act", document.pk, "pass_on"))))
    assert "选定会签人" in body(client.get(url("show", document.pk)))
    assert client.post(url("act", document.pk, "pass_on"), {"opinion": "同意"}).status_code == 302
    assert scenes.waiting(document) == ["finance_head"]


def test_a_choice_is_made_and_taken_back_where_it_is_shown(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.at(office, "check"), signed_in(office.checker)
    actions.plan_step(office.checker, document, step="countersign", to=[office.finance_head])
    given = {"choosing": "1", "hands_sign": [f"person:{office.deputy.pk}"]}
    assert client.post(url("act", document.pk, "pass_on"), given).status_code == 302
    assert scenes.fresh(document).step == "sign"
    assert scenes.waiting(document) == ["deputy"]


def test_choosers_offer_the_office_only(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "check")
    page = body(signed_in(office.checker).get(url("act", document.pk, "hand_on")))
    for stranger in (office.outsider, office.system, office.security, office.auditor):
        assert stranger.name not in page
    assert '<optgroup label="财务科">' in page
    answer = signed_in(office.checker).post(
        url("act", document.pk, "hand_on"), {"person": f"person:{office.system.pk}", "reason": "试"}
    )
    assert answer.status_code == 400


def test_files_are_attached_and_taken_off(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.drafted(office), signed_in(office.drafter)
    file = SimpleUploadedFile("人员名单.txt", "甲、乙".encode())
    answer = client.post(url("act", document.pk, "attach"), {"file": file, "use": "参考材料"})
    assert answer.status_code == 302
    kept = document.attachments.get()
    assert (kept.name, kept.use) == ("人员名单.txt", "参考材料")
    assert "人员名单.txt" in body(client.get(url("show", document.pk)))
    bad = SimpleUploadedFile("名单.exe", b"MZ")
    answer = client.post(url("act", document.pk, "attach"), {"file": bad, "use": "参考材料", "name": "写好的名称"})
    assert answer.status_code == 400
    assert "写好的名称" in body(answer)
    gone = client.post(url("act", document.pk, "detach"), {"attachment": kept.pk, "reason": "传错了"})
    assert gone.status_code == 302
    assert "人员名单.txt" not in body(client.get(url("show", document.pk)))


def test_who_stands_in_is_named(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, today = scenes.at(office, "sign"), timezone.localdate()
    Delegation.objects.create(giver=office.principal, taker=office.deputy, since=today, until=today, reason="出差")
    client = signed_in(office.deputy)
    assert "代行" in body(client.get(url("show", document.pk)))
    assert client.post(url("act", document.pk, "sign"), {"opinion": "同意印发"}).status_code == 302
    page = body(client.get(url("show", document.pk)))
    assert re.search(rf"代行[^<]*{office.principal.name}", page)
    assert office.principal.name in body(client.get(url("sheet", document.pk)))


def test_rounds_and_returned_ones_stay_on_the_page(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.countersigning(office)
    actions.pass_on(office.deputy, document, opinion="同意")
    actions.send_back(office.finance_head, document, reason="数字要核对", to_step="draft")
    actions.save_text(office.drafter, document, text=scenes.OTHER, base=1)
    document = scenes.at(office, "countersign", document)
    for who in (office.deputy, office.finance_head):
        actions.pass_on(who, document, opinion="重新会签同意")
    assert scenes.fresh(document).step == "sign"
    page = body(signed_in(office.drafter).get(url("show", document.pk)))
    assert "数字要核对" in page
    assert page.count("第2次") == 6, "draft, review, check, countersign, and there each of two; 签发 comes once"
    assert re.search(r'id="countersigns".*退回.*第2次', page, re.DOTALL)


def test_copies_are_acknowledged_by_the_unit(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "archive")
    client = signed_in(office.finance_clerk)
    assert "签收" in body(client.get(url("show", document.pk)))
    row = document.distributions.get(recipient="财务科")
    assert client.post(url("act", document.pk, "acknowledge"), {"distribution": row.pk}).status_code == 302
    row.refresh_from_db()
    assert row.received_by == office.finance_clerk.name
    other = document.distributions.get(recipient="东风镇人民政府")
    answer = client.post(url("act", document.pk, "acknowledge"), {"distribution": other.pk, "received_by": "李明"})
    assert answer.status_code in (400, 403)
    other.refresh_from_db()
    assert other.received_at is None


def test_what_waits_is_said_on_the_page(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "check")
    actions.plan_step(office.checker, document, step="sign", to=office.deputy)
    actions.remind(office.drafter, document, assignment=document.assignments.get(outcome=""), text="请今天核完")
    actions.save_text(office.checker, document, text=scenes.BETTER, base=1)
    actions.save_text(office.checker, document, text=scenes.OTHER, base=1)
    page = body(signed_in(office.checker).get(url("show", document.pk)))
    assert re.search(rf"<dt>签发（已安排）</dt><dd>{office.deputy.name}</dd>", page)
    assert re.search(r'notice doubt">第1次催办：请今天核完', page)
    assert "另存的稿还没有并入" in page
    sent_back = scenes.fresh(document)
    actions.send_back(office.checker, sent_back, reason="日期写错了", to_step="draft")
    assert "日期写错了" in body(signed_in(office.drafter).get(url("show", document.pk)))


def test_a_check_left_out_rejects_nothing(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document, client = scenes.received(office, "screen"), signed_in(office.registrar)
    chosen = {f"ticks_{n}": "yes" for n in range(4)} | {"reason": "格式有小问题"}
    answer = client.post(url("act", document.pk, "screen"), chosen)
    assert answer.status_code == 400
    assert "请逐项选定" in body(answer)
    assert body(answer).count(" checked") == 4
    assert scenes.fresh(document).step == "screen"
    assert client.post(url("act", document.pk, "screen"), chosen | {"ticks_4": "no"}).status_code == 302
    assert scenes.fresh(document).state == "rejected"


def test_printing_is_recorded(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "review")
    signed_in(office.section_head).get(url("sheet", document.pk))
    kept = Entry.objects.filter(kind="export", person=office.section_head)
    assert [entry.title for entry in kept] == ["打印发文稿纸"]


def rows(flow: Flow, *, change: dict[int, dict[str, str]] | None = None) -> dict[str, str]:
    """What the table of a flow posts."""
    posted = {"steps-TOTAL_FORMS": str(len(flow.steps)), "steps-INITIAL_FORMS": str(len(flow.steps)), "active": "on"}
    for n, step in enumerate(flow.steps):
        limits = step.get("limits", {})
        row = {"key": step["key"], "title": step["title"], "act": step.get("act", step["key"]), "actor": step["actor"],
               "normal": limits.get("普通", ""), "fast": limits.get("加急", ""), "fastest": limits.get("特急", ""),
               "ORDER": n + 1, **{name: "on" for name in ("edits", "optional") if step.get(name)}}  # fmt: skip
        row |= (change or {}).get(n, {})
        posted |= {f"steps-{n}-{name}": str(value) for name, value in row.items()}
    return posted


def test_the_system_administrator_changes_a_flow(office: SimpleNamespace, signed_in: SignedIn) -> None:
    flow, client = Flow.objects.get(name="发文·一般"), signed_in(office.system)
    assert "部门核稿" in body(client.get(url("flows")))
    assert client.get(url("flow", flow.pk)).status_code == 200
    posted = rows(flow, change={1: {"title": "科室核稿", "normal": "2"}}) | {"kinds": ["通知"]}
    assert client.post(url("flow", flow.pk), posted).status_code == 302
    flow.refresh_from_db()
    assert (flow.steps[1]["title"], flow.steps[1]["limits"]["普通"], flow.kinds) == ("科室核稿", 2, ["通知"])
    assert flow.steps[0]["edits"] is True
    assert "科室核稿" in body(client.get(url("flows")))


def test_an_unchanged_flow_stays_as_it_was(office: SimpleNamespace, signed_in: SignedIn) -> None:
    from lingwu_office.documents.domain.flow import parse

    flow = Flow.objects.get(name="收文·批办")
    before = parse(flow.name, flow.direction, flow.steps)
    assert signed_in(office.system).post(url("flow", flow.pk), rows(flow)).status_code == 302
    flow.refresh_from_db()
    assert parse(flow.name, flow.direction, flow.steps) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({4: {"DELETE": "on"}}, "缺少“签发”环节"),
        ({1: {"key": "Review"}}, "小写英文字母"),
        ({1: {"ORDER": "30"}}, "归档"),
        ({2: {"actor": "role:nobody"}}, "选择一个有效的选项"),
        ({2: {"normal": "-1"}}, "大于"),
    ],
)
def test_what_is_wrong_with_a_flow_is_said(
    office: SimpleNamespace, signed_in: SignedIn, change: dict[int, dict[str, str]], said: str
) -> None:
    flow = Flow.objects.get(name="发文·一般")
    before = flow.steps
    answer = signed_in(office.system).post(url("flow", flow.pk), rows(flow, change=change))
    assert answer.status_code == 400
    assert said in body(answer)
    flow.refresh_from_db()
    assert flow.steps == before


@pytest.mark.parametrize("who", ["drafter", "registrar", "principal", "security", "auditor", "outsider"])
def test_flows_are_for_the_system_administrator(office: SimpleNamespace, signed_in: SignedIn, who: str) -> None:
    client, flow = signed_in(getattr(office, who)), Flow.objects.get(name="发文·一般")
    assert client.get(url("flows")).status_code == 403
    assert client.get(url("flow", flow.pk)).status_code == 403
    assert client.post(url("flow", flow.pk), rows(flow)).status_code == 403


def test_a_code_still_missing_is_asked_for_with_the_number(office: SimpleNamespace, signed_in: SignedIn) -> None:
    first = scenes.at(office, "print_seal")
    document = scenes.at(office, "number", scenes.drafted(office, code=""))
    client = signed_in(office.registrar)
    page = body(client.get(url("show", document.pk)))
    assert f'name="code" value="{first.code}"' in page
    assert "应全是汉字" in body(client.post(url("act", document.pk, "number"), {"code": "A1"}))
    assert client.post(url("act", document.pk, "number"), {"code": first.code}).status_code == 302
    assert scenes.fresh(document).document_number.startswith(f"{first.code}〔")


def test_only_who_has_the_document_is_reminded(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.circulating(office)
    page = body(signed_in(office.registrar).get(url("act", document.pk, "remind")))
    assert office.deputy.name in page
    assert office.finance_head.name not in page
    bench = body(signed_in(office.deputy).get("/"))
    assert '<span class="tag advice">传阅</span>' in bench


def test_an_original_is_read_on_the_page(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.received(office, "propose")
    text = "关于经费的函\n| 项目 | 金额 |\n| --- | --- |\n| 取暖 | 38 |\n".encode()
    stored = store(office.registrar, document.unit, name="来文.txt", content=[text])
    row = actions.attach(office.registrar, document, stored_file=stored, name="来文.txt", use="来文原件")
    where = reverse("documents:original", args=[document.pk, row.pk])
    assert where in body(signed_in(office.registrar).get(url("show", document.pk)))
    assert "取暖" in body(signed_in(office.registrar).get(where))
    assert signed_in(office.outsider).get(where).status_code == 403


def test_what_has_been_done_is_called_by_its_name(office: SimpleNamespace, signed_in: SignedIn) -> None:
    outgoing = body(signed_in(office.drafter).get(url("show", scenes.at(office, "check").pk)))
    assert re.search(r"<b>起草</b>.*?已办</span>.*<b>部门核稿</b>.*?通过</span>", outgoing, re.DOTALL)
    incoming = body(signed_in(office.registrar).get(url("show", scenes.received(office, "propose").pk)))
    assert "已办</span>" in incoming and "通过</span>" not in incoming


def test_who_instructs_in_the_stead_of_another_is_named_with_him(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.received(office, "instruct")
    today = timezone.localdate()
    Delegation.objects.create(giver=office.deputy, taker=office.principal, since=today, until=today, reason="出差")
    made = actions.instruct(office.principal, document, text="请抓紧办理。")
    assert made.on_behalf_of == office.deputy.name
    page = body(signed_in(office.registrar).get(url("show", document.pk)))
    assert f"<b>{office.principal.name}（代行{office.deputy.name}）</b>" in page
    row = document.assignments.get(step="instruct")
    assert (row.person, row.done_by) == (office.deputy, office.principal)
    assert re.search(rf'<span>{office.deputy}</span> <span class="muted">{office.principal.name}</span>', page)
    sheet = body(signed_in(office.registrar).get(url("sheet", document.pk)))
    assert f"{office.principal.name}（代{office.deputy.name}）" in sheet


def test_who_is_asked_for_one_more_opinion_answers_and_arranges_nobody(
    office: SimpleNamespace, signed_in: SignedIn
) -> None:
    document = scenes.at(office, "check")
    actions.add_reviewer(office.checker, document, person=office.finance_head, reason="涉及经费")
    client = signed_in(office.finance_head)
    page = body(client.get(url("show", document.pk)))
    assert "轮到您：加签" in page and "答复加签</button>" in page and "选定会签人" not in page
    assert "hands_" not in body(client.get(url("act", document.pk, "pass_on")))
    assert " · 加签" in body(client.get("/"))
    assert "hands_" in body(signed_in(office.checker).get(url("act", document.pk, "pass_on")))
