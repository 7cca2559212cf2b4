"""Bad input of every kind ends in a document or in one Chinese line; false suffixes do not matter."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import OFD, odt, ofd, ofd_page, ofd_text, pdf, read_or_refused, refused, said, sound, zipped

import lingwu
from lingwu import formats, registry
from lingwu.errors import DamagedFile, EmptyFile, MissingFile, OversizedFile, ReadError, UnknownFormat
from lingwu.formats import Format

FORMATS: tuple[Format, ...] = tuple(registry.formats())
SUFFIXES = [*formats.suffixes(), "", ".xlsx", ".html", ".zip"]
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "docs"
TEXT = "各部门要高度重视安全生产工作。"
TYPES = "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.{}.main+xml'/></Types>"
DOCX = zipped(
    {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:body></w:document>",
    }
)
SAMPLES = {
    "docx": DOCX,
    "odt": odt(f"<text:p>{TEXT}</text:p>"),
    "ofd": ofd([ofd_page([ofd_text(TEXT, 40, 60)])]),
    "pdf": pdf([(TEXT, 72, 700, 16)]),
    "txt": TEXT.encode("gb18030"),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_content_counts_and_not_the_suffix(kind: str, suffix: str) -> None:
    if kind == "pdf":
        pytest.importorskip("pypdfium2")
    doc = lingwu.read(SAMPLES[kind], f"通知{suffix}")
    assert [text for text in said(doc) if text] == [TEXT]
    assert doc.meta["format"] == kind


XLSX = zipped({"[Content_Types].xml": TYPES.format("spreadsheetml.sheet"), "xl/workbook.xml": "<a/>"})
PPTX = zipped({"[Content_Types].xml": TYPES.format("presentationml.presentation"), "ppt/presentation.xml": "<a/>"})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图.docx"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图.txt"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "图.pdf"),
        (b"MZ\x90\0\3\0\0\0" + bytes(200), "程序.doc"),
        (XLSX, "表.xlsx"),
        (XLSX, "表.docx"),
        (PPTX, "稿.docx"),
        (PPTX, "稿.odt"),
        (zipped({"readme.txt": "x"}), "包.docx"),
        (zipped({"readme.txt": "x"}), "包.zip"),
        (b"Rar!\x1a\x07\0", "包.rar"),
        (b"<html><body>x</body></html>", "页.doc"),
        (os.urandom(4) + bytes(400), "乱.xyz"),
    ],
)
def test_what_is_no_document_is_said_in_one_line(data: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        lingwu.read(data, name)
    assert isinstance(caught.value, UnknownFormat | DamagedFile)
    refused(caught.value, name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_and_half_a_zip_are_refused(suffix: str) -> None:
    with pytest.raises(EmptyFile) as caught:
        lingwu.read(b"", f"空{suffix}")
    refused(caught.value, f"空{suffix}")
    with pytest.raises(DamagedFile) as broken:
        lingwu.read(DOCX[: len(DOCX) // 2], f"半{suffix}")
    refused(broken.value, f"半{suffix}")


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "夹.docx").mkdir()
    os.mkfifo(tmp_path / "管.txt")
    for path in (tmp_path / "夹.docx", tmp_path / "管.txt", tmp_path / "无.docx", tmp_path / ("长" * 200)):
        with pytest.raises(MissingFile) as caught:
            lingwu.read(path)
        refused(caught.value, path.name)
    with pytest.raises(MissingFile):
        lingwu.read(f"{tmp_path}/a\0b.txt")

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "锁.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(MissingFile, match="权限") as caught:
        lingwu.read(tmp_path / "锁.txt")
    refused(caught.value, "锁.txt")


@pytest.mark.parametrize("name", ["a\nb.txt", "a'\"<>&.txt", " .txt", "通知（终稿）·1.TXT", "\udcff.txt"])
def test_odd_names_are_no_obstacle(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    doc = lingwu.read(path)
    assert doc.text == TEXT
    assert doc.meta["path"] == str(path)
    path.write_bytes(b"\0")
    with pytest.raises(ReadError) as caught:
        lingwu.read(path)
    refused(caught.value, formats.one_line(str(path)))


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST", 10)
    (tmp_path / "大.txt").write_text(TEXT, encoding="utf-8")
    for source, name in ((tmp_path / "大.txt", ""), (TEXT.encode(), "大.txt")):
        with pytest.raises(OversizedFile) as caught:
            lingwu.read(source, name)
        refused(caught.value, "大.txt")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(deadline=None, max_examples=50)
@given(data=st.binary(max_size=300))
def test_any_bytes_end_well(form: Format, data: bytes) -> None:
    read_or_refused(form, data, "乱.bin")


HEADS = st.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml ", b"PK\x05\x06" + bytes(18)]
)


@settings(deadline=None)
@given(HEADS, st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_file_ends_well(head: bytes, data: bytes, suffix: str) -> None:
    try:
        doc = lingwu.read(head + data, f"乱{suffix}")
    except ReadError as error:
        refused(error, f"乱{suffix}" if suffix or head or data else "乱")
    else:
        sound(next(form for form in FORMATS if form.name == doc.meta["format"]), doc)


@settings(deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from(SUFFIXES), st.floats(0, 1), st.integers(0, 255))
def test_mutated_files_under_any_suffix_end_well(kind: str, suffix: str, where: float, byte: int) -> None:
    data = bytearray(SAMPLES[kind])
    data[int(where * (len(data) - 1))] = byte
    try:
        doc = lingwu.read(bytes(data), f"乱{suffix}")
    except ReadError as error:
        refused(error, f"乱{suffix}")
    else:
        sound(next(form for form in FORMATS if form.name == doc.meta["format"]), doc)


def test_many_pages_of_one_part_take_no_forever() -> None:
    page = ofd_page([ofd_text(TEXT, 40, 60)] + ["<ofd:PathObject/>"] * 20_000)
    listed = '<ofd:Page BaseLoc="P.xml"/>' * 60_000
    document = f"<ofd:Document {OFD}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    entry = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    began = time.perf_counter()
    with pytest.raises(OversizedFile) as caught:
        lingwu.read(zipped({"OFD.xml": entry, "D.xml": document, "P.xml": page}), "大.ofd")
    refused(caught.value, "大.ofd")
    assert time.perf_counter() - began < 60


def test_scattered_text_takes_linear_time() -> None:
    objects = [ofd_text("散", at * 37 % 1009 * 30, at * 101 % 2003, 5) for at in range(20_000)]
    began = time.perf_counter()
    doc = lingwu.read(ofd([ofd_page(objects)]), "散.ofd")
    assert len(doc.blocks) > 1000
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    "path", sorted(path for path in SHARED.glob("*") if path.suffix != ".doc") if SHARED.is_dir() else [], ids=str
)
def test_files_from_outside_are_read(path: Path) -> None:
    if path.suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    doc = lingwu.read(path)
    form = next(form for form in FORMATS if form.name == doc.meta["format"])
    sound(form, doc)
    for mode in form.modes or ("clean",):
        assert form.write(doc, formats.Changes(()), mode) == path.read_bytes()


@pytest.mark.parametrize("path", sorted(SHARED.glob("*.doc")) if SHARED.is_dir() else [], ids=str)
def test_old_files_from_outside_are_read(soffice: str, path: Path) -> None:
    assert soffice
    doc = lingwu.read(path)
    assert len(doc.blocks) > 10
