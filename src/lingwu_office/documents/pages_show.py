"""The page of a document: what it is, what I can do now, what every pair of eyes did with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lingwu_office.documents import hands, policies, queries
from lingwu_office.documents.actions import see
from lingwu_office.documents.domain.elements import organs
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.domain.numbering import ARCHIVE
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.forms_verbs import HANDS, ON_ANOTHER_PAGE
from lingwu_office.documents.models import Assignment, Document, Outcome, State, Version
from lingwu_office.documents.opening import current, opened
from lingwu_office.documents.pages import TAGS
from lingwu_office.documents.pages_act import DANGER, VerbForm, faults_of, findings_of, form_for
from lingwu_office.documents.queries import StepDone
from lingwu_office.documents.text_blocks import blocks_of
from lingwu_office.documents.text_said import Said, counts
from lingwu_office.foundation.verdict import Verdict
from lingwu_office.people.asking import person_of
from lingwu_office.people.models import Person
from lingwu_office.proofreading.reading import READABLE

FIRST = (
    "sign", "instruct", "register", "screen", "propose", "circulate", "number", "seal", "distribute", "archive",
    "submit", "pass_on", "mark_read", "report_done", "reply", "answer_reminder", "acknowledge",
)  # fmt: skip
"""What one most likely came for: the first of these that can be done stands out."""
LARGE = {"register", "screen", "propose", "instruct", "circulate", "distribute"}
"""Verbs whose form has a page of its own."""
ASIDE = {"save_text", "take_in", "attach", "detach", "change_elements"}
"""Verbs that stand beside what they change and not among the buttons."""


@dataclass(frozen=True)
class Can:
    """A verb that the person can do now."""

    verb: str
    title: str
    verdict: Verdict

    @property
    def danger(self) -> bool:
        """Whether it is asked for once more."""
        return self.verb in DANGER

    @property
    def page(self) -> str:
        """The name of the page where it has one of its own."""
        return ON_ANOTHER_PAGE.get(self.verb, "")


@dataclass(frozen=True)
class Place:
    """A step of the flow on the line at the top: ``state`` is done, now or ahead."""

    title: str
    state: str


@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; that it was opened is recorded."""
    person, document = person_of(request), opened(request, pk)
    look = policies.Look(person, document)
    _seen(look)
    queries.record_viewing(person, document)
    steps = _told(queries.steps_of(document))
    able = {verb: Can(verb, title, verdict) for verb, title, verdict in _able(person, document)}
    version, readers = current(document), readers_of(steps)
    found = findings_of(document, version)
    shown = {
        "document": document, "line": line_of(document, steps), "steps": steps, "able": able,
        "holders": policies.holders(look), "readers": readers,
        "reading": next((part for part, now in readers if now), None),
        "countersigns": _with_times(steps, parts_of(document, steps, Act.COUNTERSIGN)),
        "instructions": document.instructions.select_related("leader", "to_unit", "to_person"),
        "attachments": document.attachments.filter(removed_at__isnull=True).select_related("file", "by"),
        "readable": READABLE,
        "numbers": document.numbers.exclude(series__code__startswith=ARCHIVE).select_related("series", "by"),
        "sealings": document.sealings.select_related("by"),
        "distributions": document.distributions.select_related("unit"),
        "notes": {name: value for name, value in document.form.items() if value and isinstance(value, str)},
        "planned": _planned(document), "counted": _counted(found), **_on_paper(document, version),
        **_doing(look, able, found),
    }  # fmt: skip
    return render(request, "documents/show.html", shown)


def _seen(look: policies.Look) -> None:
    """Whoever has it now opened it: kept once."""
    if any(row.seen_at is None for row in look.mine):
        see(look.person, look.document)


def _told(steps: list[StepDone]) -> list[StepDone]:
    """Without those whom somebody else of the same post's peers was quicker than."""
    for step in steps:
        step.parts = [part for part in step.parts if part.outcome != Outcome.CANCELLED or part.opinion] or step.parts
    return steps


def _able(person: Person, document: Document) -> list[tuple[str, str, Verdict]]:
    return [(name.removeprefix("documents."), title, v) for name, title, v in queries.may_now(person, document)]


