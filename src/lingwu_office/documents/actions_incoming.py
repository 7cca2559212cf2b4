"""Verbs of documents received: 签收, 登记, 初审, 拟办, 批示, 承办, 传阅, 答复."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.documents import hands, policies
from lingwu_office.documents.actions_issuing import register_number
from lingwu_office.documents.actions_moving import (
    cancel,
    checked,
    choose,
    close,
    decided,
    go_to,
    mine,
    needed,
    open_for,
    went_on,
)
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import course as domain
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.flows import flow_for, flow_of
from lingwu_office.documents.models import Assignment, Direction, Document, Flow, Instruction, Outcome, State
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post, Unit

CHECKS = (
    "是否应由本机关办理", "是否符合行文规则", "文种、格式是否符合要求", "涉及其他部门的事项是否已经协商会签",
    "是否符合公文起草的其他要求",
)  # fmt: skip
"""What 初审 looks at (条例 第二十四条（三）)."""
FORMS = ("批复", "函", "电话", "口头", "其他", "不需答复")
"""How the result may be told to the sender."""
ELEMENTS = ("urgency", "kind", "copies", "for_action", "source_number", "source_date", "due_at")
"""Fields that 签收 and 登记 take; ``form`` besides."""


@action("documents.receive", title="签收", may=policies.may_receive)
def receive(
    by: Person, unit: Unit, *, title: str, source: str, source_number: str = "", source_date: date | None = None,
    pieces: int = 1, received_at: datetime | None = None, flow: Flow | None = None, **elements: Any,
) -> Document:  # fmt: skip
    """签收: a document came in, counted piece by piece; it waits for 登记.

    Raises:
        Invalid: title, source or number of pieces is missing, or it came in the future. Refused: a mark of secrecy.
    """
    at = received_at or timezone.now()
    if at > timezone.now():
        raise Invalid("签收时间不能晚于现在。")
    if pieces < 1:
        raise Invalid("签收件数应不少于1件。")
    for_action = bool(elements.get("for_action", True))
    flow = flow or flow_for(Direction.INCOMING, elements.get("kind", ""), for_action=for_action)
    if flow is None or flow.direction != Direction.INCOMING:
        raise Invalid("没有适用的收文流程，请系统管理员设置。")
    document = Document(
        direction=Direction.INCOMING, unit=unit, drafter=by, flow=flow, title=needed(title, "标题", 300),
        source=needed(source, "来文单位", 120), source_number=source_number.strip(), source_date=source_date,
        copies=pieces, received_at=at, state=State.UNDER_WAY, step=flow.steps[0]["key"],
    )  # fmt: skip
    _set(document, elements)
    document.save()
    step = flow_of(document).at(document.step)
    open_for(by, document, step, hands.hands_for(document, step), f"{by.name}签收，等候登记")
    return document


def _set(document: Document, elements: dict[str, Any]) -> None:
    form = elements.pop("form", None)
    if unknown := set(elements) - set(ELEMENTS):
        raise Invalid(f"没有“{'、'.join(sorted(unknown))}”这样的要素。")
    for name, value in elements.items():
        setattr(document, name, value.strip() if isinstance(value, str) else value)
    document.form = {**document.form, **(form or {})}
    checked(document)
    if document.source_date and document.source_date > timezone.localdate():
        raise Invalid("来文的成文日期不能晚于今天，请对照来文核对。")
    refuse_marked(document.title, str(document.form.get("密级", "")), what="这件来文")


@action("documents.register", title="登记", may=policies.rule("register"))
def register(by: Person, document: Document, **elements: Any) -> Document:
    """登记: the next 收文号; elements of the document received may be completed at once.

    Raises:
        Invalid: an element does not fit. Conflict: somebody took the number at this moment.
    """
    row = mine(by, document, policies.doing(Act.REGISTER))
    for name in ("title", "source"):
        if name in elements:
            setattr(document, name, needed(elements.pop(name), "标题" if name == "title" else "来文单位", 300))
    _set(document, elements)
    if "for_action" in elements and document.step == flow_of(document).steps[0].key:
        document.flow = flow_for(Direction.INCOMING, document.kind, for_action=document.for_action) or document.flow
    document.register_number = document.register_number or register_number(by, document)
    document.save()
    went_on(by, document, row, "")
    return document


@action("documents.screen", title="初审", may=policies.rule("screen"))
def screen(by: Person, document: Document, *, ticks: dict[str, bool], reason: str = "") -> Document:
    """初审 by the checks of ``CHECKS``; where one fails the document is returned to its sender with the reason.

    Raises:
        Invalid: a check was left out or is none of them, or one fails and no reason is given.
    """
    row = mine(by, document, policies.doing(Act.SCREEN))
    if set(ticks) != set(CHECKS):
        raise Invalid("请逐项填写初审结果。")
    document.form = {**document.form, "初审": {name: bool(ticks[name]) for name in CHECKS}}
    failed = [name for name in CHECKS if not ticks[name]]
    if not failed:
        document.save()
        went_on(by, document, row, reason or "初审合格")
        return document
    said = needed(reason, "退文原因")
    close(by, row, Outcome.RETURNED, said)
    cancel(by, document)
    document.state, document.closed_at = State.REJECTED, timezone.now()
    document.form = {**document.form, "退文原因": said}
    document.save()
    return document


@action("documents.propose", title="拟办", may=policies.rule("propose"))
def propose(
    by: Person, document: Document, *, proposal: str, leader: Any = None, lead_unit: Unit | None = None,
    co_units: Sequence[Unit] = (), due_at: datetime | None = None,
) -> Document:  # fmt: skip
    """拟办意见, to the leader for 批示 (one or several); which unit should take the lead, which help, until when.

    Raises:
        Invalid: no proposal, helping units without one in the lead, a unit without a head, or a time that is past.
    """
    row = mine(by, document, policies.doing(Act.PROPOSE))
    if co_units and lead_unit is None:
        raise Invalid("两个以上单位办理的，应当明确主办单位（条例第二十四条（四））。")
    if due_at is not None and due_at < timezone.now():
        raise Invalid("办理时限不能早于现在。")
    document.form = {
        **document.form, "拟办意见": needed(proposal, "拟办意见"), "主办": str(lead_unit or ""),
        "协办": "、".join(str(unit) for unit in co_units),
    }  # fmt: skip
    document.due_at = due_at or document.due_at
    flow = flow_of(document)
    step = next((step for step in flow.behind(document.step) if step.act is Act.INSTRUCT), None)
    if leader is not None and step is not None:
        choose(document, step, leader)
    handle = _handling(document)
    if lead_unit is not None and handle is not None:
        choose(document, handle, [hands.head_of(unit) for unit in (lead_unit, *co_units)])
    document.save()
    went_on(by, document, row, proposal)
    _mark_lead(document)
    return document


def _handling(document: Document) -> Step | None:
    flow = flow_of(document)
    return next((step for step in flow.behind(document.step) if step.act is Act.HANDLE), None)


def _mark_lead(document: Document) -> None:
    """In 承办 the first of those chosen has the lead, the others help; all have the document's own time limit."""
    step = flow_of(document).at(document.step)
    if step.act is not Act.HANDLE:
        return
    rows = document.assignments.filter(step=step.key, round=document.round, outcome=Outcome.OPEN).order_by("pk")
    first = rows.first()
    if first is not None:
        rows.exclude(pk=first.pk).update(lead=False)
    if document.due_at is not None:
        rows.update(due_at=document.due_at)


