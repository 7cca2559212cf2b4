"""Storing what the domain decided: closing and opening assignments. Used by the verbs, none of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from lingwu_office.documents import hands
from lingwu_office.documents.checking import open_faults
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import course as domain
from lingwu_office.documents.domain import limits
from lingwu_office.documents.domain.course import Move
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.models import Assignment, Document, Outcome, State, Version
from lingwu_office.documents.policies import Look
from lingwu_office.foundation.due import calendar
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Person, Post

Fits = Callable[[Step | None, Assignment], bool]


def decided(ask: Callable[..., Any], *given: Any) -> Any:
    """What the domain answers. Raises Invalid with its sentence where it says no."""
    try:
        return ask(*given)
    except ValueError as error:
        raise Invalid(str(error)) from error


def mine(by: Person, document: Document, fits: Fits) -> Assignment:
    """The open assignment by which ``by`` acts.

    Raises:
        Refused: he has none (the policy said so before, unless somebody was quicker).
    """
    row = Look(by, document).held(fits)
    if row is None:
        raise Refused("这份待办已由别人办理。")
    return row


def close(by: Person, row: Assignment, outcome: Outcome, opinion: str = "") -> None:
    """End an assignment: by whom, in whose stead, how, on which text."""
    row.outcome, row.opinion, row.done_by, row.done_at = outcome, opinion.strip(), by, timezone.now()
    row.version = row.document.version
    row.on_behalf_of = Look(by, row.document).standing.stead(row) or ""
    row.save()


def open_for(
    by: Person, document: Document, step: Step, who: Sequence[Person | Post], why: str, **given: Any
) -> list[Assignment]:
    """Open an assignment for each of ``who``, with the due time of the step; ``given`` are other fields."""
    days = step.days(document.urgency)
    due = limits.due(timezone.localtime(), days, calendar()) if days is not None else None
    fields = {"step": step.key, "round": document.round, "why": why[:200], "sent_by": by, "due_at": due} | given
    return [Assignment.objects.create(document=document, **fields, **hands.fields_of(one)) for one in who]


def cancel(by: Person, document: Document, keys: Sequence[int] | None = None) -> None:
    """Cancel the open assignments of these keys, or all of them."""
    rows = document.assignments.filter(outcome=Outcome.OPEN)
    rows = rows if keys is None else rows.filter(pk__in=keys)
    rows.update(outcome=Outcome.CANCELLED, done_at=timezone.now(), done_by=by)


def follow(by: Person, document: Document, move: Move, why: str) -> None:
    """Store a move: cancel, go to the step, open it for who gets it."""
    cancel(by, document, move.cancels)
    if move.step is None:
        return
    go_to(by, document, move.step, move.hands, why, new_round=move.new_round, unsigns=move.unsigns)


def go_to(
    by: Person, document: Document, step: Step, names: Sequence[str] | None, why: str, *,
    new_round: bool = False, unsigns: bool = False,
) -> None:  # fmt: skip
    """Put the document into ``step`` and open it for the hands of these names, or for the flow's actor."""
    document.step = step.key
    document.round += new_round
    if unsigns or document.signed_version is None:
        document.signed_version, document.signatory, document.signed_on = None, "", None
    document.state = State.DRAFT if step.act is Act.DRAFT and document.state == State.DRAFT else State.UNDER_WAY
    document.save()
    who = hands.usable(names, document, step) if names else hands.hands_for(document, step)
    open_for(by, document, step, who, why)


def went_on(by: Person, document: Document, row: Assignment, opinion: str) -> None:
    """The assignment passes with this opinion, and the document goes where that leads."""
    move: Move = decided(domain.passed_on, course_of(document), row.pk)
    close(by, row, Outcome.PASSED, opinion)
    follow(by, document, move, f"{by.name}送来{move.step.title}" if move.step else "")


def allow(document: Document, act: Act) -> None:
    """Raises Invalid where the domain knows why ``act`` cannot be done."""
    if said := domain.hindrance(course_of(document), act):
        raise Invalid(said)


def choose(document: Document, step: Step, who: Any) -> None:
    """Note who was chosen for ``step``; nobody takes the choice back. The caller saves.

    Raises:
        Invalid: somebody of them cannot be given it.
    """
    names = hands.names_of(who)
    for one in hands.found(names):
        hands.check_fit(one, step)
    document.plan = {key: value for key, value in document.plan.items() if key != step.key}
    if names:
        document.plan[step.key] = list(names)


def needed(said: str, name: str, at_most: int = 2000) -> str:
    """``said`` without blanks around. Raises Invalid where it is empty or too long."""
    said = said.strip()
    if not said:
        raise Invalid(f"请写明{name}。")
    if len(said) > at_most:
        raise Invalid(f"{name}不能超过{at_most}字，现有{len(said)}字。")
    return said


def checked(document: Document) -> None:
    """Raises Invalid where a field does not fit (too long, not one of the choices): which and why."""
    try:
        document.clean_fields(exclude=["drafter", "unit", "flow"])
    except ValidationError as error:
        said = [
            f"{document._meta.get_field(name).verbose_name}：{'；'.join(map(str, told))}"  # type: ignore[union-attr]
            for name, told in error.message_dict.items()
        ]
        raise Invalid("；".join(said)) from error


def text_of(document: Document) -> str:
    """The text as it is now; empty where nobody has written any."""
    version = document.versions.filter(number=document.version).first() if document.version else None
    return version.text if version else ""


def write(by: Person, document: Document, text: str, **given: Any) -> Version:
    """Store a version with the next number."""
    last = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    return Version.objects.create(
        document=document, number=last + 1, text=text, digest=hashlib.sha256(text.encode()).hexdigest(), by=by,
        step=document.step, **given,
    )  # fmt: skip


def gate(document: Document) -> None:
    """Whether the text may be passed on: each open 差错 mended or dismissed with a reason.

    Raises:
        Invalid: there is no text, or some 差错 are open; how many and where.
    """
    if document.direction != "out":
        return
    text = text_of(document)
    if not text.strip():
        raise Invalid("还没有写正文，不能送出。")
    if faults := open_faults(document, text):
        told = "；".join(f"{place}{said}" for place, said in faults[:3])
        more = f"……等{len(faults)}处" if len(faults) > 3 else ""
        raise Invalid(f"还有{len(faults)}处差错没有改正，也没有写明不改的理由：{told}{more}。改好或判定后再送。")
