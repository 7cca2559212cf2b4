"""Files of a text: read in, refused, taken out in each form, and originals for those alone who may see them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.documents import actions_drafting as drafting
from lingwu_office.documents.models import Attachment, Document, Version
from lingwu_office.documents.text_export import original_of
from lingwu_office.files.models import StoredFile
from lingwu_office.files.tests.samples import HOSTILE, SECRET, altered, good_docx
from lingwu_office.proofreading.actions import dismiss
from lingwu_office.proofreading.checking import open_errors
from lingwu_office.proofreading.reading import text_in

SignIn = Callable[[Any], Client]
TEXT = "　　各单位要认真布署防汛工作。\n　　按国办发[2024]3号文件办理。\n| 单位 | 数量 |\n| --- | --- |\n| 甲科 | 3 |"


@pytest.fixture(autouse=True)
def home(settings: SimpleNamespace, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def document(office: SimpleNamespace) -> Document:
    made: Document = drafting.draft(
        office.drafter, office.units["综合科"], title="滨河区政府办关于防汛工作的通知", kind="通知", addressees="各科室"
    )
    return made


def uploaded(client: Client, document: Document, name: str, content: bytes, base: int = 0) -> Any:
    given = {"file": SimpleUploadedFile(name, content), "base": base}
    return client.post(f"/documents/{document.pk}/text/upload/", given, follow=True)


def taken(client: Client, document: Document, form: str) -> Any:
    return client.get(f"/documents/{document.pk}/download/{form}/")


def with_table() -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "页眉"
    for line in ("关于防汛工作的通知", "各科室：", "各单位要认真布署防汛工作。"):
        made.add_paragraph(line)
    table = made.add_table(2, 2)
    for cell, said in zip(
        [cell for row in table.rows for cell in row.cells], ("单位", "数|量", "甲科", "3"), strict=True
    ):
        cell.text = said
    made.add_paragraph("特此通知。")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


READ = (
    "关于防汛工作的通知\n各科室：\n各单位要认真布署防汛工作。\n| 单位 | 数｜量 |\n| --- | --- |\n| 甲科 | 3 |\n"
    "特此通知。"
)


def test_a_file_becomes_a_version_and_is_kept(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    page = uploaded(signed_in(office.drafter), document, "防汛通知.docx", with_table())
    assert page.status_code == 200 and "已读入文件的文字" in page.content.decode()
    version, kept = Version.objects.get(), Attachment.objects.get()
    assert version.text == READ and version.note == "读自“防汛通知.docx”"
    assert (kept.name, kept.use) == ("防汛通知.docx", "参考材料")
    answer = signed_in(office.drafter).get(f"/documents/{document.pk}/attachments/{kept.pk}/")
    assert text_in(answer.content, "甲.docx") == READ
    assert answer["Content-Disposition"].startswith("attachment;") and answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert Entry.objects.filter(kind=EntryKind.EXPORT, reason="防汛通知.docx").count() == 1


@pytest.mark.parametrize(
    ("name", "content"), [("甲.txt", "甲。\r\n乙。".encode("gb18030")), ("甲.md", "甲。\n乙。".encode())]
)
def test_plain_files(name: str, content: bytes, office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    uploaded(signed_in(office.drafter), document, name, content)
    assert Version.objects.get().text == "甲。\n乙。"


TAMED = {
    "path in the name": "passwd.txt", "windows path in the name": "a.txt", "zero in the name": "a.txt",
    "name turned round": "通知txt.docx",
}  # fmt: skip
"""Names that Django makes harmless before anybody sees them, and what is left of each."""


@pytest.mark.parametrize("what", TAMED)
def test_names_lose_their_paths(what: str, office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    name, content = HOSTILE[what][:2]
    uploaded(signed_in(office.drafter), document, name, content())
    assert Attachment.objects.get().name == TAMED[what]


@pytest.mark.parametrize("what", [what for what in [*HOSTILE, *SECRET] if what not in TAMED])
def test_hostile_files_leave_nothing(
    what: str, office: SimpleNamespace, document: Document, signed_in: SignIn, home: Path
) -> None:
    name, content = (HOSTILE | SECRET)[what][:2]
    page = uploaded(signed_in(office.drafter), document, name, content())
    said = page.content.decode()
    assert page.status_code == (403 if what in SECRET and not name.endswith(".pdf") else 200), said
    assert "<script>alert" not in said and ("notice error" in said or "国家秘密" in said)
    assert not Version.objects.exists() and not Attachment.objects.exists() and not StoredFile.objects.exists()
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_only_texts_are_read_in(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    page = uploaded(signed_in(office.drafter), document, "表.xlsx", b"PK\x03\x04")
    assert "请作附件上传" in page.content.decode() and not StoredFile.objects.exists()
    answer = signed_in(office.section_head).post(
        f"/documents/{document.pk}/text/upload/", {"file": SimpleUploadedFile("甲.txt", b"x"), "base": 0}
    )
    assert answer.status_code == 403 and not StoredFile.objects.exists()


def test_plain_text(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=TEXT, base=0)
    answer = taken(signed_in(office.drafter), document, "txt")
    assert answer.content.decode("utf-8-sig") == TEXT.replace("\n", "\r\n")
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    entry = Entry.objects.get(kind=EntryKind.EXPORT)
    assert entry.title == "下载纯文本" and entry.reason.startswith("第1稿") and entry.person_id == office.drafter.pk


def test_laid_out_as_docx_and_pdf(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=TEXT, base=0)
    client = signed_in(office.drafter)
    made = docx.Document(io.BytesIO(taken(client, document, "docx").content))
    lines = [paragraph.text for paragraph in made.paragraphs]
    assert document.title in lines and "各科室：" in lines and any("布署" in line for line in lines)
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["甲科", "3"]
    with pypdfium2.PdfDocument(taken(client, document, "pdf").content) as pages:
        said = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "防汛工作" in said.replace("\n", "").replace("\r", "") and "认真布署" in said


def changes(data: bytes) -> tuple[str, str]:
    """What tracked changes take out and put in."""
    root = docx.Document(io.BytesIO(data)).element.body
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    out = "".join(node.text or "" for node in root.iterfind(".//w:del//w:delText", names))
    into = "".join(node.text or "" for node in root.iterfind(".//w:ins//w:t", names))
    return out, into


def test_tracked_changes_in_a_text(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=TEXT, base=0)
    data = taken(signed_in(office.drafter), document, "tracked").content
    out, into = changes(data)
    assert "布" in out and "部" in into and "〔" in into
    assert office.drafter.name.encode() in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def test_tracked_changes_in_the_original(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    uploaded(client, document, "防汛通知.docx", altered(with_table(), word__media__mark_DOT_png=b"kept"))
    data = taken(client, document, "tracked").content
    assert zipfile.ZipFile(io.BytesIO(data)).read("word/media/mark.png") == b"kept", "the original itself"
    assert "布" in changes(data)[0]
    document.refresh_from_db()
    drafting.save_text(office.drafter, document, text=f"{READ}\n　　改过。", base=document.version)
    document.refresh_from_db()
    assert original_of(document, READ) and original_of(document, f"{READ}\n　　改过。") is None


def test_what_was_dismissed_is_not_changed(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.save_text(office.drafter, document, text=TEXT, base=0)
    one = next(one for one in open_errors(document, TEXT) if one["excerpt"] == "布署")
    dismiss(
        office.drafter, document, fingerprint=one["fingerprint"], code=one["code"], excerpt="布署", reason="项目原名"
    )
    out, into = changes(taken(signed_in(office.drafter), document, "tracked").content)
    assert "布" not in out and "〔" in into


def test_what_cannot_be_made_is_said(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    client = signed_in(office.drafter)
    assert "还没有正文" in taken(client, document, "pdf").content.decode()
    drafting.save_text(office.drafter, document, text="---\n标题: 甲\n正文", base=0)
    answer = taken(client, document, "docx")
    assert answer.status_code == 400 and "文首的设置没有写完" in answer.content.decode()
    assert taken(client, document, "exe").status_code == 404
    assert not Entry.objects.filter(kind=EntryKind.EXPORT).exists()


def test_a_nasty_title_makes_a_tame_name(office: SimpleNamespace, document: Document, signed_in: SignIn) -> None:
    drafting.change_elements(office.drafter, document, title='../../a"; filename="x.exe<script>\\')
    drafting.save_text(office.drafter, document, text=TEXT, base=0)
    said = taken(signed_in(office.drafter), document, "txt")["Content-Disposition"]
    assert said.count("filename") == 2 or said.count("filename") == 1
    assert '.exe"' not in said and "/" not in said.replace("utf-8''", "") and "<" not in said and "\\" not in said


def test_an_original_is_for_those_who_see_the_document(
    office: SimpleNamespace, document: Document, signed_in: SignIn
) -> None:
    uploaded(signed_in(office.drafter), document, "防汛通知.docx", good_docx())
    other = drafting.draft(office.finance_clerk, office.units["财务科"], title="关于预算的报告", kind="报告")
    kept = Attachment.objects.get()
    for who in ("finance_clerk", "outsider", "system", "security", "auditor"):
        client = signed_in(getattr(office, who))
        assert client.get(f"/documents/{document.pk}/attachments/{kept.pk}/").status_code == 403
    clerk = signed_in(office.finance_clerk)
    assert clerk.get(f"/documents/{other.pk}/attachments/{kept.pk}/").status_code == 404, "not by another document"
    drafting.detach(office.drafter, document, attachment=kept, reason="传错了")
    assert signed_in(office.drafter).get(f"/documents/{document.pk}/attachments/{kept.pk}/").status_code == 404


def test_numbers_and_headers_of_a_file() -> None:
    assert text_in(with_table(), "甲.docx") == READ
