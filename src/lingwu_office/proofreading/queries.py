"""What was found and mended where, and the words of the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Count, QuerySet

from lingwu_office.audit.chain import name_of
from lingwu_office.proofreading.models import HouseWord, Judgement

EXAMPLES = 3


@dataclass
class StepWork:
    """What one step made of findings: ``mended`` and ``dismissed``, each in the order of time."""

    step: str
    mended: list[Judgement] = field(default_factory=list)
    dismissed: list[Judgement] = field(default_factory=list)


def findings_by_step(thing: models.Model) -> dict[str, StepWork]:
    """For each step (its key in the flow) what was found there, and whether it was mended or left with a reason."""
    found: dict[str, StepWork] = {}
    for one in Judgement.objects.filter(subject=name_of(thing)).select_related("by").order_by("at", "pk"):
        work = found.setdefault(one.step, StepWork(one.step))
        (work.dismissed if one.dismissed else work.mended).append(one)
    return found


def dismissals_of(excerpt: str) -> tuple[int, int]:
    """How often ``excerpt`` was dismissed, and by how many persons."""
    rows = Judgement.objects.filter(excerpt=excerpt, dismissed=True)
    counted = rows.aggregate(times=Count("pk"), persons=Count("by", distinct=True))
    return counted["times"], counted["persons"]


def proposals() -> QuerySet[HouseWord]:
    """Words that wait for a decision."""
    return HouseWord.objects.filter(decided_at__isnull=True).order_by("word")


def decided_words() -> QuerySet[HouseWord]:
    """Words that were accepted or rejected; the accepted first."""
    return HouseWord.objects.filter(decided_at__isnull=False).select_related("decided_by").order_by("-accepted", "word")


def reasons_of(words: Sequence[HouseWord]) -> dict[str, list[str]]:
    """For each word some of the reasons it was dismissed with, without the documents they were written in."""
    rows = Judgement.objects.filter(excerpt__in=[word.word for word in words], dismissed=True).order_by("-at")
    found: dict[str, list[str]] = {}
    for excerpt, reason in rows.values_list("excerpt", "reason"):
        kept = found.setdefault(excerpt, [])
        if len(kept) < EXAMPLES and reason not in kept:
            kept.append(reason)
    return found
