"""Who gets a step: the words of the flow looked up among posts, persons and roles. ``person:3`` and ``post:4``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from lingwu_office.access.models import Grant
from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.documents.domain import flow as domain
from lingwu_office.documents.domain.flow import Act, Step
from lingwu_office.documents.models import Document
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post, Tenure, Unit


def name_of(who: Person | Post) -> str:
    """``person:3`` or ``post:4``."""
    return f"{'post' if isinstance(who, Post) else 'person'}:{who.pk}"


def names_of(given: Any) -> tuple[str, ...]:
    """The names of what was given as ``to``: None, one person or post, or several; each once."""
    if given is None:
        return ()
    several = [given] if isinstance(given, (Person, Post)) else list(given)
    return tuple(dict.fromkeys(name_of(who) for who in several))


def found(names: Iterable[str]) -> list[Person | Post]:
    """The persons and posts of these names, in order.

    Raises:
        Invalid: there is none of a name.
    """
    result: list[Person | Post] = []
    for name in names:
        kind, _, key = name.partition(":")
        model: Any = Post if kind == "post" else Person
        one = model.objects.filter(pk=int(key)).first()
        if one is None:
            raise Invalid("选定的办理人已经不在，请重新选定。")
        result.append(one)
    return result


def fields_of(who: Person | Post) -> dict[str, Any]:
    """The fields of an assignment to ``who``."""
    return {"post": who} if isinstance(who, Post) else {"person": who}


def usable(names: Iterable[str], document: Document, step: Step) -> list[Person | Post]:
    """Those of these names who can still be given ``step``; where nobody is left, the flow's actor.

    Raises:
        Invalid: nobody is left, and the flow leaves it to a choice.
    """
    kept: list[Person | Post] = []
    chosen = found(names)
    for who in chosen:
        try:
            check_fit(who, step)
        except Invalid:
            continue
        kept.append(who)
    if not kept and step.actor == domain.CHOSEN:
        said = "、".join(map(str, chosen))
        raise Invalid(f"选定的{said}现在不能办理“{step.title}”，请重新选定；您不能选定的，退回前面的环节重新选定。")
    return kept or hands_for(document, step)


def check_fit(who: Person | Post, step: Step) -> None:
    """Whether ``who`` may be given ``step``.

    Raises:
        Invalid: he is out of office, an administrator, or the post is closed or held by nobody, or may not sign.
    """
    holders = _holders(who)
    if not holders:
        raise Invalid(f"“{who}”现在无人在岗，请另选办理人。")
    for person in holders:
        if not person.is_active or administration_of(person):
            raise Invalid(f"“{person}”不能办理公文，请另选办理人。")
        needed = {Act.SIGN: "documents.sign", Act.INSTRUCT: "documents.instruct"}.get(step.act)
        if needed and not may_by_role(person, needed):
            raise Invalid(f"“{person}”没有{step.title}权限，请另选领导。")


def _holders(who: Person | Post) -> list[Person]:
    if isinstance(who, Person):
        return [who]
    return list(Person.objects.filter(tenures__in=Tenure.objects.on().filter(post=who), is_active=True).distinct())


def principal(document: Document) -> Post | None:
    """主要负责人: the principal post nearest above the document's unit."""
    return _nearest(document.unit, Q(principal=True))


def is_principal(who: Person | Post) -> bool:
    """Whether ``who`` is the 主要负责人, or the post of one."""
    if isinstance(who, Post):
        return who.principal
    return any(post.principal for post in who.posts_on())


def hands_for(document: Document, step: Step) -> list[Person | Post]:
    """Who gets ``step`` by the flow's word where nobody was chosen.

    Raises:
        Invalid: nobody holds what the word names; the text says what to do.
    """
    actor = step.actor
    if actor == domain.DRAFTER and document.drafter.is_active:
        return [document.drafter]
    if actor == domain.CHOSEN:
        raise Invalid(f"请选定“{step.title}”的办理人。")
    if actor.startswith(domain.ROLE):
        return _of_role(actor.removeprefix(domain.ROLE), document.unit, step)
    if actor == domain.LEAD:
        return _lead(document)
    by_head = actor in (domain.UNIT_HEAD, domain.DRAFTER)
    post = _head(document) if by_head else principal(document)
    if post is None:
        said = "本单位及上级没有在岗的负责人" if by_head else "没有在岗的主要负责人"
        raise Invalid(f"“{step.title}”找不到办理人：{said}，请系统管理员在“岗位”中设置。")
    return [post]


def _head(document: Document) -> Post | None:
    """The head nearest above the drafter: a head's own draft goes to the head above, where there is one."""
    own = {post.pk for post in document.drafter.posts_on()}
    return _nearest(document.unit, Q(head=True) & ~Q(pk__in=own)) or _nearest(document.unit, Q(head=True))


def _nearest(unit: Unit, which: Q) -> Post | None:
    """The post nearest above ``unit`` that somebody holds."""
    held = Tenure.objects.on().filter(person__is_active=True).values("post")
    for above in unit.line():
        rows = Post.objects.filter(which, unit=above, closed_on__isnull=True, pk__in=held)
        if post := rows.order_by("order", "pk").first():
            return post
    return None


def _of_role(role: str, unit: Unit, step: Step) -> list[Person | Post]:
    above = {part.pk for part in unit.line()}
    grants = Grant.objects.on().filter(role__name=role).select_related("post", "person")
    near = [grant for grant in grants if grant.unit_id is None or grant.unit_id in above]
    hands = dict.fromkeys(grant.post or grant.person for grant in near)
    kept: list[Person | Post] = [who for who in hands if who is not None and _holders(who)]
    if not kept:
        raise Invalid(f"“{step.title}”找不到办理人：没有人担任角色“{role}”，请安全管理员授权。")
    return kept


def _lead(document: Document) -> list[Person | Post]:
    """Who handled the document in the lead last."""
    part = document.assignments.filter(step="handle", lead=True).exclude(outcome="cancelled").order_by("-pk").first()
    return [part.post or part.person] if part else [document.drafter]  # type: ignore[list-item]


def head_above(person: Person) -> Post | None:
    """The head's post nearest above ``person`` that somebody else holds."""
    if person.unit is None:
        return None
    own = {post.pk for post in person.posts_on()}
    return _nearest(person.unit, Q(head=True) & ~Q(pk__in=own))


def head_of(unit: Unit) -> Post:
    """The head's post of ``unit`` itself.

    Raises:
        Invalid: it has none.
    """
    post = Post.objects.filter(unit=unit, head=True, closed_on__isnull=True).order_by("order", "pk").first()
    if post is None:
        raise Invalid(f"“{unit}”没有设负责人岗位，请指定到人。")
    return post
