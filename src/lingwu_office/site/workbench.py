"""What the workbench shows a person: what waits for him and why him, what he sent on, what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.core import signing
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lingwu_office.documents.domain.flow import FlowError
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.looking import BESIDE
from lingwu_office.documents.models import Assignment, Distribution, Document, Reminder, State
from lingwu_office.documents.policies import visible_to
from lingwu_office.documents.queries import open_assignments, sent_on
from lingwu_office.documents.standing import SELF, standing_of
from lingwu_office.foundation.due import Due, due

SHOWN, SENT, NEWS = 50, 15, 10
"""Lines of each part before one has to ask for more."""
COOKIE = "office_visited"
FIRST_VISIT = timedelta(days=3)
"""How far back news go for who was never here."""
KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Waiting:
    """Something that waits: the assignment, the title of its step, how its limit stands, reminders not answered."""

    assignment: Assignment
    step: str
    due: Due | None
    reminders: list[Reminder]

    @property
    def why(self) -> str:
        """By what right it waits here; nothing where it was given to the person himself."""
        reason: str = self.assignment.reason
        return "" if reason == SELF else reason

    @property
    def new(self) -> bool:
        """Whether nobody has opened it."""
        return self.assignment.seen_at is None


@dataclass(frozen=True)
class Sent:
    """A document that was sent on, the title of its step, and the assignments it waits in."""

    document: Document
    step: str
    at: list[Assignment]


class Workbench:
    """The parts of the workbench of ``person``, each asked for once."""

    def __init__(self, person: Any, since: datetime, *, everything: bool = False) -> None:
        self.person, self.since, self.everything = person, since, everything

    @cached_property
    def waiting(self) -> list[Waiting]:
        """What waits for him, the soonest due first; all of it where ``everything`` was asked for."""
        unanswered = Prefetch("reminders", Reminder.objects.filter(answer=""), to_attr="unanswered")
        rows = open_assignments(self.person).prefetch_related(unanswered)
        now = timezone.now()
        return [
            Waiting(row, step_of(row.document, row.step), due(row.due_at, now) if row.due_at else None, row.unanswered)
            for row in (rows if self.everything else rows[: SHOWN + 1])
        ]

    @property
    def shown(self) -> list[Waiting]:
        """As many as the page shows."""
        return self.waiting if self.everything else self.waiting[:SHOWN]

    @property
    def more(self) -> bool:
        """Whether there is more than is shown."""
        return len(self.waiting) > len(self.shown)

    @cached_property
    def pressing(self) -> str:
        """What is late or soon due, in a sentence; empty where nothing is."""
        levels = Counter(one.due.level for one in self.shown if one.due)
        words = (("late", "已超期"), ("today", "今天到期"), ("soon", "两个工作日内到期"))
        return "，".join(f"{levels[level]}件{said}" for level, said in words if levels[level])

    @cached_property
    def sent(self) -> list[Sent]:
        """What he sent on and where it is now, the last moved first."""
        return [Sent(row, step_of(row, row.step), row.at) for row in sent_on(self.person)[:SENT]]

    @cached_property
    def closed(self) -> list[Document]:
        """His own documents that were closed since his last visit."""
        mine = Document.objects.filter(drafter=self.person, closed_at__gte=self.since)
        return list(mine.filter(visible_to(self.person)).order_by("-closed_at")[:NEWS])

    @cached_property
    def received(self) -> list[Distribution]:
        """What was distributed to his units and nobody there has acknowledged."""
        units = standing_of(self.person).units
        open_ = Q(unit__in=units, received_at__isnull=True, document__state__in=(State.UNDER_WAY, State.DONE))
        return list(Distribution.objects.filter(open_).select_related("document", "unit").order_by("-pk")[:NEWS])


def step_of(document: Document, key: str) -> str:
    """The title of a step; the document's state where the office took the step out of the flow."""
    flow = flow_of(document)
    if key not in flow and key in BESIDE:
        return BESIDE[key].title
    try:
        return flow.at(key).title
    except FlowError:
        return document.get_state_display()


def last_visit(request: HttpRequest) -> datetime:
    """When the person last looked at his workbench before he signed in this time, as his browser keeps it."""
    kept = request.session.get(COOKIE)
    if kept is None:
        kept = request.session[COOKIE] = _visited(request) or (timezone.now() - FIRST_VISIT).isoformat()
    return datetime.fromisoformat(kept)


def note_visit(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser keep, signed, that the person was here now."""
    said = f"{request.user.pk} {timezone.now().isoformat()}"
    response.set_signed_cookie(
        COOKIE, said, salt=COOKIE, max_age=KEPT, httponly=True, samesite="Lax", secure=request.is_secure()
    )


def _visited(request: HttpRequest) -> str:
    try:
        said = request.get_signed_cookie(COOKIE, salt=COOKIE, max_age=KEPT) or ""
    except (KeyError, signing.BadSignature):
        return ""
    person, _, at = said.partition(" ")
    return at if person == str(request.user.pk) else ""
