"""One page for every verb: GET asks for what the verb needs, POST does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lingwu_office.audit.acting import demand
from lingwu_office.audit.action import verbs
from lingwu_office.documents import policies
from lingwu_office.documents.domain.elements import ERROR
from lingwu_office.documents.domain.flow import Act
from lingwu_office.documents.flows import flow_of
from lingwu_office.documents.forms import elements_of
from lingwu_office.documents.forms_verbs import HANDS, MAKERS, ON_ANOTHER_PAGE, QUIET
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.opening import current, keep_out, opened
from lingwu_office.documents.text_said import Said, said_of
from lingwu_office.files.actions import store
from lingwu_office.foundation.errors import Conflict, OfficeError, Refused
from lingwu_office.people.asking import person_of
from lingwu_office.people.models import Person

WITH_ELEMENTS = {"change_elements", "register"}
"""Verbs that take elements of the form."""
GATED = {"submit", "pass_on", "sign"}
"""Verbs that an open 差错 stops."""
DONE = {
    "submit": "已送审。", "pass_on": "已送下一环节。", "send_back": "已退回。", "withdraw": "已撤回，公文回到您这里。",
    "sign": "已签发。", "number": "已编号。", "archive": "已归档。", "register": "已登记。", "mark_read": "已阅。",
    "report_done": "已报告办结。", "remind": "已催办。", "attach": "附件已加上。", "change_elements": "要素已保存。",
}  # fmt: skip


class VerbForm(forms.Form):
    """The form of one verb on one document; ``only`` leaves the fields of these names."""

    def __init__(
        self, verb: str, document: Document, *args: Any, only: frozenset[str] | None = None, **given: Any
    ) -> None:
        super().__init__(*args, **given)
        self.verb = verb
        fields = MAKERS[verb](document)
        self.fields.update({name: field for name, field in fields.items() if only is None or name in only})

    def given(self) -> dict[str, Any]:
        """The arguments of the verb; what was left empty is left to the verb."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if not name.startswith(HANDS)}
        if self.verb in WITH_ELEMENTS:
            return elements_of(cleaned)
        given = {
            name: value for name, value in cleaned.items() if value not in (None, "") or self.fields[name].required
        }
        hands = self._hands()
        return given | {"to": hands} if hands else given

    def _hands(self) -> dict[str, Any]:
        """Who was chosen for which step; nobody takes a choice back only where the choosers were on the page."""
        shown = bool(self.data.get("choosing"))
        chosen = {name: value for name, value in self.cleaned_data.items() if name.startswith(HANDS)}
        return {name.removeprefix(HANDS): value for name, value in chosen.items() if value or shown}


@dataclass(frozen=True)
class Fault:
    """An open 差错: in which element or the 正文, on which words, what is wrong."""

    place: str
    excerpt: str
    said: str
    fingerprint: str


def faults_of(document: Document, verb: str, found: Sequence[Said]) -> list[Fault]:
    """The open 差错 among ``found`` that keep ``verb`` from being done."""
    if verb not in GATED or document.direction != "out" or _past_gate(document):
        return []
    wrong = [one for one in found if one["severity"] == ERROR and not one["dismissed"]]
    return [Fault(one["element"] or "正文", one["excerpt"][:20], one["message"], one["fingerprint"]) for one in wrong]


def findings_of(document: Document, version: Version | None) -> list[Said]:
    """What is found in the text and elements of a document sent; nothing of one received or without a text."""
    return said_of(document, version.text) if version and document.direction == "out" else []


def _past_gate(document: Document) -> bool:
    flow = flow_of(document)
    return document.step in flow and flow.at(document.step).act in (Act.SEAL, Act.NUMBER)


