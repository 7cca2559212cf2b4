"""Old formats through LibreOffice: what is read, and what is refused before it starts."""

from __future__ import annotations

import stat
import subprocess
import time
from pathlib import Path

import pytest
from samples import compound, refused, said, sound

import lingwu
from lingwu.errors import DamagedFile, EncryptedFile, MissingTool, UnknownFormat, WriteError
from lingwu.finding import Edit
from lingwu.formats import Changes, _office, format_of
from lingwu.formats.legacy import format as form

TEXT = ["关于召开会议的通知", "各单位：", "定于5月6日召开会议，请准时参加。"]
LOCKED = compound({"WordDocument": b"\xec\xa5" + bytes(8) + b"\x00\x01", "1Table": b""})
WORD = compound({"WordDocument": b"\xec\xa5" + bytes(20), "1Table": b""})


def rtf(paragraphs: list[str]) -> bytes:
    """An RTF of paragraphs."""
    lines = ["".join(char if char.isascii() else f"\\u{ord(char)}?" for char in line) for line in paragraphs]
    return ("{\\rtf1\\ansi " + "\\par ".join(lines) + "\\par}").encode()


def test_rtf_is_read(soffice: str) -> None:
    assert soffice
    data = rtf(TEXT)
    doc = lingwu.read(data, "通知.rtf")
    sound(form, doc)
    assert [text for text in said(doc) if text] == TEXT
    assert doc.meta["format"] == "legacy"
    assert "LibreOffice" in doc.meta["notes"][-1]
    assert not any(block.editable for block in doc.blocks)
    assert form.write(doc, Changes(()), "clean") == data
    with pytest.raises(WriteError):
        form.write(doc, Changes([Edit(doc.blocks[0].span, "")]), "clean")


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.wps", "a.txt"])
def test_an_old_word_file_is_read_whatever_its_suffix(soffice: str, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.rtf").write_bytes(rtf(TEXT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.rtf")], check=True, capture_output=True, timeout=120)
    doc = lingwu.read((tmp_path / "a.doc").read_bytes(), name)
    assert [text for text in said(doc) if text] == TEXT


def test_a_missing_libreoffice_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingTool, match="安装 LibreOffice，或在 Word/WPS 中另存为") as caught:
        lingwu.read(rtf(TEXT), "通知.rtf")
    refused(caught.value, "通知.rtf")


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (LOCKED, "锁.doc", EncryptedFile),
        (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "锁.doc", EncryptedFile),
        (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "锁.docx", EncryptedFile),
        (compound({"Workbook": b""}), "表.doc", UnknownFormat),
        (compound({"Workbook": b""}), "表.xls", UnknownFormat),
        (compound({"PowerPoint Document": b""}), "稿.doc", UnknownFormat),
        (WORD[:600], "断.doc", DamagedFile),
    ],
)
def test_what_cannot_be_read_is_told_before_libreoffice_starts(data: bytes, name: str, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        lingwu.read(data, name)
    assert isinstance(caught.value, lingwu.ReadError)
    refused(caught.value, name)


def test_other_content_is_no_old_format() -> None:
    assert not form.sniff(b"text", ".doc")
    assert format_of("正文".encode(), ".doc").name == "txt"
    with pytest.raises(UnknownFormat) as caught:
        form.read(b"text", "a.doc")
    refused(caught.value, "a.doc")


def _fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soffice"
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(tmp_path, "sleep 60 & wait\n", monkeypatch)
    monkeypatch.setattr(_office, "SECONDS", 0.5)
    began = time.perf_counter()
    with pytest.raises(DamagedFile, match="没有转换完") as caught:
        lingwu.read(rtf(TEXT), "慢.rtf")
    refused(caught.value, "慢.rtf")
    assert time.perf_counter() - began < 20


def test_a_conversion_that_makes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake(tmp_path, "exit 1\n", monkeypatch)
    with pytest.raises(DamagedFile, match="转换不了") as caught:
        lingwu.read(WORD, "坏.doc")
    refused(caught.value, "坏.doc")
