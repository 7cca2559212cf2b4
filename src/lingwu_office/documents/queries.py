"""What is asked of documents: what waits for me, what I sent on, what I may see, what each step did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from lingwu_office.audit.action import verbs
from lingwu_office.audit.chain import append, name_of
from lingwu_office.audit.models import EntryKind
from lingwu_office.documents import policies
from lingwu_office.documents.course import course_of
from lingwu_office.documents.domain.course import behind_it
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.models import TAKEN, Assignment, Document, Outcome, Reminder, Version
from lingwu_office.documents.standing import standing_of
from lingwu_office.foundation.verdict import Verdict
from lingwu_office.people.models import Person
from lingwu_office.proofreading.models import Judgement


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


def asides_of(document: Document) -> QuerySet[Version]:
    """Versions saved aside that wait to be taken in."""
    return document.versions.filter(aside=True).exclude(note__startswith=TAKEN).select_related("by")


LETTING = (Act.REVIEW, Act.COUNTERSIGN, Act.SIGN, Act.RECHECK)


@dataclass
class StepDone:
    """What a step did in one round: who had it with what result, and which findings were dismissed in it."""

    key: str
    title: str
    round: int
    times: int = 1
    """How often the document has come to this step: 1 the first time, in whatever round."""
    passed: str = "已办"
    """What it is called when somebody has done his part: 通过 where it was his to let the document pass."""
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
    letting = {step.key for step in flow.steps if step.act in LETTING}
    for n, step in enumerate(done):
        step.passed = "通过" if step.key in letting else step.passed
        step.times = 1 + sum(before.key == step.key for before in done[:n])
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


def record_viewing(person: Person, document: Document) -> None:
    """Put into the audit that ``person`` read ``document``."""
    append(EntryKind.VIEWING, person, "documents.view", "查阅", document)


def record_export(person: Person, title: str, document: Document | None = None, reason: str = "") -> None:
    """Put into the audit that ``person`` took something out: ``title`` says what, ``reason`` how much of it."""
    append(EntryKind.EXPORT, person, "documents.export", title, document, reason=reason)