def perform(person: Person, document: Document, verb: str, given: Mapping[str, Any]) -> Any:
    """Do the verb. A file is inspected and kept before it is attached.

    Raises:
        Refused, Invalid: as the verb says.
    """
    if verb != "attach":
        return verbs[f"documents.{verb}"].run(person, document, **given)
    demand(person, "documents.attach", document)
    keep_out(person, "documents.attach", document, str(given.get("name") or ""))
    file: UploadedFile = given["file"]
    stored = store(person, document.unit, name=file.name or "", content=file.chunks())
    name = given.get("name") or file.name
    return verbs["documents.attach"].run(person, document, stored_file=stored, name=name, use=given["use"])


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """The form of a verb, or what it did.

    Raises:
        Refused: the person may not do it; the sentence says why.
    """
    if verb not in MAKERS or verb in QUIET:
        raise Http404
    person, document = person_of(request), opened(request, pk)
    if request.method == "POST":
        return _do(request, person, document, verb)
    demand(person, f"documents.{verb}", document)
    if verb in ON_ANOTHER_PAGE:
        return redirect(ON_ANOTHER_PAGE[verb], pk)
    return _form(request, document, form_for(person, document, verb))


def form_for(person: Person, document: Document, verb: str) -> VerbForm:
    """The form before anything is typed. Who acknowledges chooses among the copies of his own units, where these wait;
    only 文书, who records for others, chooses among all.
    """
    form, look = VerbForm(verb, document), policies.Look(person, document)
    if verb == "pass_on" and look.mine and not look.mine[0].lead:  # 加签 arranges nobody for later steps
        form.fields = {name: field for name, field in form.fields.items() if not name.startswith(HANDS)}
    if verb != "acknowledge":
        return form
    field = form.fields["distribution"]
    assert isinstance(field, forms.ModelChoiceField) and field.queryset is not None
    own = field.queryset.filter(unit__in=look.standing.units)
    field.initial = own.first()
    if field.initial and not look.role("documents.distribute"):
        field.queryset, field.empty_label = own, None
        del form.fields["received_by"]
    return form


def _do(request: HttpRequest, person: Person, document: Document, verb: str) -> HttpResponse:
    form = VerbForm(verb, document, request.POST, request.FILES)
    if not form.is_valid():
        demand(person, f"documents.{verb}", document)
        return _form(request, document, form, status=400)
    try:
        perform(person, document, verb, form.given())
    except OfficeError as error:
        if isinstance(error, Refused) and not policies.rule(verb)(person, document):
            raise
        document.refresh_from_db()
        form.add_error(None, str(error))
        return _form(request, document, form, status=409 if isinstance(error, Conflict) else 400)
    messages.success(request, DONE.get(verb, f"已办：{verbs[f'documents.{verb}'].title}。"))
    return redirect(_next(person, document, verb))


def _next(person: Person, document: Document, verb: str) -> str:
    """To the document while it may still be read."""
    return document.get_absolute_url() if policies.may_see(person, document) else "workbench"


def _form(request: HttpRequest, document: Document, form: VerbForm, status: int = 200) -> HttpResponse:
    verb = verbs[f"documents.{form.verb}"]
    found = findings_of(document, current(document)) if form.verb in GATED else ()
    shown = {
        "document": document, "form": form, "verb": form.verb, "title": verb.title,
        "faults": faults_of(document, form.verb, found), "checked": form.verb == "change_elements",
        "step": _step(document), "multipart": form.is_multipart(), "danger": DANGER.get(form.verb, ""),
        "with_elements": WITH_ELEMENTS,
    }  # fmt: skip
    return render(request, "documents/act.html", shown, status=status)


DANGER = {
    "withdraw": "撤回后各处的待办取消，公文回到您这里。确定撤回吗？",
    "void": "作废后不能恢复。确定作废吗？",
    "void_number": "作废的编号不再使用，仍留在编号簿里。确定作废吗？",
    "detach": "去掉后留痕中仍有记录。确定去掉这个附件吗？",
}
"""Verbs asked for once more before they are done."""


def _step(document: Document) -> str:
    flow = flow_of(document)
    return flow.at(document.step).title if document.step in flow else ""
