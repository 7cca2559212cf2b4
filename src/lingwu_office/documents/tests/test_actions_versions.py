"""Texts: two who save at once lose nothing; files attached; planning ahead; flows edited; posts handed over."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from lingwu_office.documents import actions, queries
from lingwu_office.documents.checking import element_findings
from lingwu_office.documents.flows import default_flows, flow_for, load_flows
from lingwu_office.documents.models import Assignment, Flow
from lingwu_office.documents.tests.scenes import BETTER, OTHER, TEXT, at, drafted, fresh, text_of, waiting
from lingwu_office.files.models import StoredFile
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.actions_persons import deactivate_person
from lingwu_office.people.actions_posts import hand_over
from lingwu_office.people.models import Person, Post, Tenure
from lingwu_office.people.signals import post_closing
from lingwu_office.proofreading.actions import dismiss
from lingwu_office.proofreading.checking import open_errors


def stored(by: Person, digest: str = "a" * 64) -> StoredFile:
    return StoredFile.objects.create(digest=digest, size=3, suffix=".docx", stored_by=by)


def test_two_who_save_at_once_lose_nothing(office: SimpleNamespace) -> None:
    document = drafted(office)
    first = actions.save_text(office.drafter, document, text=BETTER, base=1, note="改一词")
    second = actions.save_text(office.drafter, document, text=OTHER, base=1)
    assert (first.number, first.aside) == (2, False)
    assert (second.number, second.aside, second.base) == (3, True, 1)
    assert text_of(document) == BETTER and list(queries.asides_of(document)) == [second]
    merged = actions.take_in(office.drafter, document, aside=second, text=OTHER.replace("按时", "准时"))
    assert merged.number == 4 and "并入第3稿" in merged.note
    assert not queries.asides_of(document).exists() and document.versions.get(number=3).text == OTHER
    with pytest.raises(Refused, match="没有等待并入的另存稿"):
        actions.take_in(office.drafter, document, aside=second, text=TEXT)


def test_an_aside_of_another_document_is_not_taken_in(office: SimpleNamespace) -> None:
    one, other = drafted(office), drafted(office)
    for document in (one, other):
        actions.save_text(office.drafter, document, text=OTHER, base=0)
    with pytest.raises(Invalid, match="不属于这件公文"):
        actions.take_in(office.drafter, one, aside=queries.asides_of(other)[0], text=TEXT)


def test_asides_do_not_void_opinions_nor_signatures(office: SimpleNamespace) -> None:
    document = at(office, "recheck")
    actions.save_text(office.checker, document, text=OTHER, base=0, substantial=True)
    assert fresh(document).signed_version == 1 and fresh(document).step == "recheck"


def test_the_same_text_is_no_new_version(office: SimpleNamespace) -> None:
    document = drafted(office)
    assert actions.save_text(office.drafter, document, text=TEXT, base=1).number == 1
    assert actions.save_text(office.drafter, document, text=TEXT, base=0).number == 1
    assert document.versions.count() == 1


def test_versions_tell_who_when_and_in_which_step(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.save_text(office.checker, document, text=BETTER, base=1, note="用词")
    version = queries.versions_of(document)[0]
    assert (version.by, version.step, version.note, version.base) == (office.checker, "check", "用词", 1)
    assert fresh(document).version == version.number
    step = next(step for step in queries.steps_of(document) if step.key == "check")
    assert step.versions == [version] and step.open


def test_only_who_has_it_writes(office: SimpleNamespace) -> None:
    document = at(office, "review")
    with pytest.raises(Refused, match="现由综合科科长办理，不能由您改稿"):
        actions.save_text(office.drafter, document, text=OTHER, base=1)
    with pytest.raises(Refused, match="您不在这件公文的办理范围内"):
        actions.save_text(office.finance_clerk, document, text=OTHER, base=1)
    with pytest.raises(Refused, match="管理员"):
        actions.save_text(office.system, document, text=OTHER, base=1)


def test_text_has_an_end(office: SimpleNamespace) -> None:
    with pytest.raises(Invalid, match="不能超过400000字"):
        actions.save_text(office.drafter, drafted(office), text="长" * 400_001, base=1)


def test_files_are_attached_by_who_may_read_them(office: SimpleNamespace) -> None:
    document, theirs = drafted(office), stored(office.finance_clerk)
    with pytest.raises(Refused, match="不是您存入的"):
        actions.attach(office.drafter, document, stored_file=theirs, name="预算表")
    own = actions.attach(office.drafter, document, stored_file=stored(office.drafter, "b" * 64), name="名单")
    with pytest.raises(Invalid, match="用途应是"):
        actions.attach(office.drafter, document, stored_file=own.file, name="名单", use="玩笑")
    again = actions.attach(office.drafter, drafted(office), stored_file=own.file, name="名单")
    with pytest.raises(Invalid, match="不属于这件公文"):
        actions.detach(office.drafter, document, attachment=again, reason="放错了")
    actions.detach(office.drafter, document, attachment=own, reason="名单有误")
    own.refresh_from_db()
    assert own.removed_at is not None
    with pytest.raises(Refused, match="公文没有附件"):
        actions.detach(office.drafter, document, attachment=own, reason="名单有误")


def test_attachments_are_fixed_by_the_signature(office: SimpleNamespace) -> None:
    document = at(office, "recheck")
    with pytest.raises(Invalid, match="附件不能再增减"):
        actions.attach(office.checker, document, stored_file=stored(office.checker), name="名单")
    kept = actions.attach(office.checker, document, stored_file=StoredFile.objects.get(), name="定稿", use="定稿")
    with pytest.raises(Invalid, match="附件不能再增减"):
        actions.detach(office.checker, document, attachment=kept, reason="重传")


def test_planned_hands_get_their_step(office: SimpleNamespace) -> None:
    document = drafted(office)
    actions.plan_step(office.drafter, document, step="countersign", to=[office.finance_head])
    actions.plan_step(office.drafter, document, step="sign", to=Post.objects.get(name="副主任"))
    with pytest.raises(Invalid, match="只能安排后面环节"):
        actions.plan_step(office.drafter, document, step="draft", to=office.drafter)
    assert [step.chosen for step in queries.ahead(fresh(document)) if step.chosen] == [
        (f"person:{office.finance_head.pk}",), (f"post:{Post.objects.get(name='副主任').pk}",),
    ]  # fmt: skip
    document = at(office, "countersign", document)
    assert waiting(document) == ["finance_head"]
    actions.pass_on(office.finance_head, document, opinion="同意")
    assert waiting(document) == ["区政府办副主任"]
    actions.plan_step(office.drafter, drafted(office), step="sign", to=None)


def test_a_countersigner_chooses_nobody(office: SimpleNamespace) -> None:
    document = at(office, "check")
    actions.pass_on(office.checker, document, opinion="同意", to=office.finance_head)
    with pytest.raises(Invalid, match="“会签”环节不选定"):
        actions.pass_on(office.finance_head, document, opinion="同意", to=office.deputy)
    with pytest.raises(Invalid, match="请写明会签意见"):
        actions.pass_on(office.finance_head, document)


def test_opening_it_is_noted_once(office: SimpleNamespace) -> None:
    document = at(office, "review")
    actions.see(office.section_head, document)
    seen = Assignment.objects.get(document=document, step="review").seen_at
    actions.see(office.section_head, document)
    assert seen is not None and Assignment.objects.get(document=document, step="review").seen_at == seen


def test_documents_under_way_keep_the_flow_they_began_with(office: SimpleNamespace) -> None:
    document = at(office, "review")
    flow, steps = document.flow, [row for row in document.flow.steps if row["key"] != "check"]
    actions.change_flow(office.system, flow, steps=steps)
    assert at(office, "check", document).flow.name.startswith("发文·一般（至")
    young = at(office, "review")
    actions.pass_on(office.section_head, young, opinion="同意")
    assert fresh(young).flow_id == flow.pk and fresh(young).step == "sign"
    assert Flow.objects.filter(active=True, direction="out").count() == 3


def test_a_wrong_flow_is_told_and_nothing_changes(office: SimpleNamespace) -> None:
    flow = flow_for("out", "通知")
    assert flow is not None
    with pytest.raises(Invalid, match="角色“lawyer”不存在"):
        actions.change_flow(
            office.system,
            flow,
            steps=[{**row, "actor": "role:lawyer"} if row["key"] == "check" else row for row in flow.steps],
        )
    with pytest.raises(Invalid, match="不是条例第八条规定的文种"):
        actions.change_flow(office.system, flow, kinds=["总结"])
    actions.change_flow(office.system, flow, kinds=["通知", "函"], active=False)
    flow.refresh_from_db()
    assert flow.kinds == ["通知", "函"] and flow_for("out", "通知") != flow


def test_loading_flows_again_leaves_what_the_office_edited(office: SimpleNamespace) -> None:
    flow = flow_for("out", "通知")
    assert flow is not None
    steps = [row for row in flow.steps if row["key"] != "check"]
    actions.change_flow(office.system, flow, steps=steps)
    load_flows()
    flow.refresh_from_db()
    assert flow.steps == steps and Flow.objects.count() == len(default_flows())


def test_open_work_moves_when_a_post_is_handed_over(office: SimpleNamespace) -> None:
    mine, elsewhere = drafted(office), at(office, "review")
    post = Post.objects.get(name="科员", unit=office.units["综合科"])
    hand_over(office.system, post, to=office.colleague)
    assert waiting(mine) == ["colleague"] and waiting(elsewhere) == ["综合科科长"]
    actions.submit(office.colleague, mine)
    assert fresh(mine).step == "review"


def test_who_was_chosen_is_chosen_no_more_after_handing_over(office: SimpleNamespace) -> None:
    ahead, now = drafted(office), at(office, "check")
    chosen = {"countersign": [office.finance_clerk, office.deputy]}
    actions.submit(office.drafter, ahead, to=chosen)
    actions.pass_on(office.checker, now, opinion="同意", to=chosen)
    post = Post.objects.get(name="科员", unit=office.units["财务科"])
    hand_over(office.system, post, to=office.colleague)
    assert waiting(now) == ["colleague", "deputy"]
    actions.pass_on(office.colleague, now, opinion="同意")
    actions.pass_on(office.deputy, now, opinion="同意")
    assert fresh(now).step == "sign"
    assert waiting(at(office, "countersign", ahead)) == ["colleague", "deputy"]


def test_a_chosen_post_that_fell_vacant_is_told(office: SimpleNamespace) -> None:
    document, post = drafted(office), Post.objects.get(name="科员", unit=office.units["财务科"])
    actions.plan_step(office.drafter, document, step="countersign", to=post)
    document = at(office, "check", document)
    post.tenures.update(until=timezone.localdate() - timedelta(1))
    with pytest.raises(Invalid, match="财务科科员现在不能办理“会签”，请重新选定"):
        actions.pass_on(office.checker, document, opinion="同意")
    actions.pass_on(office.checker, document, opinion="同意", to=office.deputy)
    assert waiting(document) == ["deputy"]


def test_what_waits_at_a_leaver_goes_to_the_head_above(office: SimpleNamespace) -> None:
    document = drafted(office)
    Tenure.objects.filter(person=office.drafter).update(until=timezone.localdate() - timedelta(1))
    deactivate_person(office.system, office.drafter, reason="调离")
    assert waiting(document) == ["综合科科长"]
    actions.submit(office.section_head, document)
    actions.pass_on(office.section_head, document, opinion="同意")
    actions.send_back(office.checker, document, reason="请补依据")
    assert waiting(document) == ["综合科科长"]


def test_a_dismissed_fault_no_longer_holds_the_document(office: SimpleNamespace) -> None:
    text = TEXT.replace("经区人民政府同意", "根据国办发[2024]3号文件")
    document = drafted(office, text=text, copies_to="各镇人民政府")
    with pytest.raises(Invalid, match="还有2处差错"):
        actions.submit(office.drafter, document)
    given = {"step": "draft", "reason": "确需如此"}
    for one in element_findings(document, text):
        dismiss(office.drafter, document, fingerprint=one.fingerprint, code=one.code, excerpt=one.excerpt, **given)
    for fault in open_errors(document, text):
        mark = {key: fault[key] for key in ("fingerprint", "code", "excerpt")}
        dismiss(office.drafter, document, **mark, **given)
    actions.submit(office.drafter, document)
    assert fresh(document).step == "review"
    assert [len(step.judgements) for step in queries.steps_of(document)] == [2, 0]


def test_a_post_with_open_work_is_not_closed(office: SimpleNamespace) -> None:
    document = at(office, "review")
    post = Assignment.objects.get(document=document, outcome="").post
    with pytest.raises(Invalid, match="还有1件公文待办"):
        post_closing.send(sender=Post, post=post, by=office.system)
