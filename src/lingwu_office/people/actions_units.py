"""机构、岗位和职责: made, changed and closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people import policies, signals
from lingwu_office.people.fields import changed_fields, named
from lingwu_office.people.models import Duty, Person, Post, Unit

LONGEST = 80
"""Characters of the name of a unit or a duty; other names have sixty."""


@action("people.add_unit", title="增设机构", may=policies.may_add_unit)
def add_unit(by: Person, parent: Unit, *, name: str, short_name: str = "", order: int = 0) -> Unit:
    """A unit under ``parent``.

    Raises:
        Invalid: no name, a closed parent, or a sister of the same name.
    """
    if parent.closed_on is not None:
        raise Invalid(f"“{parent}”已撤销，不能在其下增设机构。")
    name = named(name, "机构名称", LONGEST)
    _no_sister(parent, name)
    return Unit.objects.create(parent=parent, name=name, short_name=short_name.strip(), order=order)


def _no_sister(parent: Unit | None, name: str, besides: int | None = None) -> None:
    sisters = Unit.objects.filter(parent=parent, name=name, closed_on__isnull=True)
    if any(unit.pk != besides for unit in sisters):
        raise Invalid(f"“{parent or '最上级'}”下已有“{name}”。")


@action("people.change_unit", title="变更机构", may=policies.may_change_unit)
def change_unit(by: Person, unit: Unit, **fields: Any) -> Unit:
    """Other values for ``name``, ``short_name``, ``order``, ``parent``.

    Raises:
        Invalid: no name, a sister of the same name, or a parent that is the unit itself or below it.
    """
    changed = changed_fields(unit, fields, ("name", "short_name", "order", "parent"))
    unit.name = named(unit.name, "机构名称", LONGEST)
    if unit.parent is not None and unit.pk in {part.pk for part in unit.parent.line()}:
        raise Invalid("上级机构不能是本机构或其下级机构。")
    _no_sister(unit.parent, unit.name, unit.pk)
    unit.save(update_fields=changed)
    return unit


@action("people.close_unit", title="撤销机构", may=policies.may_close_unit)
def close_unit(by: Person, unit: Unit, *, reason: str, day: date | None = None) -> Unit:
    """The unit ends on ``day`` (today); it stays in the records.

    Raises:
        Invalid: it is closed, is the office itself, or something or somebody still belongs to it.
    """
    if unit.closed_on is not None or unit.parent_id is None:
        raise Invalid("已撤销的机构和本单位自身不能撤销。")
    left = [
        ("下级机构", unit.children.filter(closed_on__isnull=True).count()),
        ("岗位", unit.posts.filter(closed_on__isnull=True).count()),
        ("在用人员", unit.persons.filter(is_active=True).count()),
    ]
    if said := "、".join(f"{count}个{what}" for what, count in left if count):
        raise Invalid(f"“{unit}”还有{said}，请先撤销或转出。")
    unit.closed_on = day or timezone.localdate()
    unit.save(update_fields=["closed_on"])
    return unit


@action("people.add_post", title="设置岗位", may=policies.may_add_post)
def add_post(
    by: Person,
    unit: Unit,
    *,
    name: str,
    head: bool = False,
    principal: bool = False,
    order: int = 0,
    duties: Iterable[Duty] = (),
) -> Post:
    """A post in ``unit`` with its duties.

    Raises:
        Invalid: no name, a closed unit, or a post of that name in it.
    """
    if unit.closed_on is not None:
        raise Invalid(f"“{unit}”已撤销，不能设置岗位。")
    name = named(name, "岗位名称")
    _no_twin(unit, name)
    post = Post.objects.create(unit=unit, name=name, head=head, principal=principal, order=order)
    post.duties.set(duties)
    return post


def _no_twin(unit: Unit, name: str, besides: int | None = None) -> None:
    if any(post.pk != besides for post in unit.posts.filter(name=name, closed_on__isnull=True)):
        raise Invalid(f"“{unit}”已有岗位“{name}”。")


@action("people.change_post", title="变更岗位", may=policies.may_change_post)
def change_post(by: Person, post: Post, **fields: Any) -> Post:
    """Other values for ``name``, ``head``, ``principal``, ``order``.

    Raises:
        Invalid: no name, or a post of that name in the unit.
    """
    changed = changed_fields(post, fields, ("name", "head", "principal", "order"))
    post.name = named(post.name, "岗位名称")
    _no_twin(post.unit, post.name, post.pk)
    post.save(update_fields=changed)
    return post


@action("people.close_post", title="撤销岗位", may=policies.may_close_post)
def close_post(by: Person, post: Post, *, reason: str, day: date | None = None) -> Post:
    """The post ends on ``day`` (today); its records stay.

    Raises:
        Invalid: it is closed, somebody holds it, or a receiver says that work still waits at it.
    """
    day = day or timezone.localdate()
    if post.closed_on is not None:
        raise Invalid(f"岗位“{post}”已撤销。")
    if post.tenures.filter(Q(until__isnull=True) | Q(until__gte=day)).exists():
        raise Invalid(f"岗位“{post}”还有人任职，请先终止任职。")
    signals.post_closing.send(sender=Post, post=post, by=by)
    post.closed_on = day
    post.save(update_fields=["closed_on"])
    return post


@action("people.add_duty", title="设立职责", may=policies.may_add_duty)
def add_duty(by: Person, unit: Unit, *, name: str, description: str = "") -> Duty:
    """A duty of the office, which is ``unit``; a post answers for it once assigned.

    Raises:
        Invalid: no name, or a duty of that name.
    """
    name = named(name, "职责", LONGEST)
    if Duty.objects.filter(name=name).exists():
        raise Invalid(f"已有职责“{name}”。")
    return Duty.objects.create(name=name, description=description.strip())


@action("people.assign_duty", title="明确职责", may=policies.may_assign_duty)
def assign_duty(by: Person, post: Post, *, duty: Duty) -> Duty:
    """``post`` answers for ``duty``.

    Raises:
        Invalid: the post is closed or answers for it already.
    """
    if post.closed_on is not None:
        raise Invalid(f"岗位“{post}”已撤销。")
    if post.duties.filter(pk=duty.pk).exists():
        raise Invalid(f"岗位“{post}”已有职责“{duty}”。")
    post.duties.add(duty)
    return duty


@action("people.drop_duty", title="免去职责", may=policies.may_drop_duty)
def drop_duty(by: Person, post: Post, *, duty: Duty, reason: str = "") -> Duty:
    """``post`` no longer answers for ``duty``.

    Raises:
        Invalid: it did not before.
    """
    if not post.duties.filter(pk=duty.pk).exists():
        raise Invalid(f"岗位“{post}”没有职责“{duty}”。")
    post.duties.remove(duty)
    return duty
