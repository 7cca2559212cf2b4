"""Verbs of passing on: to the next step, back to an earlier one, to one more reviewer, to somebody else."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.documents import hands, policies
from lingwu_office.documents.actions_moving import (
    allow,
    choose,
    close,
    decided,
    follow,
    gate,
    mine,
    needed,
    open_for,
    went_on,
)
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import course as domain
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import Assignment, Document, Outcome
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post


@action("documents.submit", title="送审", may=policies.rule("submit"))
def submit(by: Person, document: Document, *, opinion: str = "", to: Any = None) -> Document:
    """The drafter sends the document on; otherwise as ``pass_on``."""
    return _pass(by, document, mine(by, document, policies.doing(Act.DRAFT)), opinion, to)


@action("documents.pass_on", title="送下一环节", may=policies.rule("pass_on"))
def pass_on(by: Person, document: Document, *, opinion: str = "", to: Any = None) -> Document:
    """End one's part with an opinion; when all have, the document goes to the next step of its flow.

    ``to`` (a person, a post, or several) gets the next step: where that may be left out (会签) it is gone to only when
    somebody is chosen for it, here or by ``plan_step``. ``{"countersign": [甲, 乙], "sign": 丙}`` chooses for several.

    Raises:
        Invalid: some 差错 are open, nobody can be found for the next step, or a guard of the flow says no.
    """
    return _pass(by, document, mine(by, document, policies.passing), opinion, to)


def _pass(by: Person, document: Document, row: Assignment, opinion: str, to: Any) -> Document:
    step = flow_of(document).at(row.step)
    if step.act is Act.COUNTERSIGN and row.lead:
        needed(opinion, "会签意见")
    if step.act is Act.SEAL and row.lead and not document.sealings.exists():
        needed(opinion, "不用印的理由（如带有特定发文机关标志的普发性公文，条例第九条（十三））")
    if step.act in (Act.RECHECK, Act.SEAL):
        allow(document, step.act)
    if step.act not in (Act.SEAL, Act.NUMBER):
        gate(document)
    if to:
        _choose(document, step, to, lead=row.lead)
    went_on(by, document, row, opinion)
    return document


def _choose(document: Document, step: Step, to: Any, *, lead: bool) -> None:
    """Who gets the next step, or later ones by their keys; who was only asked for 加签 leaves it as it was chosen."""
    if step.act not in (Act.DRAFT, Act.REVIEW, Act.RECHECK):
        raise Invalid(f"“{step.title}”环节不选定下一环节的办理人。")
    flow = flow_of(document)
    later = {one.key: one for one in flow.behind(document.step)}
    for key, who in (to if isinstance(to, dict) else {next(iter(later)): to}).items():
        if key not in later:
            raise Invalid("只能安排后面环节的办理人。")
        if not lead and hands.names_of(who) != tuple(document.plan.get(key, ())):
            raise Invalid("加签只提意见，后面的办理人由请您加签的人选定。")
        choose(document, later[key], who)
    document.save()


@action("documents.send_back", title="退回", may=policies.rule("send_back"))
def send_back(by: Person, document: Document, *, reason: str, to_step: str | None = None) -> Document:
    """Send the document back to an earlier step (its first, where none is named), to whoever had it there.

    Raises:
        Invalid: no reason, not an earlier step, or the number must be voided before.
    """
    said = needed(reason, "退回原因")
    flow = flow_of(document)
    move = decided(domain.returned, course_of(document), to_step or flow.steps[0].key)
    row = mine(by, document, policies.returning)
    close(by, row, Outcome.RETURNED, said)
    follow(by, document, move, f"{by.name}退回：{said}")
    return document


@action("documents.add_reviewer", title="加签", may=policies.rule("add_reviewer"))
def add_reviewer(by: Person, document: Document, *, person: Person | Post, reason: str) -> Assignment:
    """One more opinion is asked for in this step; the document does not leave it before that is given.

    Raises:
        Invalid: no reason, or the person has it already or cannot be given it.
    """
    said = needed(reason, "加签原因", 200)
    row = mine(by, document, policies.returning)
    step = flow_of(document).at(row.step)
    hands.check_fit(person, _plain(step))
    _not_twice(document, row.step, person)
    opened = open_for(by, document, step, [person], f"{by.name}请您加签：{said}", lead=False)
    return opened[0]


def _plain(step: Step) -> Step:
    """The step as one that anybody of the office may be given: an opinion, no signature."""
    return Step(step.key, step.title, Act.REVIEW, step.actor)


def _not_twice(document: Document, step: str, person: Person | Post) -> None:
    if document.assignments.filter(outcome=Outcome.OPEN, step=step, **hands.fields_of(person)).exists():
        raise Invalid(f"公文已经在“{person}”那里。")


@action("documents.hand_on", title="转办", may=policies.rule("hand_on"))
def hand_on(by: Person, document: Document, *, person: Person | Post, reason: str) -> Assignment:
    """Somebody else does one's part in this step; the time limit stays.

    Raises:
        Invalid: no reason, or the person has it already or cannot be given it.
    """
    said = needed(reason, "转办原因", 200)
    row = mine(by, document, policies.handing)
    step = policies.Look(by, document).step_of(row) or flow_of(document).at(row.step)
    hands.check_fit(person, step if row.lead else _plain(step))
    _not_twice(document, row.step, person)
    close(by, row, Outcome.HANDED_ON, said)
    why = f"{by.name}转办：{said}"
    opened = open_for(by, document, step, [person], why, lead=row.lead, due_at=row.due_at)
    _replan(document, row, person)
    return opened[0]


def _replan(document: Document, row: Assignment, person: Person | Post) -> None:
    """Where the one who hands on had been chosen, the other is chosen now."""
    old = hands.name_of(row.post or row.person)  # type: ignore[arg-type]
    names = document.plan.get(row.step)
    if names and old in names:
        kept = [hands.name_of(person) if name == old else name for name in names]
        document.plan = {**document.plan, row.step: list(dict.fromkeys(kept))}
        document.save()


@action("documents.see", title="打开待办", may=policies.rule("see"))
def see(by: Person, document: Document) -> Document:
    """Note when whoever has the document opened it first."""
    keys = [row.pk for row in policies.Look(by, document).mine]
    Assignment.objects.filter(pk__in=keys, seen_at__isnull=True).update(seen_at=timezone.now())
    return document