@action("documents.instruct", title="批示", may=policies.rule("instruct"))
def instruct(
    by: Person, document: Document, *, text: str, to_unit: Unit | None = None, to_person: Person | None = None,
    due_at: datetime | None = None, more: bool = False,
) -> Instruction:  # fmt: skip
    """批示: what, to whom, by when. It ends the leader's part unless ``more`` follow.

    Whom it names handles the document; where it names nobody, the units of the 拟办意见 do. 圈阅 is 同意.

    Raises:
        Invalid: no text, a unit and a person at once, a time that is past, or nobody to handle the document.
    """
    row = mine(by, document, policies.instructing)
    if to_unit is not None and to_person is not None:
        raise Invalid("一条批示交一个单位或一个人；要交几处的，分别批示。")
    if due_at is not None and due_at < timezone.now():
        raise Invalid("批示的时限不能早于现在。")
    made = Instruction.objects.create(
        document=document, leader=by, text=needed(text, "批示"), to_unit=to_unit, to_person=to_person,
        at=timezone.now(), due_at=due_at, on_behalf_of=policies.Look(by, document).standing.stead(row) or "",
    )  # fmt: skip
    document.due_at = due_at or document.due_at
    who = hands.head_of(to_unit) if to_unit else to_person
    if who is not None:
        _to_handle(by, document, who, made)
    document.save()
    if not more:
        _instructed(by, document, row, text)
    return made


