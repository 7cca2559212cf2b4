"""The text of a document as a file to take away: plain, laid out, or with tracked changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lingwu_office.audit.chain import name_of
from lingwu_office.documents.forms_text import clean
from lingwu_office.documents.models import Attachment, Document
from lingwu_office.files.names import SUFFIXES
from lingwu_office.files.storing import open_file
from lingwu_office.foundation.errors import Invalid
from lingwu_office.proofreading.composing import elements_of
from lingwu_office.proofreading.exporting import DOCX, PDF, Made, tracked, typeset
from lingwu_office.proofreading.models import Judgement
from lingwu_office.proofreading.reading import text_in

UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*&\'`\s]+')
LONGEST = 60
FRONT = ("份号", "附注", "印发机关", "印发日期", "发文机关标志", "版式", "印章", "签发人职务")
"""Keys of a document's form that are elements of its front matter."""
MARKED = {"函": "", "纪要": "纪要", "命令": "命令"}
"""What follows the name of the issuer in the 发文机关标志 of a kind, where it is not 文件."""


@dataclass(frozen=True)
class Taken:
    """A file for somebody to take away: ``name`` for the disk, ``kind`` its media type."""

    data: bytes
    name: str
    kind: str
    notes: tuple[str, ...] = ()


def front_matter(document: Document) -> dict[str, str]:
    """The elements of ``document`` by the keys of front matter; what its form says goes before what is usual."""
    said = elements_of(document)
    if document.document_number and document.issuer:
        said["发文机关标志"] = document.issuer + MARKED.get(document.kind, "文件")
    given = {key: str(document.form.get(key, "") or "").strip() for key in FRONT}
    return said | {key: value for key, value in given.items() if value}


def take_away(document: Document, text: str, form: str, by: Any) -> Taken:
    """``text`` of ``document`` in one of ``FORMS``.

    Raises:
        Invalid: there is no such form, no text, or it cannot be made; the sentence says why.
    """
    make = FORMS.get(form)
    if make is None:
        raise Invalid("没有这种下载格式。")
    if not text.strip():
        raise Invalid("还没有正文，没有可以下载的内容。")
    suffix, mark, run = make
    made = run(document, text, by)
    number = f"_第{document.version}稿" if document.version else ""
    title = UNFIT.sub("_", document.title).strip("._")[:LONGEST] or "公文"
    return Taken(made.data, f"{title}{number}{mark}{suffix}", SUFFIXES[suffix], made.notes)


def _plain(document: Document, text: str, by: Any) -> Made:
    return Made(text.replace("\n", "\r\n").encode("utf-8-sig"))


def _docx(document: Document, text: str, by: Any) -> Made:
    return typeset(text, front_matter(document), DOCX)


def _pdf(document: Document, text: str, by: Any) -> Made:
    return typeset(text, front_matter(document), PDF)


def _tracked(document: Document, text: str, by: Any) -> Made:
    """Changes in the file that the text was read from where it still says the same, else in one made of the text."""
    rows = Judgement.objects.filter(subject=name_of(document), dismissed=True)
    dismissed = list(rows.values_list("fingerprint", flat=True))
    made = Made(original, ()) if (original := original_of(document, text)) else _docx(document, text, by)
    return Made(tracked(made.data, "公文.docx", by.name, dismissed).data, made.notes)


def original_of(document: Document, text: str) -> bytes | None:
    """The .docx attached to ``document`` whose text is ``text``, the newest first; None where there is none."""
    rows = Attachment.objects.filter(document=document, removed_at__isnull=True, file__suffix=DOCX)
    for row in rows.select_related("file").order_by("-pk"):
        data = open_file(row.file)
        if clean(text_in(data, row.name)) == text:
            return data
    return None


FORMS: Mapping[str, tuple[str, str, Callable[[Document, str, Any], Made]]] = {
    "tracked": (DOCX, "_修订", _tracked),
    "docx": (DOCX, "", _docx),
    "pdf": (PDF, "", _pdf),
    "txt": (".txt", "", _plain),
}
"""The forms by their names in addresses: the suffix, what the name says, and what makes them."""
