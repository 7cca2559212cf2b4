"""What is asked of documents: what waits for me, what I sent on, what I may see, what each step did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from lingwu_office.audit.action import verbs
from lingwu_office.audit.chain import append, name_of
from lingwu_office.audit.models import EntryKind
from lingwu_office.documents import policies
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain import limits
from lingwu_office.documents.domain.course import behind_it
from lingwu_office.documents.domain.flow import Step
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import TAKEN, Assignment, Document, Outcome, Reminder, Version
from lingwu_office.documents.standing import standing_of
from lingwu_office.foundation.verdict import Verdict
from lingwu_office.people.models import Person, Unit
from lingwu_office.proofreading.models import Judgement

SOON = 1
"""A time limit that ends within so many working days is near."""


def open_assignments(person: Person) -> QuerySet[Assignment]:
    """What waits for ``person`` now: at himself, at posts he holds, at those he acts for; soonest due first.

    Each has ``reason`` (本人、岗位“科长”、代行…) and its document with the flow. Of readers one after the other only
    the first holds the document.
    """
    standing = standing_of(person)
    earlier = Assignment.objects.filter(
        document=OuterRef("document"), step=OuterRef("step"), round=OuterRef("round"), outcome=Outcome.OPEN,
        order__lt=OuterRef("order"),
    )  # fmt: skip
    return (
        Assignment.objects.filter(standing.assigned(), outcome=Outcome.OPEN)
        .filter(Q(order=0) | ~Exists(earlier))
        .exclude(document__state__in=policies.ENDED)
        .annotate(reason=standing.reason())  # type: ignore[no-redef]
        .select_related("document__flow", "document__unit", "sent_by", "person", "post__unit")
        .order_by(F("due_at").asc(nulls_last=True), "pk")
    )


def sent_on(person: Person) -> QuerySet[Document]:
    """Documents that ``person`` drafted or passed on and that are still with others, the latest first."""
    standing = standing_of(person)
    passed = Assignment.objects.filter(done_by=person).values("document")
    mine = Assignment.objects.filter(standing.assigned(), outcome=Outcome.OPEN).values("document")
    return (
        Document.objects.filter(Q(drafter=person) | Q(pk__in=passed), state="under_way")
        .filter(policies.visible_to(person))
        .exclude(pk__in=mine)
        .select_related("flow", "unit", "drafter")
        .prefetch_related(waiting())
        .order_by("-changed_at")
    )


def waiting() -> Prefetch:
    """The open assignments of each document as ``at``: where it is now."""
    rows = (
        Assignment.objects.filter(outcome=Outcome.OPEN).select_related("person", "post__unit").order_by("order", "pk")
    )
    return Prefetch("assignments", queryset=rows, to_attr="at")


def new_since(person: Person, since: datetime) -> QuerySet[Assignment]:
    """What came to wait for ``person`` since then, the newest first."""
    return open_assignments(person).filter(opened_at__gte=since).order_by("-opened_at")


def visible_documents(person: Person) -> QuerySet[Document]:
    """The documents that ``person`` may read, the newest first."""
    return Document.objects.filter(policies.visible_to(person)).order_by("-pk")


def versions_of(document: Document) -> QuerySet[Version]:
    """All versions without their texts, the newest first; those saved aside are among them."""
    return document.versions.select_related("by").defer("text").order_by("-number")


def current_version(document: Document) -> Version | None:
    """The version that counts now; None before anything was written."""
    return document.versions.select_related("by").filter(number=document.version).first()


def asides_of(document: Document) -> QuerySet[Version]:
    """Versions saved aside that wait to be taken in."""
    return document.versions.filter(aside=True).exclude(note__startswith=TAKEN).select_related("by")


FILTERS: Mapping[str, str] = {
    "state": "state", "kind": "kind", "unit": "unit", "urgency": "urgency", "drafter": "drafter", "step": "step",
}  # fmt: skip
"""Filters of a register that are equal to a field."""


def register(
    direction: str, filters: Mapping[str, Any] | None = None, person: Person | None = None
) -> QuerySet[Document]:
    """收文 or 发文登记簿: the documents of a direction, the newest first, by ``filters`` (empty ones are left out).

    ``state, kind, unit, urgency, drafter, step``; ``year``, ``since`` and ``until`` (days of beginning, both included);
    ``words`` in title, numbers, sender or addressee; ``overdue``. With ``person`` only those he may read.
    """
    rows = Document.objects.filter(direction=direction)
    if person is not None:
        rows = rows.filter(policies.visible_to(person))
    given = {key: value for key, value in (filters or {}).items() if value not in (None, "")}
    rows = rows.filter(**{FILTERS[key]: value for key, value in given.items() if key in FILTERS})
    rows = rows.filter(*_periods(given))
    for word in str(given.get("words", "")).split():
        rows = rows.filter(_said(word))
    if given.get("overdue"):
        late = Assignment.objects.filter(outcome=Outcome.OPEN, due_at__lt=timezone.now())
        rows = rows.filter(pk__in=late.values("document"))
    return rows.select_related("flow", "unit", "drafter").order_by("-pk")


def _said(word: str) -> Q:
    fields = ("title", "document_number", "register_number", "source", "source_number", "addressees")
    found = Q()
    for name in fields:
        found |= Q(**{f"{name}__icontains": word})
    return found


def _periods(given: Mapping[str, Any]) -> Iterable[Q]:
    if "year" in given:
        year = int(given["year"])
        yield Q(created_at__range=(_begin(date(year, 1, 1)), _begin(date(year + 1, 1, 1))))
    if "since" in given:
        yield Q(created_at__gte=_begin(given["since"]))
    if "until" in given:
        yield Q(created_at__lt=_begin(date.fromordinal(given["until"].toordinal() + 1)))


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))


@dataclass
class StepDone:
    """What a step did in one round: who had it with what result, and which findings were dismissed in it."""

    key: str
    title: str
    round: int
    parts: list[Assignment] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return any(part.outcome == Outcome.OPEN for part in self.parts)


def steps_of(document: Document) -> list[StepDone]:
    """Step by step, in the order they happened, what each did and found."""
    flow = flow_of(document)
    titles = {step.key: step.title for step in flow.steps} | {"circulate": "传阅"}
    found: dict[tuple[str, int], StepDone] = {}
    rows = document.assignments.select_related("person", "post__unit", "done_by", "sent_by").order_by("opened_at", "pk")
    for row in rows.prefetch_related(Prefetch("reminders", Reminder.objects.select_related("by"))):
        mark = (row.step, row.round)
        found.setdefault(mark, StepDone(row.step, titles.get(row.step, row.step), row.round)).parts.append(row)
    done = list(found.values())
    _share(done, versions_of(document).order_by("number"), "versions", lambda version: version.at)
    judged = Judgement.objects.filter(subject=name_of(document)).select_related("by").order_by("at")
    _share(done, judged, "judgements", lambda judgement: judgement.at)
    return done


def _share(done: list[StepDone], rows: Iterable[Any], name: str, at: Any) -> None:
    """Put each row to the round of its step that was open when it was made."""
    by_step: dict[str, list[StepDone]] = defaultdict(list)
    for step in done:
        by_step[step.key].append(step)
    for row in rows:
        rounds = [step for step in by_step[row.step] if step.parts[0].opened_at <= at(row)]
        for step in (rounds or by_step[row.step])[-1:]:
            getattr(step, name).append(row)


@dataclass(frozen=True)
class Ahead:
    """A later step: its key and title, whether hands are chosen for it, and who was chosen already."""

    key: str
    title: str
    act: str
    optional: bool
    chosen: tuple[str, ...]


def ahead(document: Document) -> list[Ahead]:
    """The steps behind this one: for the form that asks who gets them."""
    flow = flow_of(document)
    return [
        Ahead(step.key, step.title, step.act, step.optional, tuple(document.plan.get(step.key, ())))
        for step in flow.behind(document.step)
    ]


def steps_back(document: Document) -> list[Step]:
    """The earlier steps that the document can be sent back to, in their order."""
    return list(behind_it(course_of(document)))


def may_now(person: Person, document: Document) -> list[tuple[str, str, Verdict]]:
    """The verbs that ``person`` can do on ``document`` now: (``documents.sign``, 签发, why he may).

    送审 and 送下一环节 are one to the drafter: only the first is named.
    """
    look = policies.Look(person, document)
    answers = ((f"documents.{name}", rule(look)) for name, rule in policies.RULES.items() if name != "see")
    found = [(name, verbs[name].title, verdict) for name, verdict in answers if verdict]
    drafting = any(name == "documents.submit" for name, _, _ in found)
    return [one for one in found if not (drafting and one[0] == "documents.pass_on")]


def units_sending(document: Document) -> QuerySet[Unit]:
    """Units of the office to which the document was distributed."""
    return Unit.objects.filter(pk__in=document.distributions.filter(unit__isnull=False).values("unit"))


@dataclass(frozen=True)
class Left:
    """How much time an assignment has: working days (below zero: past), and in words."""

    days: int
    said: str
    near: bool
    over: bool


def time_left(assignment: Assignment, now: datetime | None = None) -> Left | None:
    """How long there is until an assignment is due; None without a time limit."""
    if assignment.due_at is None:
        return None
    now = timezone.localtime(now)
    due = timezone.localtime(assignment.due_at)
    days = limits.left(now.date(), due.date())
    if due < now:
        return Left(days, f"已超期{-days}个工作日" if days else "已超时", near=False, over=True)
    return Left(days, f"还有{days}个工作日" if days else "今天到期", near=days <= SOON, over=False)


def record_viewing(person: Person, document: Document) -> None:
    """Put into the audit that ``person`` read ``document``."""
    append(EntryKind.VIEWING, person, "documents.view", "查阅", document)


def record_export(person: Person, title: str, document: Document | None = None, reason: str = "") -> None:
    """Put into the audit that ``person`` took something out: ``title`` says what, ``reason`` how much of it."""
    append(EntryKind.EXPORT, person, "documents.export", title, document, reason=reason)
