"""Who may read which documents: asked by every list, search, count, export, history and file."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lingwu_office.access.policies import units_by_role
from lingwu_office.documents.models import Assignment, Distribution, Document
from lingwu_office.documents.standing import standing_of
from lingwu_office.foundation.verdict import Verdict, no, yes


def visible_to(person: Any) -> Q:
    """The documents that ``person`` may read.

    His own drafts; what was ever assigned to him, to a post he holds, or to whom he acts for; what was distributed to
    his units; those of a unit he heads; those within the scope of a role with ``documents.view``. The three
    administrators see none.
    """
    standing = standing_of(person)
    if not standing.persons:
        return Q(pk__in=())
    scope = units_by_role(person, "documents.view")
    if scope is None:
        return Q()
    by_person = Assignment.objects.filter(person__in=standing.persons).values("document")
    by_post = Assignment.objects.filter(post__in=standing.posts).values("document")
    sent = Distribution.objects.filter(unit__in=standing.units).values("document")
    shown = Q(drafter__in=standing.persons) | Q(unit__in=scope | standing.heads)
    return shown | Q(pk__in=by_person) | Q(pk__in=by_post) | Q(pk__in=sent)


def may_see(person: Any, document: Document) -> Verdict:
    """Whether ``person`` may read the document: the same as ``visible_to``, asked for one."""
    standing = standing_of(person)
    if not standing.persons or document.pk is None:
        return no("您不在这件公文的办理范围内。")
    scope = units_by_role(person, "documents.view")
    if scope is None or document.unit_id in scope | standing.heads or document.drafter_id in standing.persons:
        return yes("在您的查看范围内")
    if document.assignments.filter(standing.assigned()).exists():
        return yes("经您办理")
    if standing.units and document.distributions.filter(unit__in=standing.units).exists():
        return yes("发给本人所在单位")
    return no("您不在这件公文的办理范围内。")
