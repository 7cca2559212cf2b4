"""The pages of documents as persons use them: drafting, receiving, every verb by its form."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents import actions
from lingwu_office.documents.forms import units_for
from lingwu_office.documents.models import Assignment, Document, Outcome
from lingwu_office.documents.tests import scenes
from lingwu_office.people.models import Person

SignedIn = Callable[[Person], Client]


def url(name: str, *args: Any) -> str:
    return reverse(f"documents:{name}", args=args)


def body(answer: Any) -> str:
    return answer.content.decode()


NEW = {
    "title": "滨河区人民政府办公室关于做好防汛值班工作的通知", "kind": "通知", "addressees": "各镇人民政府",
    "copies": "10", "code": "滨政办发", "附注": "此件公开发布",
}  # fmt: skip


def test_a_draft_begins_and_its_text_comes_next(office: SimpleNamespace, signed_in: SignedIn) -> None:
    answer = signed_in(office.drafter).post(url("new"), NEW | {"unit": office.units["综合科"].pk})
    document = Document.objects.get()
    assert answer["Location"] == url("text", document.pk)
    assert (document.title, document.copies, document.form["附注"]) == (NEW["title"], 10, "此件公开发布")
    assert document.drafter == office.drafter


@pytest.mark.parametrize("given", [{"kind": "办法"}, {"title": ""}, {"copies": "0"}, {"due_at": "2020-01-02"}])
def test_a_wrong_draft_keeps_what_was_typed(
    office: SimpleNamespace, signed_in: SignedIn, given: dict[str, str]
) -> None:
    typed = NEW | {"unit": office.units["综合科"].pk, "联系人": "李明与王芳"} | given
    answer = signed_in(office.drafter).post(url("new"), typed)
    assert answer.status_code == 400
    assert "李明与王芳" in body(answer)
    assert 'class="errorlist"' in body(answer)
    assert not Document.objects.exists()


def test_elements_are_checked_while_the_form_is_filled(office: SimpleNamespace, signed_in: SignedIn) -> None:
    typed = {
        "kind": "请示",
        "title": "关于追加经费的请示",
        "addressees": "市政府办公室、市财政局",
        "copies_to": "财务科",
    }
    said = body(signed_in(office.drafter).post(url("check_new"), typed))
    beside = re.search(r'id="found-copies_to".*?</div>', said, re.DOTALL)
    assert beside
    assert "第十五条" in beside[0]
    assert "财务科" in beside[0]
    assert "原则上主送一个上级机关" in said
    assert "妥否，请批示。" in said
    assert not Document.objects.exists()


def test_who_may_not_draft_is_told_why(office: SimpleNamespace, signed_in: SignedIn) -> None:
    assert signed_in(office.outsider).get(url("new")).status_code == 403
    assert signed_in(office.drafter).get(url("receive")).status_code == 403


RECEIVED = {
    "source": "滨江市人民政府办公室", "source_number": "滨政办函〔2026〕31号", "title": "关于报送总结的通知",
    "copies": "2", "for_action": "True",
}  # fmt: skip


def test_a_document_is_received_with_its_original(office: SimpleNamespace, signed_in: SignedIn) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    original = SimpleUploadedFile("来文.txt", "关于报送总结的通知".encode())
    typed = RECEIVED | {"unit": office.top.pk, "original": original}
    answer = signed_in(office.registrar).post(url("receive"), typed)
    document = Document.objects.get()
    assert answer["Location"] == url("act", document.pk, "register")
    assert (document.copies, document.source_number) == (2, RECEIVED["source_number"])
    assert document.attachments.get().use == "来文原件"


def test_a_refused_file_leaves_no_document(office: SimpleNamespace, signed_in: SignedIn) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    typed = RECEIVED | {"unit": office.top.pk, "original": SimpleUploadedFile("来文.exe", b"MZ")}
    answer = signed_in(office.registrar).post(url("receive"), typed)
    assert answer.status_code == 400
    assert RECEIVED["title"] in body(answer)
    assert not Document.objects.exists()


def test_the_same_number_is_warned_of_and_may_be_received_again(office: SimpleNamespace, signed_in: SignedIn) -> None:
    scenes.received(office)
    client, typed = signed_in(office.registrar), RECEIVED | {"unit": office.top.pk}
    said = body(client.post(url("twins"), {"source": typed["source"], "source_number": typed["source_number"]}))
    assert "可能重复" in said
    answer = client.post(url("receive"), typed)
    assert answer.status_code == 400
    assert "可能已经签收过" in body(answer)
    assert Document.objects.count() == 1
    assert client.post(url("receive"), typed | {"again": "on"}).status_code == 302
    assert Document.objects.count() == 2


def test_opening_is_recorded_and_seen_once(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "review")
    client = signed_in(office.section_head)
    for _ in range(2):
        assert client.get(url("show", document.pk)).status_code == 200
    row = Assignment.objects.get(document=document, outcome=Outcome.OPEN)
    assert row.seen_at is not None
    kept = Entry.objects.filter(kind=EntryKind.VIEWING, person=office.section_head)
    assert kept.count() == 2
    assert Entry.objects.filter(verb="documents.see", person=office.section_head).count() == 1


def test_the_page_says_whose_turn_it_is(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "sign")
    mine = body(signed_in(office.principal).get(url("show", document.pk)))
    assert "轮到您：签发" in mine
    assert 'name="opinion"' in mine
    others = body(signed_in(office.drafter).get(url("show", document.pk)))
    assert "轮到您" not in others
    assert url("act", document.pk, "withdraw") in others


def test_dates_that_are_not_there_yet(office: SimpleNamespace, signed_in: SignedIn) -> None:
    client = signed_in(office.drafter)
    assert "已经过去" in body(client.get(url("due"), {"due_at": "2020-01-02"}))
    assert "个工作日" in body(client.get(url("due"), {"due_at": "2099-01-02"}))
    assert "日期不对" in body(client.get(url("due"), {"due_at": "明天"}))


def test_a_document_sent_goes_all_the_way_by_its_forms(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.drafted(office)
    walk: list[tuple[str, str, dict[str, Any]]] = [
        ("drafter", "submit", {"opinion": "请审"}),
        ("section_head", "pass_on", {"opinion": "同意"}),
        ("checker", "pass_on", {"hands_countersign": [f"person:{office.finance_head.pk}"]}),
        ("finance_head", "pass_on", {"opinion": "同意会签"}),
        ("principal", "sign", {"opinion": "同意"}),
        ("checker", "pass_on", {}),
        ("registrar", "number", {}),
        ("registrar", "seal", {"seal": "滨河区人民政府办公室", "copies": "20", "approved_by": "主任", "last": "on"}),
        ("registrar", "distribute", {
            "recipients_recipient": ["财务科", "东风镇人民政府", ""], "recipients_copies": ["1", "2", "1"],
            "recipients_channel": ["网上", "纸质", "网上"],
        }),
        ("registrar", "archive", {"retention": "定期10年"}),
    ]  # fmt: skip
    for who, verb, given in walk:
        client = signed_in(getattr(office, who))
        assert client.get(url("act", document.pk, verb)).status_code == 200, verb
        answer = client.post(url("act", document.pk, verb), given)
        assert answer.status_code == 302, (verb, re.findall(r'role="alert">(.*?)<', body(answer)))
    document.refresh_from_db()
    assert document.state == "done"
    assert [(row.recipient, row.copies, row.channel) for row in document.distributions.all()] == [
        ("财务科", 1, "网上"), ("东风镇人民政府", 2, "纸质"),
    ]  # fmt: skip
    page = body(signed_in(office.registrar).get(url("show", document.pk)))
    assert document.document_number in page
    assert "同意会签" in page
    sheet = body(signed_in(office.registrar).get(url("sheet", document.pk)))
    assert "发文稿纸" in sheet
    assert "同意会签" in sheet


def test_a_document_received_goes_all_the_way_by_its_forms(office: SimpleNamespace, signed_in: SignedIn) -> None:
    from lingwu_office.documents.actions_incoming import CHECKS

    document, finance = scenes.received(office), office.units["财务科"]
    walk: list[tuple[str, str, dict[str, Any]]] = [
        ("registrar", "register", RECEIVED),
        ("registrar", "screen", {f"ticks_{n}": "yes" for n in range(len(CHECKS))}),
        ("registrar", "propose", {"proposal": "拟请副主任阅示。", "leader": [f"person:{office.deputy.pk}"],
                                  "lead_unit": finance.pk, "due_at": "2099-12-01"}),
        ("deputy", "instruct", {"text": "请财务科办。", "to_unit": finance.pk, "due_at": "2099-11-30"}),
        ("registrar", "circulate", {"readers": [office.principal.pk, office.checker.pk],
                                    f"readers_order_{office.checker.pk}": "1",
                                    f"readers_order_{office.principal.pk}": "2"}),
        ("checker", "mark_read", {"opinion": "已阅"}),
        ("principal", "mark_read", {}),
        ("finance_head", "report_done", {"reply": "已经报送。"}),
        ("finance_head", "reply", {"form": "电话", "text": "已告知。"}),
        ("registrar", "archive", {"retention": "永久"}),
    ]  # fmt: skip
    for who, verb, given in walk:
        client = signed_in(getattr(office, who))
        assert client.get(url("act", document.pk, verb)).status_code == 200, verb
        answer = client.post(url("act", document.pk, verb), given)
        assert answer.status_code == 302, (verb, re.findall(r'role="alert">(.*?)<', body(answer)))
    page = body(signed_in(office.registrar).get(url("show", document.pk)))
    assert "请财务科办。" in page
    assert "已落实" in page
    sheet = body(signed_in(office.registrar).get(url("sheet", document.pk)))
    assert "文件处理单" in sheet
    assert "拟请副主任阅示。" in sheet


def test_nothing_typed_is_lost_where_a_verb_says_no(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.countersigning(office)
    client = signed_in(office.finance_head)
    answer = client.post(url("act", document.pk, "send_back"), {"reason": "", "to_step": "draft"})
    assert answer.status_code == 400
    assert "这个字段是必填项" in body(answer)
    typed = {"person": f"person:{office.deputy.pk}", "reason": "请您把关的理由"}
    answer = client.post(url("act", document.pk, "hand_on"), typed)
    assert answer.status_code == 400
    assert "请您把关的理由" in body(answer)
    assert "公文已经在" in body(answer)


def test_open_faults_are_listed_and_nothing_is_sent(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.drafted(office, copies_to="各镇人民政府")
    client = signed_in(office.drafter)
    page = body(client.get(url("show", document.pk)))
    assert "已经主送，不再抄送" in page
    assert url("text", document.pk) in page
    answer = client.post(url("act", document.pk, "submit"), {"opinion": "请审这一稿"})
    assert answer.status_code == 400
    assert "请审这一稿" in body(answer)
    assert scenes.fresh(document).step == "draft"


def test_a_verb_not_his_is_refused_with_the_reason(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "review")
    answer = signed_in(office.drafter).post(url("act", document.pk, "sign"), {"opinion": "同意"})
    assert answer.status_code == 403
    assert "现由" in body(answer)
    assert signed_in(office.drafter).get(url("act", document.pk, "sign")).status_code == 403
    assert signed_in(office.drafter).get(url("act", document.pk, "fly")).status_code == 404


def test_reminders_are_sent_and_answered(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "review")
    row = Assignment.objects.get(document=document, outcome=Outcome.OPEN)
    answer = signed_in(office.drafter).post(
        url("act", document.pk, "remind"), {"assignment": row.pk, "text": "请今天核完"}
    )
    assert answer.status_code == 302
    head = signed_in(office.section_head)
    reminder = row.reminders.get()
    answer = head.post(url("act", document.pk, "answer_reminder"), {"reminder": reminder.pk, "answer": "下午办"})
    assert answer.status_code == 302
    page = body(head.get(url("show", document.pk)))
    assert "请今天核完" in page
    assert "下午办" in page


def test_circulation_at_a_glance(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.circulating(office)
    page = body(signed_in(office.registrar).get(url("show", document.pk)))
    assert page.index("正在阅看") > page.index(office.deputy.name)
    assert "等候" in page
    actions.mark_read(office.deputy, document, opinion="请财务科阅")
    page = body(signed_in(office.registrar).get(url("show", document.pk)))
    assert "请财务科阅" in page


@pytest.mark.parametrize(("step", "who", "button"), [
    ("sign", "principal", "签发"), ("archive", "registrar", "归档"), ("recheck", "checker", "送下一环节"),
])  # fmt: skip
def test_what_the_step_is_for_stands_out(
    office: SimpleNamespace, signed_in: SignedIn, step: str, who: str, button: str
) -> None:
    document = scenes.at(office, step)
    page = body(signed_in(getattr(office, who)).get(url("show", document.pk)))
    assert re.findall(r'<button class="button primary">(.*?)</button>', page) == [button]


def test_nothing_is_offered_to_arrange_where_all_later_steps_are_settled(
    office: SimpleNamespace, signed_in: SignedIn
) -> None:
    document = scenes.at(office, "check")
    address = url("act", document.pk, "plan_step")
    assert address in body(signed_in(office.checker).get(url("show", document.pk)))
    scenes.step_by(office, document)
    assert scenes.fresh(document).step == "sign"
    client = signed_in(office.principal)
    assert address not in body(client.get(url("show", document.pk)))
    refused = client.get(address)
    assert refused.status_code == 403
    assert "不用安排" in body(refused)


def test_a_leader_reads_first_and_may_instruct(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.circulating(office)
    page = body(signed_in(office.deputy).get(url("show", document.pk)))
    assert re.findall(r'<button class="button primary">(.*?)</button>', page) == ["已阅"]
    assert url("act", document.pk, "instruct") in page
    timeline = page[page.index('class="timeline"') :]
    assert timeline.count("等候") == 1
    assert timeline.count("还没有打开") == 0


def test_who_acknowledges_has_the_copies_of_his_unit_before_him(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "distribute")
    units = [office.units["综合科"], office.units["财务科"]]
    recipients = [{"unit": unit, "copies": 1} for unit in units]
    actions.distribute(office.registrar, document, recipients=recipients)
    page = body(signed_in(office.finance_head).get(url("show", document.pk)))
    assert re.findall(r'<option value="\d+"( selected)?>(.*?)</option>', page) == [(" selected", "财务科，1份")]
    assert "received_by" not in page
    page = body(signed_in(office.registrar).get(url("act", document.pk, "acknowledge")))
    assert len(re.findall(r'<option value="\d+"', page)) == 2 and "received_by" in page


def test_numbers_and_seals_have_their_books(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "distribute")
    old = document.document_number
    actions.void_number(office.registrar, document, reason="编重了")
    client = signed_in(office.registrar)
    page = body(client.get(url("numbers")))
    assert f"<del>{old}</del>" in page
    assert "编重了" in page
    assert "滨河区人民政府办公室" in body(client.get(url("seals")))
    assert document.title not in body(signed_in(office.finance_clerk).get(url("numbers")))
    assert document.title not in body(signed_in(office.finance_clerk).get(url("seals")))


def test_tables_and_headings_of_the_text_are_shown_as_such(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.drafted(office)
    text = "一、安排\n见下表。\n| 科室 | 人数 |\n| --- | ---: |\n| 综合科 | 3 |\n"
    actions.save_text(office.drafter, document, text=text, base=scenes.fresh(document).version)
    page = body(signed_in(office.drafter).get(url("show", document.pk)))
    assert '<p class="document-heading">一、安排</p>' in page
    assert '<tr><th scope="col">科室</th><th scope="col">人数</th></tr><tr><td>综合科</td><td>3</td></tr>' in page
    assert "---" not in page.partition("document-text")[2].partition("</section>")[0]


def test_one_drafts_for_the_units_one_belongs_to(office: SimpleNamespace) -> None:
    assert [unit.name for unit in units_for(office.drafter, "draft")] == ["综合科"]


def test_elements_that_the_text_says_itself_are_not_shown_twice(office: SimpleNamespace, signed_in: SignedIn) -> None:
    document = scenes.at(office, "recheck")
    text = f"{document.title}\n{document.addressees}：\n会议改期。\n{document.issuer}\n2026年3月9日"
    document.versions.filter(number=document.version).update(text=text)
    paper = body(signed_in(office.drafter).get(url("show", document.pk))).partition("document-text")[2]
    paper = paper.partition("</section>")[0]
    assert [paper.count(said) for said in (document.title, document.addressees, f">{document.issuer}<")] == [1, 1, 1]


def test_a_title_too_long_is_told_and_not_cut(office: SimpleNamespace, signed_in: Callable[[Any], Client]) -> None:
    client, title = signed_in(office.drafter), "关于" + "长" * 300 + "的通知"
    assert b"maxlength" not in client.get(reverse("documents:new")).content
    answer = client.post(reverse("documents:new"), {"kind": "通知", "title": title, "copies": 1})
    assert title in answer.content.decode(), "what was typed stays"
    assert "300" in answer.content.decode()
