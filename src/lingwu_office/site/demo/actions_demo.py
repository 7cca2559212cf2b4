"""The one verb that only the demo has: a person becomes a demo account, which nobody can use outside the demo."""

from __future__ import annotations

from django.conf import settings

from lingwu_office.audit.action import action
from lingwu_office.foundation.verdict import Verdict, no, yes
from lingwu_office.people.models import Person


def may_mark_demo(by: Person | None, person: Person) -> Verdict:
    """Only the command that makes the fictional office, and only there."""
    if by is None and settings.DEMO:
        return yes("建立演示用的办公系统")
    return no("演示账号只能由演示命令建立。")


@action("site.mark_demo", title="设为演示账号", may=may_mark_demo)
def mark_demo(by: Person | None, person: Person) -> Person:
    """``person`` is fictional: he signs in with the password of the demo, and nowhere else."""
    person.demo = True
    person.must_change_password = False
    person.save(update_fields=["demo", "must_change_password"])
    return person
