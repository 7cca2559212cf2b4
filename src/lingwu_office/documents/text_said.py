"""What the editor is told of a text: its findings with positions as a browser counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from lingwu_office.audit.chain import name_of
from lingwu_office.documents.checking import element_findings
from lingwu_office.documents.models import Document
from lingwu_office.proofreading.checking import judged
from lingwu_office.proofreading.models import Judgement

Said = dict[str, Any]
SEVERITIES = ("差错", "疑似", "建议")
ASTRAL = "\uffff"


def said_of(document: Document, text: str) -> list[Said]:
    """All findings of ``text`` and of the elements of ``document``, in UTF-16 positions, elements first."""
    at = utf16(text)
    found = [_moved(one, at) if not one["element"] else one for one in judged(document, text)]
    return sorted(_elements(document, text) + found, key=lambda one: (one["element"] == "", one["start"]))


def counts(found: Sequence[Said]) -> dict[str, int]:
    """How many open findings there are of each severity."""
    counter = Counter(one["severity"] for one in found if not one["dismissed"])
    return {severity: counter[severity] for severity in SEVERITIES}


def utf16(text: str) -> Callable[[int], int]:
    """How a position in code points of ``text`` is counted in UTF-16, as a browser does."""
    if not any(char > ASTRAL for char in text):
        return lambda position: position
    places = [0, *accumulate(2 if char > ASTRAL else 1 for char in text)]
    return places.__getitem__


def _moved(one: Said, at: Callable[[int], int]) -> Said:
    fixes = [
        {**fix, "edits": [{**edit, "start": at(edit["start"]), "end": at(edit["end"])} for edit in fix["edits"]]}
        for fix in one["fixes"]
    ]
    return {**one, "start": at(one["start"]), "end": at(one["end"]), "fixes": fixes}


def _elements(document: Document, text: str) -> list[Said]:
    """What the form's own rules say, in the same shape."""
    found = element_findings(document, text)
    if not found:
        return []
    rows = Judgement.objects.filter(
        subject=name_of(document), dismissed=True, fingerprint__in=[one.fingerprint for one in found]
    ).select_related("by")
    dismissals = {row.fingerprint: {"by": str(row.by), "reason": row.reason, "step": row.step} for row in rows}
    return [
        {
            "code": one.code, "title": one.element, "severity": one.severity, "message": one.message,
            "basis": one.basis, "strength": "", "element": one.element, "start": 0, "end": 0, "excerpt": one.excerpt,
            "fingerprint": one.fingerprint, "fixes": [], "dismissed": dismissals.get(one.fingerprint),
        }
        for one in found
    ]  # fmt: skip
