"""The editor: the text of a document with its findings, saving it, judging a finding, taking in a version set aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lingwu_office.documents import actions_drafting as actions
from lingwu_office.documents.actions_drafting import LONGEST_TEXT
from lingwu_office.documents.forms_text import JudgeForm, TakeInForm, TextForm
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.opening import current, opened
from lingwu_office.documents.policies import may_judge, rule
from lingwu_office.documents.queries import asides_of, record_viewing
from lingwu_office.documents.text_diff import compare, counted
from lingwu_office.documents.text_merge import merge
from lingwu_office.documents.text_said import counts, said_of
from lingwu_office.foundation.errors import Conflict, Invalid, OfficeError, Refused
from lingwu_office.people.asking import person_of
from lingwu_office.proofreading.actions import dismiss, undo_dismissal
from lingwu_office.proofreading.reading import READABLE

STATUS: dict[type[OfficeError], int] = {Refused: 403, Conflict: 409}


def wants_json(request: HttpRequest) -> bool:
    """Whether the editor asks, and not a browser that turns pages."""
    return request.headers.get("Accept", "").startswith("application/json")


def refusal(error: OfficeError) -> JsonResponse:
    """An error of the office as the editor shows it."""
    return JsonResponse({"said": str(error)}, status=STATUS.get(type(error), 400))


def first_error(form: Form) -> str:
    """What is wrong with a form, in one sentence."""
    name, errors = next(iter(form.errors.items()))
    field = form.fields.get(name)
    label = f"{field.label}：" if field is not None and field.label and not field.widget.is_hidden else ""
    return f"{label}{errors[0]}"


@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor; a text posted becomes a version."""
    document = opened(request, pk)
    if request.method == "POST":
        return _save(request, document)
    record_viewing(person_of(request), document)
    version = current(document)
    return _editor(request, document, version.text if version else "", version)


def _editor(
    request: HttpRequest, document: Document, said: str, version: Version | None, *, base: int | None = None,
    form: TextForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found = said_of(document, said)
    shown = {
        "document": document, "version": version, "text": said, "findings": found, "counts": counts(found),
        "open": [one for one in found if not one["dismissed"]], "form": form or TextForm(),
        "dismissed": [one for one in found if one["dismissed"]], "base": document.version if base is None else base,
        "edits": rule("save_text")(person_of(request), document), "judges": may_judge(person_of(request), document),
        "signed": document.signed_version is not None, "asides": list(asides_of(document)),
        "attaches": rule("attach")(person_of(request), document), "readable": ",".join(READABLE), "most": LONGEST_TEXT,
    }  # fmt: skip
    return render(request, "documents/text.html", shown, status=status)


def _save(request: HttpRequest, document: Document) -> HttpResponse:
    """Save and go back to the editor; what cannot be saved stays in it."""
    form = TextForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid(first_error(form))
        version = actions.save_text(person_of(request), document, **form.cleaned_data)
    except (Invalid, Refused) as error:
        if wants_json(request):
            return refusal(error)
        messages.error(request, str(error))
        said, base = form.cleaned_data.get("text", ""), form.cleaned_data.get("base", document.version)
        return _editor(
            request, document, said, current(document), base=base, form=form, status=STATUS.get(type(error), 400)
        )
    return _saved(request, document, version)


def _saved(request: HttpRequest, document: Document, version: Version) -> HttpResponse:
    if version.aside:
        said = f"您编辑时别人已存过新稿，您的文字另存为第{version.number}稿，没有覆盖；请对照并入。"
        messages.warning(request, said)
        address = reverse("documents:take_in", args=[document.pk, version.number])
    else:
        said = f"已存为第{version.number}稿。"
        address = reverse("documents:text", args=[document.pk])
        if not wants_json(request):
            messages.success(request, said)
    if wants_json(request):
        return JsonResponse({"said": said, "version": version.number, "aside": version.aside, "address": address})
    return redirect(address)


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The findings of a text that is being typed; nothing is stored."""
    try:
        document = opened(request, pk)
        said = request.POST.get("text", "")
        if len(said) > LONGEST_TEXT:
            raise Invalid(f"正文超过{LONGEST_TEXT}字，不再边写边查；过长的内容请作附件。")
        found = said_of(document, said)
    except (Invalid, Refused) as error:
        return refusal(error)
    return JsonResponse({"findings": found, "counts": counts(found)})


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Dismiss a finding with a reason, or let it be open again."""
    document = opened(request, pk)
    form = JudgeForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid(first_error(form))
        said = _judged(request, document, form.cleaned_data)
    except (Invalid, Refused) as error:
        if wants_json(request):
            return refusal(error)
        if isinstance(error, Refused):
            raise
        messages.error(request, str(error))
        return redirect("documents:text", pk)
    if wants_json(request):
        return JsonResponse({"said": said})
    messages.success(request, said)
    return redirect("documents:text", pk)


def _judged(request: HttpRequest, document: Document, given: dict[str, Any]) -> str:
    if given["undo"]:
        undo_dismissal(person_of(request), document, fingerprint=given["fingerprint"])
        return "已撤销，这一处重新列为问题。"
    dismiss(
        person_of(request), document, fingerprint=given["fingerprint"], code=given["code"], excerpt=given["excerpt"],
        reason=given["reason"], step=document.step,
    )  # fmt: skip
    return "已记为不改。"


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A version set aside beside the one that counts, and what becomes of the two."""
    document = opened(request, pk)
    aside = get_object_or_404(document.versions.select_related("by"), number=number, aside=True)
    if request.method == "POST":
        answer = _take_in(request, document, aside)
        if answer is not None:
            return answer
    else:
        record_viewing(person_of(request), document)
    version = current(document)
    now = version.text if version else ""
    rows, merged = compare(now, aside.text), merge(_base_of(aside), now, aside.text)
    shown = {
        "document": document, "aside": aside, "version": version, "rows": rows, "counted": counted(rows),
        "text": request.POST.get("text", merged.text), "merged": merged, "now": now,
        "may": rule("take_in")(person_of(request), document),
        "waits": asides_of(document).filter(pk=aside.pk).exists(), "signed": document.signed_version is not None,
        "form": TakeInForm(),
    }  # fmt: skip
    return render(request, "documents/text_take_in.html", shown, status=400 if request.method == "POST" else 200)


def _base_of(aside: Version) -> str:
    """The text that ``aside`` was made from."""
    found = aside.document.versions.filter(number=aside.base).values_list("text", flat=True).first()
    return found or ""


def _take_in(request: HttpRequest, document: Document, aside: Version) -> HttpResponse | None:
    """The answer where it went well; None where the page is to be shown again with what was wrong."""
    form = TakeInForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid(first_error(form))
        given = form.cleaned_data
        if given["base"] != document.version:
            raise Conflict(f"这时又有人存了第{document.version}稿，请再对照一次；您的文字还在下面。")
        version = actions.take_in(
            person_of(request), document, aside=aside, text=given["text"], substantial=given["substantial"]
        )
    except (Invalid, Refused) as error:
        messages.error(request, str(error))
        return None
    messages.success(request, f"已并入，存为第{version.number}稿。")
    return redirect("documents:text", document.pk)
