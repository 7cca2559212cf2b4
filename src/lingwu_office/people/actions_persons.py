"""人员: accounts made, changed, put out of use; passwords."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from axes.utils import reset as unlock
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from lingwu_office.access import separation
from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people import policies
from lingwu_office.people.fields import changed_fields, named
from lingwu_office.people.models import Delegation, Person, Unit


def checked_password(password: str, person: Person) -> str:
    """``password``, good enough for ``person``.

    Raises:
        Invalid: it is not, in one sentence.
    """
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid("密码不合要求：" + "；".join(said.rstrip("。.") for said in error.messages) + "。") from error
    return password


def checked_account(account: str) -> str:
    """``account`` without blanks around it.

    Raises:
        Invalid: it has other marks than letters, digits and ``._@-``, or is taken (in whatever case).
    """
    kept = account.strip()
    if not kept or len(kept) > 60 or not all(mark.isalnum() or mark in "._@-" for mark in kept):
        raise Invalid(f"账号“{kept[:60]}”应由文字、数字和 . _ @ - 组成，不超过60个字符。")
    if Person.objects.filter(account__iexact=kept).exists():
        raise Invalid(f"账号“{kept}”已被使用。")
    return kept


@action("people.add_person", title="增加人员", may=policies.may_add_person)
def add_person(
    by: Person, unit: Unit, *, account: str, name: str, phone: str = "", password: str | None = None
) -> Person:
    """A person of ``unit``; with a first ``password`` that he has to change, or none and no way to sign in yet.

    Raises:
        Invalid: account, name or password do not do, or the unit is closed.
    """
    if unit.closed_on is not None:
        raise Invalid(f"“{unit}”已撤销。")
    person = Person(
        account=checked_account(account), name=named(name, "姓名"), unit=unit, phone=phone.strip()[:40],
        must_change_password=True,
    )  # fmt: skip
    person.set_password(checked_password(password, person) if password else None)
    person.save()
    return person


@action("people.change_person", title="变更人员", may=policies.may_change_person)
def change_person(by: Person, person: Person, **fields: Any) -> Person:
    """Other values for ``name``, ``unit``, ``phone``. The account never changes: the audit knows him by it.

    Raises:
        Invalid: no name, or a closed unit.
    """
    changed = changed_fields(person, fields, ("name", "unit", "phone"))
    person.name = named(person.name, "姓名")
    if person.unit is not None and person.unit.closed_on is not None:
        raise Invalid(f"“{person.unit}”已撤销。")
    person.save(update_fields=changed)
    return person


@action("people.deactivate_person", title="停用账号", may=policies.may_deactivate_person)
def deactivate_person(by: Person, person: Person, *, reason: str) -> Person:
    """Nobody signs in as ``person`` any more; what he did stays. His delegations end.

    Raises:
        Invalid: out of use already, without a reason, or still in a post: that is handed over first.
        Refused: he is the last administrator of a kind.
    """
    today = timezone.localdate()
    if not person.is_active:
        raise Invalid(f"{person}的账号已停用。")
    if not reason.strip():
        raise Invalid("请写明停用的缘由。")
    if posts := person.posts_on(today):
        raise Invalid(f"{person}还任“{'、'.join(map(str, posts))}”，请先办理岗位交接或终止任职。")
    if said := separation.would_leave_none(person):
        raise Refused(said)
    for delegation in Delegation.objects.filter(giver=person, until__gte=today) | Delegation.objects.filter(
        taker=person, until__gte=today
    ):
        delegation.until = today - timedelta(days=1)
        delegation.save(update_fields=["until"])
    person.is_active = False
    person.save(update_fields=["is_active"])
    return person


@action("people.reactivate_person", title="启用账号", may=policies.may_reactivate_person)
def reactivate_person(by: Person, person: Person, *, reason: str = "") -> Person:
    """``person`` is in use again.

    Raises:
        Invalid: he was all along.
    """
    if person.is_active:
        raise Invalid(f"{person}的账号并未停用。")
    person.is_active = True
    person.save(update_fields=["is_active"])
    return person


@action("people.reset_password", title="重置密码", may=policies.may_reset_password)
def reset_password(by: Person, person: Person, *, password: str) -> Person:
    """A password for once: ``person`` has to change it at the next sign-in. A locked account is open again.

    Raises:
        Invalid: it is not good enough.
    """
    person.set_password(checked_password(password, person))
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    unlock(username=person.account)
    return person


@action("people.change_password", title="修改密码", may=policies.may_change_password)
def change_password(by: Person, person: Person, *, password: str) -> Person:
    """Another password of one's own.

    Raises:
        Invalid: it is not good enough, or the same as before.
    """
    if person.check_password(password):
        raise Invalid("新密码不能与原密码相同。")
    person.set_password(checked_password(password, person))
    person.must_change_password = False
    person.password_changed_at = timezone.now()
    person.save(update_fields=["password", "must_change_password", "password_changed_at"])
    return person
