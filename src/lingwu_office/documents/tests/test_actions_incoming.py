"""收文 by the hands of an office: from receipt to archive, reading in turn, reminders."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from lingwu_office.access.models import Grant, Role
from lingwu_office.documents import actions, queries
from lingwu_office.documents.actions_incoming import CHECKS
from lingwu_office.documents.models import Assignment, Document, IssuedNumber, Outcome, State
from lingwu_office.documents.tests.scenes import at, circulating, fresh, received, waiting
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Post, Tenure


def test_whole_way_by_six_people(office: SimpleNamespace) -> None:
    document = received(office, "instruct")
    assert waiting(document) == ["deputy"]
    due = timezone.now() + timedelta(days=5)
    actions.instruct(
        office.deputy, document, text="请财务科牵头办理。", to_unit=office.units["财务科"], due_at=due, more=True
    )
    actions.instruct(office.deputy, document, text="综合科配合。", to_unit=office.units["综合科"])
    assert waiting(document) == ["财务科科长", "综合科科长"]
    rows = Assignment.objects.filter(document=document, step="handle").order_by("pk")
    assert [row.lead for row in rows] == [True, False] and {row.due_at for row in rows} == {due}
    actions.hand_on(office.finance_head, document, person=office.finance_clerk, reason="由经办人起草总结")
    with pytest.raises(Invalid, match="协办的综合科科长还没有报告"):
        actions.report_done(office.finance_clerk, document, reply="已报送")
    actions.report_done(office.section_head, document, reply="材料已送财务科")
    actions.report_done(office.finance_clerk, document, reply="总结已报送")
    first, second = document.instructions.order_by("pk")
    assert second.reply == "材料已送财务科" and second.closed_at is not None
    assert fresh(document).step == "reply" and waiting(document) == ["finance_clerk"]
    actions.reply(office.finance_clerk, document, form="电话", text="已告知对方")
    actions.archive(office.registrar, document, retention="10年")
    document = fresh(document)
    year = timezone.localdate().year
    assert (document.state, document.register_number) == (State.DONE, f"收〔{year}〕1号")
    assert document.archive_number == f"{year}-D10-0001" and document.form["答复"]["方式"] == "电话"
    assert first.due_at == due


def test_numbers_of_the_register_run_on(office: SimpleNamespace) -> None:
    numbers = [received(office, "screen").register_number for _ in range(3)]
    assert [number.split("〕")[1] for number in numbers] == ["1号", "2号", "3号"]
    assert IssuedNumber.objects.filter(series__code="收").count() == 3


def test_units_of_the_proposal_handle_where_the_leader_names_nobody(office: SimpleNamespace) -> None:
    document = received(office, "handle")
    assert waiting(document) == ["财务科科长", "综合科科长"]
    document = received(office, "archive", for_action=True)
    assert document.assignments.filter(step="handle", outcome=Outcome.PASSED).count() == 2


def test_whom_the_leader_names_comes_before_the_proposal(office: SimpleNamespace) -> None:
    document = received(office, "instruct")
    actions.instruct(office.deputy, document, text="请核稿同志办理。", to_person=office.checker)
    assert waiting(document) == ["checker"]


def test_instruction_says_one_hand_and_no_past_time(office: SimpleNamespace) -> None:
    document = received(office, "instruct")
    unit = office.units["财务科"]
    with pytest.raises(Invalid, match="一条批示交一个单位或一个人"):
        actions.instruct(office.deputy, document, text="办理", to_unit=unit, to_person=office.drafter)
    with pytest.raises(Invalid, match="时限不能早于现在"):
        actions.instruct(office.deputy, document, text="办理", due_at=timezone.now() - timedelta(1))
    with pytest.raises(Invalid, match="请写明批示"):
        actions.instruct(office.deputy, document, text="")


def test_nobody_to_handle_is_said(office: SimpleNamespace) -> None:
    document = received(office, "propose")
    actions.propose(office.registrar, document, proposal="请阅示", leader=office.deputy)
    with pytest.raises(Invalid, match="由哪个单位或哪个人承办"):
        actions.instruct(office.deputy, document, text="同意")


def test_proposal_names_one_in_the_lead(office: SimpleNamespace) -> None:
    document = received(office, "propose")
    with pytest.raises(Invalid, match="应当明确主办单位（条例第二十四条（四））"):
        actions.propose(office.registrar, document, proposal="请办理", co_units=[office.units["财务科"]])
    with pytest.raises(Invalid, match="没有批示权限"):
        actions.propose(office.registrar, document, proposal="请办理", leader=office.drafter)


def test_screened_out_is_returned_with_the_reason(office: SimpleNamespace) -> None:
    document = received(office, "screen")
    ticks = dict.fromkeys(CHECKS, True) | {CHECKS[0]: False}
    with pytest.raises(Invalid, match="请写明退文原因"):
        actions.screen(office.registrar, document, ticks=ticks)
    actions.screen(office.registrar, document, ticks=ticks, reason="不属本机关职权，请送区水利局")
    document = fresh(document)
    assert document.state == State.REJECTED and document.form["初审"][CHECKS[0]] is False
    assert waiting(document) == []


def test_receipt_is_counted(office: SimpleNamespace) -> None:
    given: dict[str, Any] = {"title": "关于某事的函", "source": "某局"}
    with pytest.raises(Invalid, match="件数应不少于1件"):
        actions.receive(office.registrar, office.top, pieces=0, **given)
    with pytest.raises(Invalid, match="不能晚于现在"):
        actions.receive(office.registrar, office.top, received_at=timezone.now() + timedelta(hours=1), **given)
    with pytest.raises(Invalid, match="请写明来文单位"):
        actions.receive(office.registrar, office.top, title="关于某事的函", source=" ")
    with pytest.raises(Refused, match="不处理涉密"):
        actions.receive(office.registrar, office.top, form={"密级": "秘密"}, **given)
    assert not Document.objects.exists()


def test_register_completes_elements_and_may_change_to_reading(office: SimpleNamespace) -> None:
    document = received(office)
    actions.register(office.registrar, document, for_action=False, urgency="加急", title="关于放假安排的通知")
    document = fresh(document)
    assert (document.flow.name, document.step, document.title) == ("收文·阅知", "screen", "关于放假安排的通知")


def test_readers_have_it_one_after_the_other(office: SimpleNamespace) -> None:
    document = circulating(office)
    assert waiting(document) == ["deputy", "finance_head"]
    assert not queries.open_assignments(office.finance_head).exists()
    with pytest.raises(Refused, match="现由副主任deputy办理，不能由您标为已阅"):
        actions.mark_read(office.finance_head, document)
    with pytest.raises(Refused, match="公文在“传阅”环节，现在不能转办"):
        actions.hand_on(office.deputy, document, person=office.drafter, reason="横传")
    actions.mark_read(office.deputy, document, opinion="请财务科阅研")
    assert queries.open_assignments(office.finance_head).count() == 1
    actions.mark_read(office.finance_head, document)
    assert fresh(document).step == "archive"
    assert [row.outcome for row in document.assignments.filter(step="circulate", order__gt=0)] == ["read", "read"]


def test_a_reader_who_is_away_is_left_out(office: SimpleNamespace) -> None:
    document = circulating(office)
    first = document.assignments.get(person=office.deputy)
    with pytest.raises(Refused):
        actions.skip_reader(office.finance_head, document, assignment=first, reason="出差")
    actions.skip_reader(office.registrar, document, assignment=first, reason="出差")
    assert waiting(document) == ["finance_head"]
    with pytest.raises(Invalid, match="已经办毕"):
        actions.skip_reader(office.registrar, document, assignment=first, reason="出差")
    actions.mark_read(office.finance_head, document)
    assert fresh(document).step == "archive"


def test_a_leader_who_reads_may_instruct(office: SimpleNamespace) -> None:
    document = circulating(office)
    actions.instruct(office.deputy, document, text="请综合科落实。", to_unit=office.units["综合科"])
    assert waiting(document) == ["综合科科长", "finance_head"]
    actions.mark_read(office.finance_head, document)
    with pytest.raises(Invalid, match="还有人在传阅或承办"):
        actions.archive(office.registrar, document, retention="10年")
    actions.report_done(office.section_head, document, reply="已落实")
    actions.archive(office.registrar, document, retention="10年")
    assert fresh(document).state == State.DONE


def test_who_arranges_the_reading_does_it_for_the_other_registrars(office: SimpleNamespace) -> None:
    post = Post.objects.create(unit=office.top, name="档案员")
    Grant.objects.create(role=Role.objects.get(name="registrar"), post=post, since=date(2024, 1, 1))
    Tenure.objects.create(person=office.colleague, post=post, since=date(2024, 1, 1))
    document = circulating(office)
    rows = document.assignments.filter(step="circulate", order=0).select_related("post")
    assert {(row.post.name, row.outcome, row.opinion) for row in rows if row.post} == {
        ("文书", "passed", "传阅2人"), ("档案员", "cancelled", ""),
    }  # fmt: skip


def test_circulated_beside_its_flow(office: SimpleNamespace) -> None:
    document = received(office, "handle")
    actions.circulate(office.registrar, document, readers=[office.principal])
    with pytest.raises(Invalid, match="已经在传给"):
        actions.circulate(office.registrar, document, readers=[office.principal])
    with pytest.raises(Invalid, match="有重复"):
        actions.circulate(office.registrar, document, readers=[office.checker, office.checker])
    actions.mark_read(office.principal, document)
    assert fresh(document).step == "handle"
    with pytest.raises(Refused, match="只有办理中的收文可以传阅"):
        actions.circulate(office.registrar, at(office, "review"), readers=[office.principal])


def test_handling_may_be_sent_back_as_not_ours(office: SimpleNamespace) -> None:
    document = received(office, "handle")
    actions.send_back(office.finance_head, document, reason="不属财务科职责", to_step="propose")
    assert fresh(document).step == "propose" and waiting(document) == ["区政府办文书"]


def test_reminders_are_counted_and_answered(office: SimpleNamespace) -> None:
    document = received(office, "handle")
    row = document.assignments.get(post__unit=office.units["财务科"], outcome="")
    first = actions.remind(office.registrar, document, assignment=row, text="明天到期，请抓紧。")
    second = actions.remind(office.registrar, document, assignment=row, text="今天到期。")
    assert (first.number, second.number) == (1, 2)
    with pytest.raises(Refused, match="没有等您答复的催办"):
        actions.answer_reminder(office.section_head, document, reminder=second, answer="好")
    other = document.assignments.get(post__unit=office.units["综合科"], outcome="", step="handle")
    actions.remind(office.registrar, document, assignment=other, text="请报送材料。")
    with pytest.raises(Refused, match="催办的不是您"):
        actions.answer_reminder(office.section_head, document, reminder=second, answer="好")
    actions.answer_reminder(office.finance_head, document, reminder=second, answer="下午报送")
    with pytest.raises(Invalid, match="已经答复"):
        actions.answer_reminder(office.finance_head, document, reminder=second, answer="下午报送")
    actions.report_done(office.section_head, document, reply="已配合")
    actions.report_done(office.finance_head, document, reply="已报送")
    with pytest.raises(Invalid, match="已经办毕"):
        actions.remind(office.registrar, document, assignment=row, text="请抓紧。")


def test_reply_has_a_form(office: SimpleNamespace) -> None:
    document = received(office, "reply")
    with pytest.raises(Invalid, match="答复方式应是批复、函、电话"):
        actions.reply(office.finance_head, document, form="微信", text="已办")


def test_ended_documents_say_so(office: SimpleNamespace) -> None:
    document = received(office, "archive")
    actions.archive(office.registrar, document, retention="永久")
    with pytest.raises(Refused, match="已经办结归档，不能再归档"):
        actions.archive(office.registrar, document, retention="永久")


def test_no_document_comes_in_from_tomorrow(office: SimpleNamespace) -> None:
    today = timezone.localdate()
    with pytest.raises(Invalid, match="不能晚于今天"):
        received(office, source_date=today + timedelta(1))
    assert received(office, source_date=today).source_date == today
