"""PDF: lines become paragraphs, margins and watermarks go, and what cannot be read is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import pdf, read_or_refused, refused, said, sound

import lingwu
from lingwu.document import Kind
from lingwu.errors import DamagedFile, EncryptedFile, MissingTool, NoText, WriteError
from lingwu.finding import Edit
from lingwu.formats import Changes
from lingwu.formats.pdf import format as form

pytest.importorskip("pypdfium2")
TEXT = "各部门要高度重视安全生产工作，认真落实责任制，加强监督检查，及时消除隐患，确保全年不发生重大事故。"
SIZE, LEFT = 16.0, 72.0


def page(*lines: tuple[str, float], top: float = 700, size: float = SIZE) -> list[tuple[str, float, float, float]]:
    """Lines 28 points apart, each set in by so many characters."""
    return [(line, LEFT + inset * size, top - 28 * at, size) for at, (line, inset) in enumerate(lines)]


def test_lines_are_joined_into_paragraphs() -> None:
    data = pdf(
        [
            ("关于加强安全工作", 208, 780, 22),
            ("的通知", 263, 745, 22),
            *page(("各市、县人民政府：", 0), (TEXT[:26], 2), (TEXT[26:], 0), ("一、总体要求", 2), (TEXT[:26], 2)),
            ("— 1 —", 270, 60, 14),
        ],
        [
            *page((TEXT[26:], 0), ("附件：名单", 2), ("某某市人民政府", 18), ("2024年5月1日", 18)),
            ("— 2 —", 270, 60, 14),
        ],
    )
    doc = lingwu.read(data, "通知.pdf")
    sound(form, doc)
    assert said(doc) == [
        "关于加强安全工作的通知", "各市、县人民政府：", TEXT, "一、总体要求", TEXT, "附件：名单",
        "某某市人民政府", "2024年5月1日",
    ]  # fmt: skip
    assert doc.meta["pages"][0] == (0, 1)
    assert doc.text[doc.meta["pages"][1][0] :].startswith("附件")
    assert not any(block.editable for block in doc.blocks)


def test_a_number_at_the_start_of_a_full_line_is_no_new_paragraph() -> None:
    lines = page(
        ("现就本办法所称安全生产责任制以及监督检查的有关要求即", 2), ("第三条所列的内容，重申如下。", 0), (TEXT[:28], 0)
    )
    assert said(lingwu.read(pdf(lines), "a.pdf"))[0].endswith("要求即第三条所列的内容，重申如下。")


def test_running_heads_come_once_at_the_end_and_watermarks_not_at_all() -> None:
    pages = [
        [
            ("某某市文件汇编", 250, 800, 10),
            *page(
                (f"{word}、总体要求", 2), (TEXT[:26], 2), (TEXT[26:], 0), (TEXT[:26], 2), (f"{TEXT[26:40]}{word}。", 0)
            ),
            ("机密", 200, 300, 60),
        ]
        for word in "一二三四"
    ]
    doc = lingwu.read(pdf(*pages, turned=["机密"]), "a.pdf")
    assert "机密" not in doc.text
    assert said(doc)[:2] == ["一、总体要求", TEXT]
    assert [text for text in said(doc) if text == "某某市文件汇编"] == said(doc)[-1:]
    assert doc.blocks[-1].kind is Kind.HEADER


def test_cells_are_kept_apart() -> None:
    rows = [("单位", "数量"), ("甲县", "12"), ("乙县", "30")]
    shown = [
        (cell, LEFT + 200 * at, 600 - 30 * row, SIZE) for row, line in enumerate(rows) for at, cell in enumerate(line)
    ]
    doc = lingwu.read(pdf([*page((TEXT[:26], 2), (TEXT[26:], 0)), *shown]), "a.pdf")
    assert [block.span.of(doc.text) for block in doc.blocks if block.kind is Kind.CELL] == [
        c for row in rows for c in row
    ]


def test_latin_words_are_joined_as_words() -> None:
    lines = page(
        ("本系统采用统一的技术标准并且兼容多种国际通行的inter-", 2), ("national standards，", 0), (TEXT[:28], 0)
    )
    assert "international standards" in lingwu.read(pdf(lines), "a.pdf").text


def test_radicals_become_characters() -> None:
    assert said(lingwu.read(pdf(page(("⼯作⽅案", 2))), "a.pdf")) == ["工作方案"]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (pdf([]), NoText, "扫描件"),
        (pdf([("— 1 —", 270, 60, 14)]), NoText, "扫描件"),
        (pdf(page((TEXT[:20], 0)), mapped=False), NoText, "文字"),
        (b"%PDF-1.7\nnothing", DamagedFile, "完整"),
    ],
)
def test_bad_files_are_refused(data: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        lingwu.read(data, "坏.pdf")
    assert isinstance(caught.value, lingwu.ReadError)
    refused(caught.value, "坏.pdf")


def test_pages_without_text_are_noted() -> None:
    doc = lingwu.read(pdf(page((TEXT[:20], 0)), []), "a.pdf")
    assert "第 2 页" in doc.meta["notes"][0]


def test_nothing_is_written_back() -> None:
    data = pdf(page((TEXT[:20], 0)))
    doc = lingwu.read(data, "a.pdf")
    assert form.write(doc, Changes(()), "clean") == data
    with pytest.raises(WriteError):
        form.write(doc, Changes([Edit(doc.blocks[0].span, "")]), "clean")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingTool, match=r'pip install "lingwu\[pdf\]"') as caught:
        lingwu.read(pdf(page((TEXT, 0))), "a.pdf")
    refused(caught.value, "a.pdf")


SAMPLE = pdf(page((TEXT[:26], 2), (TEXT[26:], 0)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_mutated_files_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, byte in changes:
        data[at] = byte
    read_or_refused(form, bytes(data), "坏.pdf")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(SAMPLE)))
def test_cut_files_are_read_or_refused(end: int) -> None:
    read_or_refused(form, SAMPLE[:end], "坏.pdf")


def _converted(soffice: str, source: Path, target: str) -> bytes:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", target, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()


def test_what_libreoffice_prints_comes_back(soffice: str, tmp_path: Path) -> None:
    import docx

    source = docx.Document()
    paragraphs = ["　　" + TEXT * 3, "　　（一）" + TEXT * 2, "短句。", "　　" + TEXT * 4]
    for paragraph in paragraphs:
        source.add_paragraph(paragraph)
    source.save(str(tmp_path / "a.docx"))
    data = _converted(soffice, tmp_path / "a.docx", "pdf")
    doc = lingwu.read(data, "a.pdf")
    sound(form, doc)
    assert [text.replace("\u3000", "") for text in said(doc)] == [text.replace("\u3000", "") for text in paragraphs]


def test_a_password_is_told(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    locked = 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    locked += '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
    data = _converted(soffice, tmp_path / "a.txt", locked)
    with pytest.raises(EncryptedFile) as caught:
        lingwu.read(data, "锁.pdf")
    refused(caught.value, "锁.pdf")
