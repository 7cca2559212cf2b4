"""任职、交接、代行: who holds a post, and who acts for its holder."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from lingwu_office.access import separation
from lingwu_office.access.policies import administration_of
from lingwu_office.audit.action import action
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people import policies, signals
from lingwu_office.people.fields import checked_period
from lingwu_office.people.models import Delegation, Person, Post, Tenure

A_YEAR = timedelta(days=366)
"""The longest delegation."""
ONE_DAY = timedelta(days=1)


def checked_holder(person: Person, post: Post) -> None:
    """Raises:
    Invalid: the person is not in use, or the post is closed.
    Refused: against the separation of the three administrators.
    """
    if not person.is_active:
        raise Invalid(f"{person}的账号已停用。")
    if post.closed_on is not None:
        raise Invalid(f"岗位“{post}”已撤销。")
    if said := separation.clash(person, separation.kinds_of_post(post)):
        raise Refused(said)


@action("people.appoint", title="任职", may=policies.may_appoint)
def appoint(by: Person, post: Post, *, person: Person, since: date, until: date | None = None) -> Tenure:
    """``person`` holds ``post`` from ``since`` to ``until`` (both included; open where none).

    Raises:
        Invalid: the person or post is not in use, the period is none, or he holds it then already.
        Refused: against the separation of the three administrators, or to oneself.
    """
    checked_period(since, until)
    if person.pk == by.pk:
        raise Refused("不能任命自己。")
    checked_holder(person, post)
    overlapping = post.tenures.filter(Q(until__isnull=True) | Q(until__gte=since), person=person)
    if until is not None:
        overlapping = overlapping.filter(since__lte=until)
    if overlapping.exists():
        raise Invalid(f"{person}在这段时间已任“{post}”。")
    return Tenure.objects.create(person=person, post=post, since=since, until=until)


@action("people.end_tenure", title="终止任职", may=policies.may_end_tenure)
def end_tenure(by: Person, tenure: Tenure, *, until: date, reason: str = "") -> Tenure:
    """``until`` becomes the last day of ``tenure``.

    Raises:
        Invalid: it ended before, or ``until`` lies before its beginning.
        Refused: it makes its holder the last administrator of a kind.
    """
    if tenure.until is not None and tenure.until < timezone.localdate():
        raise Invalid("这段任职已经结束。")
    checked_period(tenure.since, until)
    for kind in filter(None, separation.kinds_of_post(tenure.post)):
        if separation.last_of(kind, without=[tenure.person]):
            raise Refused(separation.would_leave_none(tenure.person))
    tenure.until = until
    tenure.save(update_fields=["until"])
    return tenure


@action("people.hand_over", title="岗位交接", may=policies.may_hand_over)
def hand_over(by: Person, post: Post, *, to: Person, day: date | None = None) -> Tenure:
    """``to`` holds ``post`` from ``day`` (today or earlier); whoever held it held it to the day before.

    Work that waits at the post goes along; work that waits at the former holder's person is moved by the receivers of
    ``signals.handed_over``. Delegations of the post by the former holder end with it.

    Raises:
        Invalid: ``day`` lies ahead or not after the former tenure's first day, or ``to`` holds the post already.
        Refused: against the separation of the three administrators, or to oneself.
    """
    today = timezone.localdate()
    day = day or today
    if day > today:
        raise Invalid("交接日期不能晚于今天；请在交接当天办理。")
    if to.pk == by.pk:
        raise Refused("不能把岗位交接给自己。")
    checked_holder(to, post)
    former = list(post.tenures.filter(Q(until__isnull=True) | Q(until__gte=day)).select_related("person"))
    if any(tenure.person_id == to.pk for tenure in former):
        raise Invalid(f"{to}已任“{post}”。")
    if any(tenure.since >= day for tenure in former):
        raise Invalid("交接日期应晚于原任职的起始日期。")
    for tenure in former:
        tenure.until = day - ONE_DAY
        tenure.save(update_fields=["until"])
    made = Tenure.objects.create(person=to, post=post, since=day)
    for tenure in former:
        _end_delegations(tenure.person, post, day)
        signals.handed_over.send(sender=Post, post=post, giver=tenure.person, taker=to, by=by, day=day)
    return made


def _end_delegations(giver: Person, post: Post, day: date) -> None:
    for delegation in Delegation.objects.filter(giver=giver, post=post, until__gte=day):
        delegation.until = day - ONE_DAY
        delegation.save(update_fields=["until"])


@action("people.delegate", title="设定代行", may=policies.may_delegate)
def delegate(
    by: Person, giver: Person, *, taker: Person, since: date, until: date, reason: str, post: Post | None = None
) -> Delegation:
    """``taker`` acts for ``giver`` in ``post``, or in all his posts, from ``since`` to ``until`` (both included).

    Raises:
        Invalid: to oneself, backdated, longer than a year, without a reason, in a post that the giver does not hold,
            as a link of a chain, or twice; somebody is not in use.
        Refused: one of the two is an administrator.
    """
    checked_period(since, until, A_YEAR)
    if since < timezone.localdate():
        raise Invalid("代行不能补办，起始日期不能早于今天。")
    if not reason.strip():
        raise Invalid("请写明代行的事由。")
    _checked_parties(giver, taker)
    if post is not None and not giver.tenures.on(since).filter(post=post).exists():
        raise Invalid(f"{giver}在起始日期不任“{post}”，不能委托。")
    if post is None and not giver.tenures.on(since).exists():
        raise Invalid(f"{giver}在起始日期没有岗位，无可委托。")
    _no_chain(giver, taker, since, until)
    if Delegation.objects.filter(giver=giver, taker=taker, post=post, since__lte=until, until__gte=since).exists():
        raise Invalid("这段时间已有相同的代行。")
    return Delegation.objects.create(
        giver=giver, taker=taker, post=post, since=since, until=until, reason=reason.strip()
    )  # fmt: skip


def _checked_parties(giver: Person, taker: Person) -> None:
    if giver.pk == taker.pk:
        raise Invalid("不能委托给自己。")
    for person in (giver, taker):
        if not person.is_active:
            raise Invalid(f"{person}的账号已停用。")
        if administration_of(person):
            raise Refused(f"{person}是管理员，管理员的职责不能委托，也不代行业务岗位。")


def _no_chain(giver: Person, taker: Person, since: date, until: date) -> None:
    then = Delegation.objects.filter(since__lte=until, until__gte=since)
    if then.filter(taker=giver).exists():
        raise Invalid(f"{giver}在这段时间正代行他人，代行不能转委托。")
    if then.filter(giver=taker).exists():
        raise Invalid(f"{taker}在这段时间已委托他人代行，不能再接受委托。")


@action("people.end_delegation", title="终止代行", may=policies.may_end_delegation)
def end_delegation(by: Person, delegation: Delegation, *, reason: str = "") -> Delegation:
    """The delegation ended yesterday: from now on nothing more is done by it.

    Raises:
        Invalid: it is over already.
    """
    yesterday = timezone.localdate() - ONE_DAY
    if delegation.until <= yesterday:
        raise Invalid("这项代行已经结束。")
    delegation.until = yesterday
    delegation.save(update_fields=["until"])
    return delegation
