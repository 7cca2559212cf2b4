"""What is wrong with a document now: its elements by the form, its text by the checker."""

from __future__ import annotations

from lingwu_office.audit.chain import name_of
from lingwu_office.documents.domain.elements import ERROR, ElementFinding, Facts, check_elements
from lingwu_office.documents.models import Document
from lingwu_office.people.models import Unit
from lingwu_office.proofreading.checking import open_errors
from lingwu_office.proofreading.models import Judgement


def facts_of(document: Document, text: str) -> Facts:
    """What the form of ``document`` holds; an unsaved one is fine."""
    attached = document.attachments.filter(removed_at__isnull=True, use="附件") if document.pk else ()
    return Facts(
        kind=document.kind, title=document.title, issuer=document.issuer, addressees=document.addressees,
        copies_to=document.copies_to, urgency=document.urgency, text=text,
        by_leader=bool(document.form.get("领导交办")), lower=_lower(document),
        attached=tuple(row.name for row in attached),
    )  # fmt: skip


def _lower(document: Document) -> frozenset[str]:
    names = Unit.objects.filter(parent__isnull=False).values_list("name", "short_name")
    return frozenset(name for pair in names for name in pair if name and name != document.issuer)


def element_findings(document: Document, text: str = "") -> list[ElementFinding]:
    """What is wrong with the elements of a document sent by the office; nothing for one received."""
    return check_elements(facts_of(document, text)) if document.direction == "out" else []


def open_faults(document: Document, text: str) -> list[tuple[str, str]]:
    """Every open 差错 of elements and text: where, and what; those dismissed with a reason are left out."""
    faults = [one for one in element_findings(document, text) if one.severity == ERROR]
    marks = [one.fingerprint for one in faults]
    judged = Judgement.objects.filter(subject=name_of(document), fingerprint__in=marks, dismissed=True)
    dismissed = set(judged.values_list("fingerprint", flat=True)) if marks else set()
    told = [(f"{one.element}：", one.message) for one in faults if one.fingerprint not in dismissed]
    return told + [(_place(one, text), one["message"]) for one in open_errors(document, text)]


def _place(finding: dict[str, object], text: str) -> str:
    """标题“……”：, or 第3段“……”：."""
    excerpt = str(finding["excerpt"])[:20]
    if finding.get("element"):
        return f"{finding['element']}“{excerpt}”："
    paragraph = len([line for line in text[: int(str(finding["start"]))].split("\n")[:-1] if line.strip()]) + 1
    return f"第{paragraph}段“{excerpt}”："
