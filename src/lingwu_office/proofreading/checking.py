"""What the checker says of a text: the only place of the office that talks to it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.db import models

import lingwu
from lingwu_office.audit.chain import name_of
from lingwu_office.foundation.errors import Invalid
from lingwu_office.proofreading.composing import Composed, composed, elements_of
from lingwu_office.proofreading.models import HouseWord, Judgement, Proofreading

ERROR = lingwu.Severity.ERROR.value
BLANK = re.compile(r"[\s\x00-\x1f\u200b\ufeff]+")
TABLE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$|^\s*\|\s*:?-{2,}:?\s*\|\s*$", re.MULTILINE)
"""The second row of a table in bars."""
HIDES = {"```": "'''", "~~~": "---", "<!--": "＜!--"}
"""What would hide text from the checker, with what stands in its place: the length stays."""
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff]")
"""Characters that a text in a browser has no use for; the checker is shown a space in their place."""
KEPT = 512
"""Texts whose findings a process remembers."""
Said = dict[str, Any]


def proofread(text: str, *, form: Mapping[str, str] | None = None) -> Proofreading:
    """What the checker says of ``text``, with the elements of ``form`` around it (by their names on paper).

    The same text with the same house words is checked once. ``findings`` of the result are dicts of ``code``,
    ``title``, ``severity``, ``message``, ``basis``, ``strength``, ``excerpt``, ``fingerprint``, ``element`` (empty: the
    text itself), ``start`` and ``end`` in code points of the text or the element, and ``fixes``, each of ``title``,
    ``safety`` and ``edits`` of ``start``, ``end``, ``new``. The result is stored only by the verbs of this app.
    """
    words = house_words()
    said = tuple(sorted((form or {}).items()))
    digest = digest_of(text, said, words)
    ruleset = checker(words).ruleset
    stored = Proofreading.objects.filter(digest=digest, ruleset=ruleset).order_by("pk").first()
    if stored is not None:
        return stored
    engine, found = _findings(text, said, words)
    return Proofreading(digest=digest, engine=engine, ruleset=ruleset, findings=json.loads(found))


def open_errors(subject: models.Model, text: str) -> list[Said]:
    """The findings of the kind 差错 of ``text``, and of the elements of ``subject``, that nobody has dismissed."""
    return [one for one in judged(subject, text) if one["severity"] == ERROR and not one["dismissed"]]


def judged(subject: models.Model, text: str) -> list[Said]:
    """All findings of ``text`` and of the elements of ``subject``, each with ``dismissed``: None, or who and why."""
    rows = Judgement.objects.filter(subject=name_of(subject), dismissed=True).select_related("by")
    dismissals = {row.fingerprint: {"by": str(row.by), "reason": row.reason, "step": row.step} for row in rows}
    found = proofread(text, form=elements_of(subject)).findings
    return [{**one, "dismissed": dismissals.get(one["fingerprint"])} for one in found]


def house_words() -> tuple[str, ...]:
    """The words that the office has accepted, in order."""
    return tuple(HouseWord.objects.filter(accepted=True).order_by("word").values_list("word", flat=True))


def digest_of(text: str, form: tuple[tuple[str, str], ...], words: tuple[str, ...]) -> str:
    """SHA-256, 64 hexadecimal digits, of all that decides about the findings but the rules."""
    packed = json.dumps([text, form, words], ensure_ascii=False)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4)
def checker(words: tuple[str, ...]) -> lingwu.Checker:
    """The checker of this process with these house words; made anew when they change."""
    return lingwu.Checker(lingwu.Config(accept=words))


def readable(text: str) -> lingwu.Document:
    """``text`` as a document whose positions are those of ``text``; lines with bars are a table.

    Raises:
        Invalid: the text cannot be checked; the sentence says why.
    """
    for mark, other in HIDES.items():
        text = text.replace(mark, other)
    name = "公文.md" if TABLE.search(text) else "公文.txt"
    try:
        doc = lingwu.read(ODD.sub(" ", text).encode("utf-8-sig"), name)
    except lingwu.ReadError as error:
        raise Invalid(str(error)) from error
    return replace(doc, meta={**doc.meta, "accepted": ()})


@lru_cache(maxsize=KEPT)
def _findings(text: str, form: tuple[tuple[str, str], ...], words: tuple[str, ...]) -> tuple[str, str]:
    """The engine and the findings as JSON."""
    made = composed(text, dict(form))
    if not BLANK.sub("", ODD.sub("", made.whole)):
        return "", "[]"
    doc, at_work = readable(made.whole), checker(words)
    report = at_work.check(doc)
    titles = {rule.code: rule.title for rule in at_work.rules}
    found = [_said(finding, made, titles.get(finding.code, "")) for finding in report.findings]
    return report.engine, json.dumps(found, ensure_ascii=False)


def _said(finding: lingwu.Finding, made: Composed, title: str) -> Said:
    piece = made.piece_at(finding.span.start)
    length = piece.end - piece.start

    def at(position: int) -> int:
        return min(max(position - piece.start, 0), length)

    start, end = at(finding.span.start), at(finding.span.end)
    return {
        "code": finding.code, "title": title, "severity": finding.severity.value, "message": finding.message,
        "basis": f"{finding.basis.source} {finding.basis.clause}".strip(), "strength": finding.basis.strength.value,
        "element": piece.name, "start": start, "end": end, "fingerprint": finding.fingerprint,
        "excerpt": made.whole[piece.start + start : piece.start + end],
        "fixes": list(_fixes(finding, piece.start, piece.end, made.whole)),
    }  # fmt: skip


def _fixes(finding: lingwu.Finding, start: int, end: int, whole: str) -> Iterator[Said]:
    """The fixes that lie wholly in ``start:end``, with positions from there."""
    for fix in finding.fixes:
        if all(start <= edit.span.start and edit.span.end <= end for edit in fix.edits):
            edits = [{"start": e.span.start - start, "end": e.span.end - start, "new": e.new} for e in fix.edits]
            yield {"title": fix.title or _title(fix, whole), "safety": fix.safety.value, "edits": edits}


def _title(fix: lingwu.Fix, whole: str) -> str:
    if len(fix.edits) > 1:
        return "一并改正"
    edit = fix.edits[0]
    old = edit.span.of(whole)
    if not edit.new:
        return f"删去“{old}”"
    return f"改为“{edit.new}”" if old else f"补上“{edit.new}”"
