"""The first verb of an office: its unit and its three administrators, from whom all others have their rights."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from lingwu_office.access.models import Grant, Role
from lingwu_office.audit.action import action
from lingwu_office.foundation.verdict import Verdict, no, yes
from lingwu_office.people.models import Person, Unit


def may_found(by: Person | None, unit: Unit) -> Verdict:
    """Whoever runs the command on the machine itself, while nobody is in the database."""
    if Person.objects.exists():
        return no("数据库里已经有人员，不是新的；请换一个空的数据库。")
    return yes("在服务器上用命令建立")


@action("site.found", title="建立办公系统", may=may_found)
def found(
    by: Person | None, unit: Unit, *, administrators: Mapping[str, tuple[str, str]], passwords: Mapping[str, str],
    demo: bool = False,
) -> Unit:  # fmt: skip
    """Store ``unit`` as the office itself, and one administrator for each role (``system``, ``security``, ``audit``).

    ``administrators`` gives account and name, ``passwords`` the first password, both by role. Outside the demo each
    must change it at the first sign-in.
    """
    unit.save()
    for role, (account, name) in administrators.items():
        person = Person.objects.create_user(
            account, passwords[role], name=name, unit=unit, demo=demo, must_change_password=not demo
        )
        Grant.objects.create(role=Role.objects.get(name=role), person=person, since=timezone.localdate())
    return unit
