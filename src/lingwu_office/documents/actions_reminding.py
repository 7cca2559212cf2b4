"""催办: the n-th reminder on somebody's part, and its answer."""

from __future__ import annotations

from lingwu_office.audit.action import action
from lingwu_office.documents import policies
from lingwu_office.documents.actions_moving import needed
from lingwu_office.documents.models import Assignment, Document, Outcome, Reminder
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.models import Person


@action("documents.remind", title="催办", may=policies.rule("remind"))
def remind(by: Person, document: Document, *, assignment: Assignment, text: str) -> Reminder:
    """Remind whoever has the open assignment; reminders on it are counted from 1.

    Raises:
        Invalid: nothing said, or the assignment is not open.
    """
    row = document.assignments.filter(pk=assignment.pk, outcome=Outcome.OPEN).first()
    if row is None:
        raise Invalid("这份待办已经办毕，不用再催。")
    number = row.reminders.count() + 1
    return Reminder.objects.create(assignment=row, number=number, text=needed(text, "催办内容", 300), by=by)


@action("documents.answer_reminder", title="答复催办", may=policies.rule("answer_reminder"))
def answer_reminder(by: Person, document: Document, *, reminder: Reminder, answer: str) -> Reminder:
    """The one reminded answers, once.

    Raises:
        Invalid: nothing said, or answered already. Refused: somebody else was reminded.
    """
    row = Reminder.objects.filter(pk=reminder.pk, assignment__document=document).select_related("assignment").first()
    if row is None or row.answer:
        raise Invalid("这次催办已经答复，或不属于这件公文。")
    if policies.Look(by, document).standing.stead(row.assignment) is None:
        raise Refused("催办的不是您，由被催办人答复。")
    row.answer = needed(answer, "催办答复", 300)
    row.save(update_fields=["answer"])
    return row
