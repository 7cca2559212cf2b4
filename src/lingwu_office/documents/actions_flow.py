"""Changing the flows of the office, and moving open work when a post changes hands."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from lingwu_office.access.models import Role
from lingwu_office.audit.action import action
from lingwu_office.documents import hands, policies
from lingwu_office.documents.actions_moving import decided
from lingwu_office.documents.domain import flow as domain
from lingwu_office.documents.domain.elements import KINDS
from lingwu_office.documents.models import Assignment, Document, Flow, Outcome, State
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post


@action("documents.change_flow", title="改办理流程", may=policies.may_change_flow)
def change_flow(
    by: Person, flow: Flow, *, steps: list[dict[str, Any]] | None = None, kinds: list[str] | None = None,
    active: bool | None = None,
) -> Flow:  # fmt: skip
    """Change a flow. Documents under way keep the flow they began with: it is put aside under its date.

    Raises:
        Invalid: something is wrong with the steps or kinds; the sentence says all that is.
    """
    rows = flow.steps if steps is None else steps
    decided(domain.parse, flow.name, flow.direction, rows, list(Role.objects.values_list("name", flat=True)))
    if unknown := [kind for kind in kinds or () if kind not in KINDS]:
        raise Invalid(f"“{'、'.join(unknown)}”不是条例第八条规定的文种。")
    under_way = Document.objects.filter(flow=flow, state__in=(State.DRAFT, State.UNDER_WAY, State.WITHDRAWN))
    if rows != flow.steps and under_way.exists():
        _put_aside(flow, under_way)
    flow.steps = rows
    flow.kinds = flow.kinds if kinds is None else kinds
    flow.active = flow.active if active is None else active
    flow.save()
    return flow


def _put_aside(flow: Flow, under_way: Any) -> None:
    day = timezone.localtime().strftime("%Y-%m-%d %H:%M:%S")
    old = Flow.objects.create(
        name=f"{flow.name[:35]}（至{day}）", direction=flow.direction, kinds=[], steps=flow.steps, active=False
    )
    under_way.update(flow=old)


def move_open_work(giver: Person, taker: Person, post: Post) -> int:
    """Open assignments to ``giver`` in person go to ``taker``; how many. Where he keeps another post, only those in
    documents of ``post``'s unit.

    What waits at the post itself stays there and is the new holder's by that. Called when a post is handed over, in the
    transaction of that verb.
    """
    rows = Assignment.objects.filter(person=giver, outcome=Outcome.OPEN)
    plans = _planned(giver)
    if giver.posts_on():
        rows, plans = rows.filter(document__unit=post.unit), plans.filter(unit=post.unit)
    _replan(plans, giver, taker)
    return rows.update(person=taker)


def move_to_head(leaver: Person) -> int:
    """What waits at somebody who is no longer in use goes to the head above him; how many.

    Raises:
        Invalid: something waits, and there is no head to take it.
    """
    rows = Assignment.objects.filter(person=leaver, outcome=Outcome.OPEN)
    count, plans = rows.count(), _planned(leaver)
    if not count and not plans.exists():
        return 0
    head = hands.head_above(leaver)
    if head is None:
        raise Invalid(f"“{leaver}”还有{count}件公文待办，上级又没有在岗的负责人接手，请先交接。")
    _replan(plans, leaver, head)
    return rows.update(person=None, post=head)


def _planned(person: Person) -> QuerySet[Document]:
    """The documents under way for a step of which ``person`` was chosen."""
    open_ones = Document.objects.filter(state__in=(State.DRAFT, State.UNDER_WAY, State.WITHDRAWN))
    return open_ones.filter(plan__icontains=f'"{hands.name_of(person)}"')


def _replan(documents: QuerySet[Document], old: Person, new: Person | Post) -> None:
    """Choose ``new`` wherever ``old`` was chosen."""
    names = {hands.name_of(old): hands.name_of(new)}
    for document in documents.select_for_update(of=("self",)):
        document.plan = {
            key: list(dict.fromkeys(names.get(name, name) for name in chosen)) for key, chosen in document.plan.items()
        }
        document.save()