def _to_handle(by: Person, document: Document, who: Person | Post, made: Instruction) -> None:
    """Whom an instruction names handles the document: later in its flow, or at once where that step is reached."""
    handle = _handling(document)
    if handle is None:
        flow = flow_of(document)
        step = flow.of(Act.HANDLE) or policies.BESIDE["handle"]
        hands.check_fit(who, step)
        open_for(by, document, step, [who], f"{by.name}批示：{made.text}", due_at=made.due_at, lead=False)
        return
    hands.check_fit(who, handle)
    named = {hands.name_of(row) for row in _named(document)}
    kept = [name for name in document.plan.get(handle.key, []) if name in named]
    document.plan = {**document.plan, handle.key: list(dict.fromkeys([*kept, hands.name_of(who)]))}


def _named(document: Document) -> list[Person | Post]:
    """Whom the instructions so far name, in order."""
    rows = document.instructions.select_related("to_unit", "to_person").order_by("pk")
    found = [hands.head_of(row.to_unit) if row.to_unit else row.to_person for row in rows]
    return [who for who in found if who is not None]


def _instructed(by: Person, document: Document, row: Assignment, text: str) -> None:
    if row.order > 0:
        _read(by, document, row, text)
        return
    handle = _handling(document)
    if handle is not None and not handle.optional and not document.plan.get(handle.key):
        raise Invalid("请指明由哪个单位或哪个人承办。")
    went_on(by, document, row, text)
    _mark_lead(document)


@action("documents.circulate", title="传阅", may=policies.rule("circulate"))
def circulate(by: Person, document: Document, *, readers: Sequence[Person]) -> Document:
    """传阅 in this order: each gets the document when the one before has read it; beside the flow, or as its step.

    Raises:
        Invalid: no readers, somebody twice, or somebody who has it to read already.
    """
    if not readers:
        raise Invalid("请选定传阅的人。")
    if len({reader.pk for reader in readers}) < len(readers):
        raise Invalid("传阅的人有重复。")
    step = _circulation(document)
    waiting = document.assignments.filter(step=step.key, outcome=Outcome.OPEN, order__gt=0)
    if again := waiting.filter(person__in=readers).select_related("person").first():
        raise Invalid(f"公文已经在传给“{again.person}”阅。")
    last = waiting.aggregate(last=Max("order"))["last"] or 0
    for at, reader in enumerate(readers, last + 1):
        hands.check_fit(reader, step)
        open_for(by, document, step, [reader], f"{by.name}送您传阅", order=at)
    _arranged(by, document, step.key, f"传阅{len(readers)}人")
    return document


def _arranged(by: Person, document: Document, key: str, said: str) -> None:
    """The one who arranged it has done his part; who could have done it as well has nothing more to do."""
    rows = list(document.assignments.filter(step=key, outcome=Outcome.OPEN, order=0))
    standing = policies.Look(by, document).standing
    his = next((row for row in rows if standing.stead(row) is not None), next(iter(rows), None))
    if his is not None:
        close(by, his, Outcome.PASSED, said)
        cancel(by, document, [row.pk for row in rows if row is not his])


