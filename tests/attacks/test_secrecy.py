"""The door against state secrets, tried with every disguise of a mark and at every place where text comes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from attacks.test_input import program_of, sent
from attacks.world import client_of, contents
from lingwu_office.audit.models import Entry
from lingwu_office.documents.models import Document
from lingwu_office.documents.tests import scenes, test_permissions
from lingwu_office.files.secrecy import mark_in
from lingwu_office.files.tests.samples import altered, good_docx, odt

REST = "芙蓉洲行动"
"""What stands beside the mark and must not be kept anywhere."""
DISGUISED = (
    "机密★", "机　密　★　1　年", "机 密★1年", "机密＊1年", "机\u200b密★1年", "机\u00ad密★长期", "絕密★", "機密★1年",
    "机密⭐1年", "机密☆", "機密", "密级：秘密★５年", "【機密】", "(机密)", "﹝秘密﹞", "机密✪1年", "绝密 ★长期",
    "密级:机密", "秘密  特急", "〔机密〕", "机密★１年", "机\u2060密", "机密 ★ 解密", "「机密」",
)  # fmt: skip


@pytest.mark.parametrize("said", DISGUISED)
def test_no_disguise_hides_a_mark(said: str) -> None:
    assert mark_in(said), repr(said)
    assert mark_in(f"{said}\n关于值班的通知")


def everywhere(home: Path) -> str:
    """All that the office keeps: rows, the index of the search, the log, the files."""
    rows = [str(contents()), str(list(Entry.objects.values_list()))]
    with connection.cursor() as cursor:
        cursor.execute("SELECT head, body FROM office_search")
        rows.append(str(cursor.fetchall()))
    return "".join(rows) + "".join(
        path.read_bytes().decode(errors="replace") for path in home.rglob("*") if path.is_file()
    )


TEXTS = {
    "title", "addressees", "copies_to", "附注", "联系人", "source", "source_number", "opinion", "reason", "text", "note",
    "proposal", "reply", "answer", "seal", "approved_by", "received_by", "name",
}  # fmt: skip
VERBS = [name for name in test_permissions.SCENES if name.startswith("documents.")]


@pytest.mark.parametrize("name", VERBS)
def test_no_verb_takes_a_mark_in_any_text(office: SimpleNamespace, home: Path, name: str) -> None:
    from lingwu_office.documents.forms_verbs import MAKERS

    scene, verb = test_permissions.SCENES[name](office), name.partition(".")[2]
    if verb not in MAKERS or not isinstance(scene.thing, Document):
        return
    for field in TEXTS & MAKERS[verb](scene.thing).keys():
        before = contents()
        given = scene.given | {field: f"机密★1年\n{REST}" if field in LONG else f"{REST}（机密★1年）"}
        answer = sent(program_of(scene.right), f"/api/documents/{scene.thing.pk}/{verb}", _plain(given))
        assert answer.status_code in (400, 403, 422), (field, answer.content.decode())
        tokens = {"people.ApiToken"}
        assert {key for key, rows in contents().items() if rows != before[key]} <= tokens, field
    assert REST not in everywhere(home)


LONG = {"text", "opinion", "reason", "proposal", "reply"}


def _plain(given: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in given.items() if isinstance(value, (str, int, bool, dict))}
    keys = {name: getattr(value, "pk", None) for name, value in given.items() if hasattr(value, "pk")}
    return kept | {name: pk if name not in ("person", "to", "leader") else f"person:{pk}" for name, pk in keys.items()}


@pytest.mark.parametrize("field", sorted({"title", "addressees", "copies_to", "附注", "联系人"}))
def test_no_form_takes_a_mark(office: SimpleNamespace, home: Path, field: str) -> None:
    client = client_of(office.drafter)
    typed = {"title": "关于值班的通知", "kind": "通知", "copies": 1, "unit": office.units["综合科"].pk}
    answer = client.post("/documents/new/", typed | {field: f"{REST}（机密★1年）"})
    assert answer.status_code in (400, 403) and not Document.objects.exists()
    registrar = client_of(office.registrar)
    typed = {"title": "关于值班的通知", "source": "区府办", "copies": 1, "unit": office.top.pk, "for_action": "True"}
    for name in ("title", "source", "source_number"):
        answer = registrar.post("/documents/receive/", typed | {name: f"{REST}（机密★1年）"})
        assert answer.status_code in (400, 403) and not Document.objects.exists(), name
    assert REST not in everywhere(home)


def _split(*runs: str) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    document.add_paragraph(f"关于{REST}的通知")
    return _saved(document)


def _saved(document: Any) -> bytes:
    import io

    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _boxed() -> bytes:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict>'
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>机密★1年</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    whole = f"<w:document {space}><w:body>{box}<w:p><w:r><w:t>关于{REST}的通知</w:t></w:r></w:p></w:body></w:document>"
    return altered(good_docx(), word__document_DOT_xml=whole.encode())


def _footer() -> bytes:
    document = docx.Document()
    document.add_paragraph(f"关于{REST}的通知")
    document.sections[0].footer.paragraphs[0].text = "秘密★5年"
    return _saved(document)


def _in_table() -> bytes:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "密级", "机密★1年"
    document.add_paragraph(f"关于{REST}的通知")
    return _saved(document)


def _keywords() -> bytes:
    document = docx.Document()
    document.add_paragraph(f"关于{REST}的通知")
    document.core_properties.keywords = "会议; 機密★1年"
    return _saved(document)


def _odt() -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            new.writestr(name, data.replace("<text:p>", f"<text:p>机密★1年</text:p><text:p>{REST}", 1))
    return out.getvalue()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "split runs": ("通知.docx", lambda: _split("机", "密", "★", "1年")),
    "wide blanks": ("通知.docx", lambda: _split("机　密", "　★　1年")),
    "invisible": ("通知.docx", lambda: _split("机\u200b密★1年")),
    "traditional": ("通知.docx", lambda: _split("機密★1年")),
    "text box": ("通知.docx", _boxed),
    "footer": ("通知.docx", _footer),
    "table": ("通知.docx", _in_table),
    "keywords": ("通知.docx", _keywords),
    "text": ("通知.txt", f"机　密★１年\n关于{REST}的通知".encode),
    "odt": ("通知.odt", _odt),
    "name": ("通知（機密）.txt", REST.encode),
}


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("way", ["upload", "attach", "api", "receive"])
def test_no_file_with_a_mark_is_kept(office: SimpleNamespace, home: Path, what: str, way: str) -> None:
    name, made = FILES[what]
    document, client = scenes.drafted(office), client_of(office.drafter)
    registrar = client_of(office.registrar)
    before, file = contents(), SimpleUploadedFile(name, made())
    if way == "upload":
        client.post(f"/documents/{document.pk}/text/upload/", {"file": file, "base": 1})
    elif way == "attach":
        client.post(f"/documents/{document.pk}/attach/", {"file": file, "use": "参考材料"})
    elif way == "api":
        program = program_of(office.drafter)
        before = contents()
        assert program.post(f"/api/documents/{document.pk}/attach?use=参考材料", {"file": file}).status_code == 403
    else:
        typed = {
            "title": "关于值班的通知",
            "source": "区府办",
            "copies": 1,
            "unit": office.top.pk,
            "for_action": "True",
        }
        registrar.post("/documents/receive/", typed | {"original": file})
    after = contents()
    assert {key for key in after if after[key] != before[key]} <= {"people.ApiToken"}
    assert REST not in everywhere(home) and not [path for path in home.rglob("*") if path.is_file()]


def test_what_only_speaks_of_secrets_is_taken(office: SimpleNamespace) -> None:
    """The other side: the door stays open for ordinary work."""
    document, client = scenes.drafted(office), client_of(office.drafter)
    for said in (
        "请做好机密文件的保管工作。",
        "按《保密法》办理，秘密载体不得带出。",
        "同意，注意保守秘密。",
        "商业秘密",
    ):
        text = scenes.TEXT + said
        answer = client.post(f"/documents/{document.pk}/text/", {"text": text, "base": scenes.fresh(document).version})
        assert answer.status_code == 302, said
    assert client.post(f"/documents/{document.pk}/submit/", {"opinion": "注意保守秘密"}).status_code == 302
