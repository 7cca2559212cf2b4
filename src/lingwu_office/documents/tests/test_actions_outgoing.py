"""发文 by the hands of an office: from draft to archive, and every way aside."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from lingwu_office.audit.models import Entry
from lingwu_office.documents import actions, actions_moving
from lingwu_office.documents.models import Assignment, Document, State
from lingwu_office.documents.tests import scenes
from lingwu_office.documents.tests.scenes import OTHER, TEXT, at, countersigning, drafted, fresh, request, waiting
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Delegation, Post


def test_whole_way_by_six_people(office: SimpleNamespace) -> None:
    document = countersigning(office)
    assert waiting(document) == ["finance_head", "deputy"]
    actions.pass_on(office.finance_head, document, opinion="经费已列入预算，同意。")
    assert fresh(document).step == "countersign"
    actions.pass_on(office.deputy, document, opinion="同意。")
    assert waiting(document) == ["区政府办主任"]
    actions.sign(office.principal, document, opinion="同意印发。")
    document = fresh(document)
    assert (document.signatory, document.signed_on) == (office.principal.name, timezone.localdate())
    document = at(office, "archive", document)
    year = timezone.localdate().year
    assert document.document_number == f"滨政办发〔{year}〕1号"
    actions.archive(office.registrar, document, retention="定期30年")
    document = fresh(document)
    assert (document.state, document.archive_number) == (State.DONE, f"{year}-D30-0001")
    assert document.closed_at is not None and waiting(document) == []
    verbs = list(
        Entry.objects.filter(thing=f"documents.document:{document.pk}").order_by("seq").values_list("verb", flat=True)
    )
    assert verbs == [
        "documents.submit", "documents.pass_on", "documents.pass_on", "documents.pass_on", "documents.pass_on",
        "documents.sign", "documents.pass_on", "documents.number", "documents.seal", "documents.distribute",
        "documents.archive",
    ]  # fmt: skip


def test_time_limits_follow_urgency(office: SimpleNamespace) -> None:
    slow, quick = drafted(office), drafted(office, urgency="特急")
    dues = [Assignment.objects.get(document=document, step="draft").due_at for document in (slow, quick)]
    assert dues[0] is not None and dues[1] is not None and dues[0] > dues[1]


def test_upward_document_is_signed_by_the_principal(office: SimpleNamespace) -> None:
    document = at(office, "sign", request(office))
    assert document.flow.name == "发文·上行文" and waiting(document) == ["区政府办主任"]
    actions.hand_on(office.principal, document, person=office.deputy, reason="出差")
    with pytest.raises(Invalid, match="由主要负责人签发（条例第二十二条）"):
        actions.sign(office.deputy, document, opinion="同意")
    assert fresh(document).signed_version is None


def test_acting_for_the_principal_signs_in_his_stead(office: SimpleNamespace) -> None:
    document = at(office, "sign", request(office))
    post, day = Post.objects.get(principal=True), timezone.localdate()
    Delegation.objects.create(
        giver=office.principal, taker=office.deputy, post=post, since=day, until=day, reason="外出学习"
    )
    actions.sign(office.deputy, document, opinion="同意")
    entry = Entry.objects.filter(verb="documents.sign").get()
    part = Assignment.objects.get(document=document, step="sign")
    assert entry.on_behalf_of == part.on_behalf_of == f"主任{office.principal.name}"
    assert part.done_by == office.deputy and fresh(document).signatory == office.deputy.name


def test_delegation_that_is_over_gives_no_right(office: SimpleNamespace) -> None:
    document = at(office, "sign")
    day = timezone.localdate() - timedelta(1)
    Delegation.objects.create(giver=office.principal, taker=office.deputy, since=day, until=day, reason="出差")
    with pytest.raises(Refused, match="不在这件公文的办理范围"):
        actions.sign(office.deputy, document, opinion="同意")


def test_chosen_signers_sign_together_and_the_last_day_counts(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.pass_on(office.checker, document, opinion="同意", to={"sign": [office.deputy, office.principal]})
    actions.sign(office.deputy, document, opinion="同意")
    assert fresh(document).step == "sign" and fresh(document).signed_on is None
    actions.sign(office.principal, document, opinion="同意")
    document = fresh(document)
    assert document.step == "recheck" and document.signatory == f"{office.deputy.name}、{office.principal.name}"


def test_signing_needs_an_opinion_and_the_right(office: SimpleNamespace) -> None:
    document = at(office, "check")
    with pytest.raises(Invalid, match="没有签发权限"):
        actions.pass_on(office.checker, document, opinion="同意", to={"sign": office.finance_head})
    document = at(office, "sign", document)
    with pytest.raises(Invalid, match="请写明签发意见"):
        actions.sign(office.principal, document, opinion=" ")


def test_text_changed_after_an_opinion_is_countersigned_again_by_whom_it_concerns(office: SimpleNamespace) -> None:
    document = countersigning(office)
    actions.pass_on(office.finance_head, document, opinion="同意")
    actions.send_back(office.deputy, document, reason="时间改为十日", to_step="check")
    actions.save_text(office.checker, document, text=OTHER, base=1)
    actions.pass_on(office.checker, document, opinion="已改")
    assert waiting(document) == ["finance_head", "deputy"]
    rounds = list(Assignment.objects.filter(document=document, step="countersign").values_list("round", "outcome"))
    assert len(rounds) == 4 and {r for r, outcome in rounds if outcome == ""} == {fresh(document).round}


def test_wording_alone_leaves_opinions_in_force(office: SimpleNamespace) -> None:
    document = countersigning(office)
    actions.pass_on(office.finance_head, document, opinion="同意")
    actions.send_back(office.deputy, document, reason="一处用词", to_step="check")
    actions.save_text(office.checker, document, text=scenes.BETTER, base=1, substantial=False)
    actions.pass_on(office.checker, document, opinion="已改")
    assert waiting(document) == ["deputy"]


def test_signer_who_changes_the_matter_has_it_countersigned_again(office: SimpleNamespace) -> None:
    document = countersigning(office)
    actions.pass_on(office.finance_head, document, opinion="同意")
    actions.pass_on(office.deputy, document, opinion="同意")
    actions.save_text(office.principal, document, text=OTHER, base=1)
    with pytest.raises(Invalid, match="2人的意见已不作数"):
        actions.sign(office.principal, document, opinion="同意")
    actions.send_back(office.principal, document, reason="时间改了，请重新会签", to_step="countersign")
    assert waiting(document) == ["finance_head", "deputy"]


def test_substantial_change_after_signing_returns_to_the_signer(office: SimpleNamespace) -> None:
    document = at(office, "recheck")
    with pytest.raises(Invalid, match="文字性的还是实质性的"):
        actions.save_text(office.checker, document, text=OTHER, base=1)
    actions.save_text(office.checker, document, text=scenes.BETTER, base=1, substantial=False)
    assert fresh(document).signed_version == 1
    actions.save_text(office.checker, document, text=OTHER, base=2, substantial=True)
    document = fresh(document)
    assert (document.step, document.signed_version, document.signatory, document.signed_on) == ("sign", None, "", None)
    assert waiting(document) == ["区政府办主任"]


def test_text_is_locked_after_recheck(office: SimpleNamespace) -> None:
    document = at(office, "number")
    with pytest.raises(Refused, match="公文在“登记编号”环节，现在不能改稿"):
        actions.save_text(office.registrar, document, text=OTHER, base=1)
    with pytest.raises(Invalid, match="已经签发，标题、文种、主送等要素不能再改"):
        actions.change_elements(office.registrar, document, title="别的标题")
    actions.change_elements(office.registrar, document, code="滨办发", copies=30)
    assert fresh(document).code == "滨办发"


def test_open_faults_keep_the_document_where_it_is(office: SimpleNamespace) -> None:
    document = drafted(office, text="各镇人民政府：\n根据国办发[2024]3号文件，请遵照执行。\n特此通知。\n")
    with pytest.raises(Invalid, match=r"还有1处差错没有改正.*第2段"):
        actions.submit(office.drafter, document)
    assert fresh(document).step == "draft"
    actions.save_text(office.drafter, document, text=TEXT, base=1)
    actions.submit(office.drafter, document)
    assert fresh(document).step == "review"


def test_wrong_elements_keep_it_too(office: SimpleNamespace) -> None:
    document = drafted(office, title="滨河区人民政府办公室关于召开防汛工作会议的函")
    with pytest.raises(Invalid, match="标题应以文种“通知”结尾"):
        actions.submit(office.drafter, document)


def test_nothing_is_sent_without_a_text(office: SimpleNamespace) -> None:
    with pytest.raises(Invalid, match="还没有写正文"):
        actions.submit(office.drafter, drafted(office, text=""))


def test_sent_back_with_a_reason_to_who_had_it(office: SimpleNamespace) -> None:
    document = at(office, "check")
    with pytest.raises(Invalid, match="请写明退回原因"):
        actions.send_back(office.checker, document, reason="")
    with pytest.raises(Invalid, match="只能退回到经过的环节：起草、部门核稿"):
        actions.send_back(office.checker, document, reason="不妥", to_step="sign")
    actions.send_back(office.checker, document, reason="依据不足", to_step="review")
    assert fresh(document).step == "review" and waiting(document) == ["综合科科长"]
    actions.send_back(office.section_head, document, reason="请补依据")
    assert fresh(document).step == "draft" and waiting(document) == ["drafter"]
    part = Assignment.objects.filter(document=document, step="draft").latest("pk")
    assert "退回：请补依据" in part.why


def test_withdrawn_before_signing_only(office: SimpleNamespace) -> None:
    document = at(office, "check")
    with pytest.raises(Refused, match="只有拟稿人能撤回"):
        actions.withdraw(office.section_head, document, reason="不发了")
    actions.withdraw(office.drafter, document, reason="数字有误")
    assert fresh(document).state == State.WITHDRAWN and waiting(document) == ["drafter"]
    with pytest.raises(Refused):
        actions.pass_on(office.checker, document)
    document = at(office, "recheck", document)
    assert document.state == State.UNDER_WAY
    with pytest.raises(Refused, match="已经签发，不能撤回"):
        actions.withdraw(office.drafter, document, reason="不发了")


def test_returned_to_the_drafter_it_need_not_be_withdrawn_to_be_given_up(office: SimpleNamespace) -> None:
    document = at(office, "review")
    with pytest.raises(Refused):
        actions.void(office.drafter, document, reason="不发了")
    actions.send_back(office.section_head, document, reason="不用发文")
    with pytest.raises(Refused, match="就在您手里"):
        actions.withdraw(office.drafter, document, reason="不发了")
    actions.void(office.drafter, document, reason="不发了")
    assert fresh(document).state == State.VOIDED


def test_added_reviewer_holds_the_document_until_he_answers(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.add_reviewer(office.checker, document, person=office.finance_head, reason="涉及经费")
    with pytest.raises(Invalid, match="公文已经在"):
        actions.add_reviewer(office.checker, document, person=office.finance_head, reason="涉及经费")
    actions.pass_on(office.checker, document, opinion="同意")
    assert fresh(document).step == "check" and waiting(document) == ["finance_head"]
    actions.pass_on(office.finance_head, document, opinion="经费可行")
    assert fresh(document).step == "sign"


def test_who_was_asked_for_one_more_opinion_is_not_handed_the_step_when_it_comes_back(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.add_reviewer(office.checker, document, person=office.finance_head, reason="涉及经费")
    actions.pass_on(office.finance_head, document, opinion="经费可行")
    actions.pass_on(office.checker, document, opinion="同意")
    had = waiting(document)
    actions.send_back(office.principal, document, reason="再核数据", to_step="check")
    assert had == ["区政府办主任"] and waiting(document) == ["区政府办核稿员"]


def test_who_was_asked_for_one_more_opinion_chooses_nobody(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.plan_step(office.section_head, at(office, "review"), step="sign", to=office.deputy)
    actions.add_reviewer(office.checker, document, person=office.finance_head, reason="涉及经费")
    with pytest.raises(Refused):
        actions.plan_step(office.finance_head, document, step="sign", to=office.deputy)
    with pytest.raises(Invalid, match="加签只提意见"):
        actions.pass_on(office.finance_head, document, opinion="可行", to={"sign": office.deputy})
    actions.plan_step(office.checker, document, step="sign", to=office.deputy)
    actions.pass_on(office.finance_head, document, opinion="可行", to={"sign": office.deputy})
    actions.pass_on(office.checker, document, opinion="同意")
    assert waiting(document) == ["deputy"]


def test_limits_follow_the_calendar_of_the_office(office: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    only_wednesdays = SimpleNamespace(is_working=lambda day: day.weekday() == 2)
    monkeypatch.setattr(actions_moving, "calendar", lambda: only_wednesdays)
    due = Assignment.objects.get(document=drafted(office), step="draft").due_at
    assert due is not None and timezone.localtime(due).weekday() == 2


def test_signer_waits_for_whom_he_asked(office: SimpleNamespace) -> None:
    document = at(office, "sign")
    actions.add_reviewer(office.principal, document, person=office.finance_head, reason="涉及经费")
    with pytest.raises(Refused, match="现在不能签发"):
        actions.sign(office.finance_head, document, opinion="同意")
    with pytest.raises(Invalid, match="加签的人还没有答复"):
        actions.sign(office.principal, document, opinion="同意")
    actions.pass_on(office.finance_head, document, opinion="可行")
    actions.sign(office.principal, document, opinion="同意")
    assert fresh(document).step == "recheck"


def test_handed_on_countersigning_counts_as_his(office: SimpleNamespace) -> None:
    document = countersigning(office)
    due = Assignment.objects.get(document=document, person=office.finance_head).due_at
    actions.hand_on(office.finance_head, document, person=office.finance_clerk, reason="由经办人会签")
    assert Assignment.objects.get(document=document, person=office.finance_clerk).due_at == due
    actions.pass_on(office.finance_clerk, document, opinion="同意")
    actions.pass_on(office.deputy, document, opinion="同意")
    assert fresh(document).step == "sign"


def test_choosing_nobody_leaves_what_was_planned(office: SimpleNamespace) -> None:
    document = drafted(office)
    actions.plan_step(office.drafter, document, step="countersign", to=office.finance_head)
    document = at(office, "check", document)
    actions.pass_on(office.checker, document, opinion="同意", to=[])
    assert waiting(document) == ["finance_head"]


def test_administrators_get_no_documents(office: SimpleNamespace) -> None:
    document = at(office, "check")
    with pytest.raises(Invalid, match="不能办理公文"):
        actions.hand_on(office.checker, document, person=office.auditor, reason="请看")


def test_secrets_are_refused_at_the_door(office: SimpleNamespace, settings: object) -> None:
    with pytest.raises(Refused, match="不处理涉密"):
        drafted(office, form={"密级": "机密★5年"})
    assert not Document.objects.exists()
    document = drafted(office)
    with pytest.raises(Refused, match="不处理涉密"):
        actions.save_text(office.drafter, document, text=f"秘密★1年\n{TEXT}", base=1)
    assert document.versions.count() == 1
    settings.CLASSIFIED = True  # type: ignore[attr-defined]
    assert drafted(office, form={"密级": "机密★5年"}).form["密级"] == "机密★5年"


def test_kinds_and_flows(office: SimpleNamespace) -> None:
    with pytest.raises(Invalid, match="不是条例第八条规定的15个文种之一"):
        drafted(office, kind="总结")
    document = drafted(office)
    actions.change_elements(office.drafter, document, kind="请示", title="关于某事的请示")
    assert fresh(document).flow.name == "发文·上行文"
    with pytest.raises(Invalid, match="没有“secret”这样的要素"):
        actions.change_elements(office.drafter, document, secret="x")
    with pytest.raises(Invalid, match="紧急程度"):
        actions.change_elements(office.drafter, document, urgency="平急")
    with pytest.raises(Invalid, match="标题不能超过300字"):
        actions.change_elements(office.drafter, document, title="长" * 301)


def test_kind_with_another_flow_is_changed_only_by_the_drafter(office: SimpleNamespace) -> None:
    document = at(office, "check")
    with pytest.raises(Invalid, match="走另一个流程（发文·上行文）"):
        actions.change_elements(office.checker, document, kind="报告")


def test_vacant_post_is_passed_over(office: SimpleNamespace) -> None:
    Post.objects.get(unit=office.units["综合科"], head=True).tenures.update(until=timezone.localdate() - timedelta(1))
    document = drafted(office)
    actions.submit(office.drafter, document)
    assert waiting(document) == ["区政府办主任"]


def test_head_s_own_draft_goes_to_the_head_above(office: SimpleNamespace) -> None:
    document = actions.draft(
        office.section_head,
        office.units["综合科"],
        title="区政府办关于值班的通知",
        kind="通知",
        text=TEXT,
        addressees="各科室",
    )
    actions.submit(office.section_head, document)
    assert waiting(document) == ["区政府办主任"]