def _doing(look: policies.Look, able: dict[str, Can], found: Sequence[Said]) -> dict[str, Any]:
    """The verb that stands out, with its form where that is short, and the others."""
    document, row = look.document, next(iter(look.mine), None)
    step = look.step_of(row) if row else None
    mine = wanted(row, step) if row else ("acknowledge",) if _came_here(look) else ()
    first = next((able[verb] for verb in mine if verb in able), None)
    if first is None and row and "save_text" in able:
        first = able["save_text"]
    form = _short_form(look, first)
    names = [name for name in form.fields if name.startswith(HANDS)] if form else []
    choosers = [str(form.fields.pop(name).label) for name in names] if form else []
    others = [can for verb, can in able.items() if can is not first and verb not in ASIDE]
    asked = row is not None and not row.lead and row.step != "handle"
    if asked and first is not None and first.verb == "pass_on":
        first = replace(first, title="答复加签")
    return {
        "first": first, "form": form, "choosers": choosers, "others": [can for can in others if not can.danger],
        "dangers": [can for can in others if can.danger], "row": row,
        "turn": "加签" if asked else step.title if step else "",
        "faults": faults_of(document, first.verb, found) if first else [],
    }  # fmt: skip


def _short_form(look: policies.Look, first: Can | None) -> VerbForm | None:
    """The form of the verb that stands out, where that fits on the page."""
    if first is None or first.verb in LARGE or first.page:
        return None
    return form_for(look.person, look.document, first.verb)


def wanted(row: Assignment, step: Step | None) -> tuple[str, ...]:
    """What somebody comes for who has the document by ``row``: what the step is for, before all else."""
    if row.order:
        return ("mark_read", *FIRST)
    return (step.act.value, *FIRST) if step else FIRST


def _came_here(look: policies.Look) -> bool:
    """Whether copies wait to be acknowledged by the person's own unit."""
    rows = look.document.distributions.filter(received_at__isnull=True)
    return any(row.unit_id in look.standing.units for row in rows)


def line_of(document: Document, steps: Sequence[StepDone]) -> list[Place]:
    """The steps of the flow, those behind but left out ones, the one it is in, those ahead."""
    flow = flow_of(document)
    if document.step not in flow:
        return []
    at, over, went = flow.index(document.step), document.state == State.DONE, {step.key for step in steps}
    states = ["done" if over or n < at else "now" if n == at else "ahead" for n in range(len(flow.steps))]
    places = zip(flow.steps, states, strict=True)
    return [Place(step.title, state) for step, state in places if state != "done" or step.key in went]


def _planned(document: Document) -> list[tuple[str, str]]:
    """Who was chosen for which step still ahead."""
    flow = flow_of(document)
    ahead = flow.behind(document.step) if document.plan and document.step in flow else ()
    chosen = [(step.title, document.plan[step.key]) for step in ahead if step.key in document.plan]
    return [(title, "、".join(str(who) for who in hands.found(names))) for title, names in chosen]


def _on_paper(document: Document, version: Version | None) -> dict[str, Any]:
    """The text as paragraphs and tables, without a title that it says itself; whether it names the addressees itself,
    and whether it is signed itself."""
    blocks = blocks_of(version.text) if version else []
    if blocks and blocks[0].line == document.title:
        del blocks[0]
    named = bool(blocks) and organs(blocks[0].line) == organs(document.addressees)
    if named:
        blocks[0] = replace(blocks[0], place="document-to")
    signed = any(block.line == document.issuer for block in blocks[-4:])
    return {"version": version, "blocks": blocks, "names_addressees": named, "signed_itself": signed}


def _counted(found: Sequence[Said]) -> list[tuple[str, str, int]]:
    """How many findings of each severity are open, with the class of its tag."""
    open_ones = counts(found)
    return [(name, tag, open_ones[name]) for name, tag in TAGS.items() if open_ones[name]]


def _with_times(steps: Sequence[StepDone], parts: Sequence[Assignment]) -> list[tuple[Assignment, int]]:
    """Each part with how often the document has come to its step."""
    times = {part.pk: step.times for step in steps for part in step.parts}
    return [(part, times[part.pk]) for part in parts]


def parts_of(document: Document, steps: Sequence[StepDone], act: Act) -> list[Assignment]:
    """Everybody's part in the steps where ``act`` is done, without those cancelled."""
    flow = flow_of(document)
    keys = {step.key for step in flow.steps if step.act is act}
    return [part for step in steps if step.key in keys for part in step.parts if part.outcome != Outcome.CANCELLED]


def readers_of(steps: Sequence[StepDone]) -> list[tuple[Assignment, bool]]:
    """The readers in their order, each with whether he has the document now."""
    parts = [part for step in steps for part in step.parts if part.order > 0 and part.outcome != Outcome.CANCELLED]
    parts.sort(key=lambda part: (part.round, part.order))
    now = next((part for part in parts if part.outcome == Outcome.OPEN), None)
    return [(part, part is now) for part in parts]