def _circulation(document: Document) -> Step:
    """The step of 传阅 where the document is in it, else one beside the flow."""
    at = flow_of(document).at(document.step)
    return at if at.act is Act.CIRCULATE else policies.BESIDE["circulate"]


@action("documents.mark_read", title="已阅", may=policies.rule("mark_read"))
def mark_read(by: Person, document: Document, *, opinion: str = "") -> Document:
    """The reader has read it; the next one gets it, and after the last the document goes on."""
    _read(by, document, mine(by, document, policies.reading), opinion)
    return document


def _read(by: Person, document: Document, row: Assignment, opinion: str) -> None:
    close(by, row, Outcome.READ, opinion or "已阅")
    _circulated(by, document, row.step)


def _circulated(by: Person, document: Document, key: str) -> None:
    """After the last reader the document goes on, where 传阅 is a step of its flow."""
    if document.step == key and not document.assignments.filter(step=key, outcome=Outcome.OPEN).exists():
        step, names = decided(domain.following, course_of(document))
        go_to(by, document, step, names, "传阅已毕")


@action("documents.skip_reader", title="跳过传阅", may=policies.rule("skip_reader"))
def skip_reader(by: Person, document: Document, *, assignment: Assignment, reason: str) -> Assignment:
    """Leave out a reader who cannot read it now (出差、调离): the next one gets it.

    Raises:
        Invalid: no reason, or nobody reads it by this assignment.
    """
    said = needed(reason, "跳过的原因", 200)
    row = document.assignments.filter(pk=assignment.pk, outcome=Outcome.OPEN, order__gt=0).first()
    if row is None:
        raise Invalid("这份传阅已经办毕，不用跳过。")
    close(by, row, Outcome.CANCELLED, said)
    _circulated(by, document, row.step)
    return row


@action("documents.report_done", title="报告办结", may=policies.rule("report_done"))
def report_done(by: Person, document: Document, *, reply: str) -> Document:
    """Whoever handles the document tells what was done; when all have, it goes on.

    Raises:
        Invalid: nothing told, or those who help have not reported to the one in the lead.
    """
    said = needed(reply, "办理情况")
    row = mine(by, document, policies.doing(Act.HANDLE))
    helping = document.assignments.filter(step=row.step, outcome=Outcome.OPEN, lead=False).exclude(pk=row.pk)
    if row.lead and document.step == row.step and helping.exists():
        raise Invalid(f"协办的{'、'.join(str(one.post or one.person) for one in helping)}还没有报告，主办最后报告。")
    _close_instructions(document, row, said)
    if document.step == row.step:
        went_on(by, document, row, said)
    else:
        close(by, row, Outcome.PASSED, said)
    return document


def _close_instructions(document: Document, row: Assignment, said: str) -> None:
    """The instructions that name this hand are carried out."""
    open_ones = document.instructions.filter(closed_at__isnull=True)
    mine = open_ones.filter(to_unit=row.post.unit) if row.post else open_ones.filter(to_person=row.person)
    if row.lead:
        mine = mine | open_ones.filter(to_unit__isnull=True, to_person__isnull=True)
    mine.update(reply=said, closed_at=timezone.now())


@action("documents.reply", title="答复", may=policies.rule("reply"))
def reply(by: Person, document: Document, *, form: str, text: str) -> Document:
    """Tell the sender the result: how (``FORMS``), and what.

    Raises:
        Invalid: a form that there is not, or nothing said.
    """
    if form not in FORMS:
        raise Invalid(f"答复方式应是{'、'.join(FORMS)}之一。")
    row = mine(by, document, policies.doing(Act.REPLY))
    said = needed(text, "答复内容")
    day = timezone.localdate()
    document.form = {**document.form, "答复": {"方式": form, "内容": said, "日期": day.isoformat(), "答复人": by.name}}
    document.save()
    went_on(by, document, row, f"{form}：{said}")
    return document
