"""New documents: drafting one, receiving one, and what is checked while the form is filled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from lingwu_office.documents import queries
from lingwu_office.documents.actions import attach, draft, receive
from lingwu_office.documents.checking import element_findings
from lingwu_office.documents.domain.elements import ElementFinding, closing_of
from lingwu_office.documents.forms import DraftForm, ReceiveForm, units_for
from lingwu_office.documents.forms_fields import said_of
from lingwu_office.documents.models import Direction, Document
from lingwu_office.documents.opening import current, keep_out, opened
from lingwu_office.files.actions import store
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.asking import person_of
from lingwu_office.people.models import Person

TAGS = {"差错": "error", "疑似": "doubt", "建议": "advice"}
"""The class of a tag by the severity of a finding."""
PLACES = {
    "文种": "kind", "标题": "title", "主送机关": "addressees", "抄送机关": "copies_to", "紧急程度": "urgency",
}  # fmt: skip
"""The fields beside which findings of an element are told."""
CHECKED = ("kind", "title", "addressees", "copies_to", "urgency")


def new(request: HttpRequest) -> HttpResponse:
    """拟稿: the form of a new document; afterwards its text is written.

    Raises:
        Refused: the person may draft in no unit.
    """
    person = person_of(request)
    units = units_for(person, "draft")
    if not units:
        raise Refused("您的岗位和角色不能起草公文，请联系安全管理员。")
    form = DraftForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        try:
            document = draft(person, form.cleaned_data["unit"], **form.elements())
        except (Invalid, Refused) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "已经立稿，请写正文。")
            return redirect("documents:text", document.pk)
    shown = {
        "form": form,
        "checked": True,
        "more": ("code", "copies", "due_at", "附注", "公开属性", "联系人", "联系电话"),
    }
    return render(request, "documents/new.html", shown, status=400 if form.errors else 200)


@require_POST
def check(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """What is wrong with the elements as they are typed; nothing is kept."""
    known = opened(request, pk) if pk is not None else None
    document = _typed(person_of(request), request.POST, known)
    version = current(known) if known else None
    text = version.text if version else ""
    by_place = findings_by_place(element_findings(document, text))
    places = {name: by_place.get(name, []) for name in (*CHECKED, "")}
    shown = {"places": places, "closings": closing_of(document.kind), "kind": document.kind}
    return render(request, "documents/_checked.html", shown)


def _typed(person: Person, typed: Mapping[str, Any], known: Document | None) -> Document:
    """A document that is not stored, with what was typed so far."""
    unit = known.unit if known else person.unit
    issuer = known.issuer if known else (unit.line()[-1].name if unit else "")
    kept = {name: str(typed.get(name, ""))[:500] for name in CHECKED}
    form = known.form if known else {}
    return Document(direction=Direction.OUTGOING, issuer=issuer, form=form, **kept)


def findings_by_place(found: list[ElementFinding]) -> dict[str, list[dict[str, str]]]:
    """Findings as a page tells them, by the name of the field beside which they stand (empty: none of them)."""
    by_place: dict[str, list[dict[str, str]]] = {}
    for one in found:
        told = {"severity": one.severity, "tag": TAGS[one.severity], "message": one.message, "basis": one.basis}
        by_place.setdefault(PLACES.get(one.element, ""), []).append(told)
    return by_place


@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """How many working days there are until the day in the field."""
    typed = str(next(iter(request.GET.values()), ""))
    try:
        said = said_of(date.fromisoformat(typed)) if typed else ""
    except ValueError:
        said = "日期不对。"
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def receive_page(request: HttpRequest) -> HttpResponse:
    """签收: a document that came in, with its original where there is a file of it.

    Raises:
        Refused: the person may receive in no unit.
    """
    person = person_of(request)
    units = units_for(person, "receive")
    if not units:
        raise Refused("收文由文书签收登记，您没有这项权限。")
    form, twins = ReceiveForm(request.POST or None, request.FILES or None, units=units), []
    if request.method == "POST" and form.is_valid():
        twins = same_before(person, form.cleaned_data)
        if not twins or form.cleaned_data["again"]:
            try:
                return _received(request, person, form)
            except (Invalid, Refused) as error:
                form.add_error(None, str(error))
        else:
            form.add_error("again", "可能已经签收过，请先核对上面的来文。")
    shown = {"form": form, "twins": twins}
    return render(request, "documents/receive.html", shown, status=400 if form.errors else 200)


def same_before(person: Person, given: Mapping[str, Any]) -> list[Document]:
    """Documents received before that seem to be the same: the same source number, or source and title."""
    rows = queries.visible_documents(person).filter(direction=Direction.INCOMING, source=given["source"].strip())
    number = given["source_number"].strip()
    same = rows.filter(source_number=number) if number else rows.filter(title=given["title"].strip())
    return list(same[:5])


def _received(request: HttpRequest, person: Person, form: ReceiveForm) -> HttpResponse:
    """The file is looked at before anything is kept: a refused one leaves no document."""
    original: UploadedFile | None = form.cleaned_data["original"]
    unit = form.cleaned_data["unit"]
    keep_out(person, "documents.receive", unit, *(said for said in form.cleaned_data.values() if isinstance(said, str)))
    stored = store(person, unit, name=original.name or "", content=original.chunks()) if original else None
    document = receive(person, unit, **form.elements())
    if stored is not None and original is not None:
        attach(person, document, stored_file=stored, name=original.name or "", use="来文原件")
    messages.success(request, "已签收，接着登记。")
    return redirect("documents:act", document.pk, "register")


def twins(request: HttpRequest) -> HttpResponse:
    """While 来文 is typed: what was received before under this number."""
    given = {name: request.POST.get(name, "") for name in ("source", "source_number", "title")}
    found = same_before(person_of(request), given) if given["source"].strip() else []
    return render(request, "documents/_twins.html", {"twins": found})
