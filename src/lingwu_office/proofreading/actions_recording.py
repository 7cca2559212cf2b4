"""What follows when a text is saved: what the checker said of it is kept, and what it no longer says was mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import models

from lingwu_office.audit.action import acted
from lingwu_office.audit.chain import name_of
from lingwu_office.proofreading.checking import Said, proofread
from lingwu_office.proofreading.composing import elements_of
from lingwu_office.proofreading.models import Judgement, Proofreading

SAVES = ("documents.save_text", "documents.take_in")
"""Verbs whose result is a version: ``text``, ``base``, ``aside``, and ``step`` at which it was saved."""


def connect() -> None:
    """Hear of every verb; called once when the office starts."""
    acted.connect(on_acted, dispatch_uid="proofreading")


def on_acted(sender: object, *, verb: str, by: Any, thing: Any, result: Any, **rest: object) -> None:
    """Record what a saved version mended; what is set aside mends nothing yet."""
    if verb not in SAVES or result is None or result.aside:
        return
    before = thing.versions.filter(number__lt=result.number, aside=False).order_by("-number").first()
    record_saved(by, thing, before=before.text if before else "", after=result.text, step=result.step)


def record_saved(by: Any, thing: models.Model, *, before: str, after: str, step: str) -> list[Judgement]:
    """Keep what the checker says of ``after``, and record as mended at ``step`` what it said of ``before`` only."""
    form = elements_of(thing)
    now, then = kept(proofread(after, form=form)), proofread(before, form=form)
    rows = [
        Judgement(
            subject=name_of(thing), fingerprint=one["fingerprint"], code=one["code"], excerpt=one["excerpt"][:120],
            dismissed=False, reason=_mended(one), step=step[:40], by=by,
        )
        for one in gone(then.findings, now.findings)
    ]  # fmt: skip
    return Judgement.objects.bulk_create(rows, ignore_conflicts=True)


def kept(said: Proofreading) -> Proofreading:
    """``said``, stored."""
    if said.pk is None:
        said.save()
    return said


def gone(then: Sequence[Said], now: Sequence[Said]) -> list[Said]:
    """The findings of ``then`` that are not in ``now``: moved or in other surroundings is not gone."""
    names = {one["fingerprint"] for one in now}
    new = Counter(_what(one) for one in now) - Counter(_what(one) for one in then if one["fingerprint"] in names)
    found = []
    for one in then:
        if one["fingerprint"] in names:
            continue
        if new[_what(one)] > 0:
            new[_what(one)] -= 1
        else:
            found.append(one)
    return found


def _what(one: Said) -> tuple[str, str, str]:
    return one["code"], one["element"], one["excerpt"]


def _mended(one: Said) -> str:
    return f"{one['severity']}：{one['message']}"[:200]
