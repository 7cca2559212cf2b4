"""Files of a document's text: bringing one in, taking one out, and the originals attached."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from lingwu_office.documents import actions_drafting as actions
from lingwu_office.documents.forms_text import UploadForm, clean
from lingwu_office.documents.models import Document, Version
from lingwu_office.documents.opening import current, opened
from lingwu_office.documents.pages_text import first_error
from lingwu_office.documents.policies import rule
from lingwu_office.documents.queries import record_export, record_viewing
from lingwu_office.documents.text_blocks import blocks_of
from lingwu_office.documents.text_export import FORMS, take_away
from lingwu_office.files.actions import store
from lingwu_office.files.names import SUFFIXES, suffix_of
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.files.storing import open_file
from lingwu_office.foundation.errors import Invalid, Refused
from lingwu_office.people.asking import person_of
from lingwu_office.proofreading.reading import READABLE, text_in

USE = "参考材料"
"""What the original of an uploaded text is attached as."""
TITLES = {"tracked": "下载修订稿", "docx": "下载成文", "pdf": "下载成文PDF", "txt": "下载纯文本"}


@require_POST
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of a file becomes a version; the file is kept as it is among the attachments."""
    document = opened(request, pk)
    try:
        version = _read_in(request, document)
    except Invalid as error:
        messages.error(request, str(error))
        return redirect("documents:text", pk)
    if version.aside:
        messages.warning(request, f"别人已存过新稿，文件的文字另存为第{version.number}稿，请对照并入。")
        return redirect("documents:take_in", pk, version.number)
    messages.success(request, f"已读入文件的文字，存为第{version.number}稿；原文件在附件里。")
    return redirect("documents:text", pk)


def _read_in(request: HttpRequest, document: Document) -> Version:
    """Store the file, then its text.

    Raises:
        Invalid, Refused: the file, the text or the person does not fit; the sentence says why.
    """
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Invalid(first_error(form))
    verdict = rule("save_text")(person_of(request), document)
    if not verdict:
        raise Refused(verdict.reason)
    file, given = form.cleaned_data["file"], form.cleaned_data
    name = str(file.name)
    if suffix_of(name) not in READABLE:
        raise Invalid(f"正文只能从{'、'.join(READABLE)}文件读入；其他文件请作附件上传。")
    stored = store(person_of(request), document.unit, name=name, content=file.chunks())
    text = clean(text_in(open_file(stored), name))
    refuse_marked(text, what="这个文件的文字")
    version: Version = actions.save_text(
        person_of(request), document, text=text, base=given["base"], note=f"读自“{name}”"[:200],
        substantial=given["substantial"],
    )  # fmt: skip
    actions.attach(person_of(request), document, stored_file=stored, name=name, use=USE)
    return version


@require_GET
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The text that counts now, in one of the forms; recorded."""
    document = opened(request, pk, "documents.export", TITLES.get(form, "下载"))
    if form not in FORMS:
        raise Http404
    version = current(document)
    taken = take_away(document, version.text if version else "", form, person_of(request))
    record_export(person_of(request), TITLES[form], document, f"第{document.version}稿，{taken.name}")
    if taken.notes:
        messages.info(request, f"刚下载的“{taken.name}”：{''.join(taken.notes)}")
    return _file(taken.data, taken.name, taken.kind)


@require_GET
def attachment(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """An original as it was brought in; recorded."""
    document = opened(request, pk)
    found = get_object_or_404(document.attachments.select_related("file"), pk=number, removed_at__isnull=True)
    data = open_file(found.file)
    record_viewing(person_of(request), document)
    record_export(person_of(request), "下载附件", document, found.name)
    name = found.name if found.name.lower().endswith(found.file.suffix) else f"{found.name}{found.file.suffix}"
    return _file(data, name, SUFFIXES[found.file.suffix])


@require_GET
def original(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The text of an original, to be read on the page; recorded."""
    document = opened(request, pk)
    found = get_object_or_404(document.attachments.select_related("file"), pk=number, removed_at__isnull=True)
    if found.file.suffix not in READABLE:
        raise Http404
    record_viewing(person_of(request), document)
    try:
        shown = {"name": found.name, "blocks": blocks_of(text_in(open_file(found.file), f"x{found.file.suffix}"))}
    except Invalid as error:
        shown = {"said": str(error)}
    return render(request, "documents/_original.html", shown)


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    """A file to be saved and never shown by the browser."""
    return HttpResponse(
        data,
        content_type=kind,
        headers={
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-store",
        },
    )
