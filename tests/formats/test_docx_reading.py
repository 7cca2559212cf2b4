"""Reading .docx: every shape gives the text that a reader sees, with what it is and what may be edited."""

from __future__ import annotations

import pytest
from docx_files import MAIN, docx, field, p, part, r, signed, with_member, without_member, zipped
from docx_shapes import FORM, ID, SHAPES

import lingwu
from lingwu.document import Document, Kind
from lingwu.errors import DamagedFile, EncryptedFile, NoText, ReadError, UnknownFormat, UnsafeFile
from lingwu.formats.docx import format as docx_format


def read(shape: str) -> Document:
    return lingwu.read(SHAPES[shape][0], "件.docx")


def kinds(doc: Document) -> list[tuple[str, Kind]]:
    return [(block.span.of(doc.text), block.kind) for block in doc.blocks]


@pytest.mark.parametrize("shape", SHAPES)
def test_text_is_what_a_reader_sees(shape: str) -> None:
    doc = read(shape)
    assert doc.text == SHAPES[shape][1]
    assert doc.meta["format"] == "docx"
    assert all(block.span and not set("\n\r") & set(block.span.of(doc.text)) for block in doc.blocks)
    assert [block.span for block in doc.blocks] == sorted(block.span for block in doc.blocks)


def test_every_story_has_its_kind() -> None:
    assert kinds(read("headers and footers")) == [
        ("文", Kind.PARAGRAPH), ("眉", Kind.HEADER), ("首眉", Kind.HEADER), ("偶眉", Kind.HEADER), ("脚", Kind.FOOTER),
    ]  # fmt: skip
    assert kinds(read("notes"))[1:] == [(" 脚注文", Kind.FOOTNOTE), ("尾注文", Kind.ENDNOTE)]
    assert [kind for _, kind in kinds(read("table"))] == [Kind.PARAGRAPH, *[Kind.CELL] * 4, Kind.PARAGRAPH]
    assert kinds(read("drawn text box")) == [("甲", Kind.PARAGRAPH), ("框", Kind.TEXTBOX)]


def test_headings_have_level_and_style() -> None:
    blocks = [(block.kind, block.level, block.style) for block in read("headings").blocks]
    heading, plain = Kind.HEADING, Kind.PARAGRAPH
    assert blocks == [
        (heading, 1, "heading 1"), (heading, 1, "单位标题"), (heading, 2, "标题 2"), (heading, 3, "Normal"),
        (plain, 0, "像标题的正文"), (plain, 0, "Normal"),
    ]  # fmt: skip


def test_numbers_that_word_makes_are_told() -> None:
    said = read("numbering").meta["numbering"]
    assert list(said.values()) == ["一、", "（一）", "（二）", "1.", "二、", "（一）", "2.1", "①", "十一、"]
    assert list(said) == [0, 2, 4, 6, 8, 10, 12, 16, 18]


@pytest.mark.parametrize(
    ("shape", "locked"),
    [
        ("field", ["3"]), ("simple field", ["3"]), ("nested field", ["首页"]), ("equation", ["x=1"]), ("ruby", ["拼"]),
        ("field across paragraphs", ["目录一", "目录二"]), ("embedded docx", ["内文", "二"]), ("hyperlink", []),
        ("content controls", []), ("text box in two versions", []), ("emoji", ["😀"]),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_is_told(shape: str, locked: list[str]) -> None:
    doc = read(shape)
    assert [span.of(doc.text) for span in doc.origin.locked] == locked


def test_a_paragraph_that_is_all_field_is_not_editable() -> None:
    doc = read("field across paragraphs")
    assert [block.editable for block in doc.blocks] == [True, False, True]
    assert not any(block.editable for block in read("embedded html").blocks[1:-1])


@pytest.mark.parametrize(
    "said", ["<w:date/>", "<w:dataBinding/>", '<w:lock w:val="contentLocked"/>', "<w:showingPlcHdr/>"]
)
def test_bound_and_locked_controls_are_not_edited(said: str) -> None:
    doc = lingwu.read(docx(p("日期", FORM.format(said, r("某日")), "止")))
    assert [span.of(doc.text) for span in doc.origin.locked] == ["某日"]


def test_links_of_the_author_can_be_edited() -> None:
    assert not lingwu.read(docx(p(field(' HYPERLINK "x" ', r("链接"))))).origin.locked


def test_comments_accept_findings() -> None:
    assert read("comments").meta["accepted"] == [ID, "0123456789ab-2"]


def test_notes_tell_what_was_not_read_or_is_pending() -> None:
    assert "RTF" in read("embedded rtf").meta["notes"][0]
    assert "不能写回" in read("embedded mht").meta["notes"][0]
    assert any("修订" in note for note in read("tracked").meta["notes"])
    assert not read("table").meta["notes"]


def test_page_breaks_stay_outside_blocks() -> None:
    doc = read("page break")
    assert [block.span.of(doc.text) for block in doc.blocks] == ["新页"]


def test_a_paragraph_in_a_paragraph_is_read_after_it() -> None:
    doc = lingwu.read(docx(f"<w:p>{r('外')}<w:p>{r('内')}</w:p>{r('尾')}</w:p>"))
    assert doc.text == "外尾\n内"


def test_the_joined_paragraph_keeps_its_text_box_behind_it() -> None:
    gone = f"<w:rPr>{signed('del')}</w:rPr>"
    box = "<w:r><w:pict><w:txbxContent>" + p("框") + "</w:txbxContent></w:pict></w:r>"
    assert lingwu.read(docx(p("上", box, properties=gone) + p("下"))).text == "上下\n框"


def test_deep_tables_are_read_or_refused() -> None:
    deep = "文"
    for _ in range(60):
        deep = f"<w:tbl><w:tr><w:tc>{deep if deep.startswith('<') else p(deep)}</w:tc></w:tr></w:tbl>"
    assert lingwu.read(docx(deep)).text == "文"
    with pytest.raises(ReadError):
        lingwu.read(docx("<w:tbl><w:tr><w:tc>" * 2000 + p("文") + "</w:tc></w:tr></w:tbl>" * 2000))


GOOD = docx(p("文"))
ENTITY = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]>' + part("document", "&a;")[55:].encode()
BAD = {
    "cut": (GOOD[:200], DamagedFile),
    "no main part": (without_member(GOOD, "word/document.xml"), DamagedFile),
    "not XML": (with_member(GOOD, "word/document.xml", b"<w:document"), DamagedFile),
    "another root": (with_member(GOOD, "word/document.xml", b"<html/>"), DamagedFile),
    "entity": (with_member(GOOD, "word/document.xml", ENTITY), UnsafeFile),
    "no text": (docx(p() + p("<w:r><w:drawing/></w:r>")), NoText),
    "workbook": (docx(p("表"), main=MAIN.replace("wordprocessingml.document", "spreadsheetml.sheet")), UnknownFormat),
    "another zip": (zipped({"a.txt": "文"}), UnknownFormat),
    "bomb": (with_member(GOOD, "word/styles.xml", b" " * 40_000_000), ReadError),
}


@pytest.mark.parametrize("why", BAD)
def test_what_cannot_be_read_is_said_in_a_sentence(why: str) -> None:
    data, error = BAD[why]
    with pytest.raises(error) as caught:
        lingwu.read(data, "件.docx")
    said = str(caught.value)
    assert said.startswith("件.docx") and said.endswith("。") and "\n" not in said


def test_a_locked_file_is_said_to_be_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lingwu.formats.docx.is_locked", lambda data: True)
    monkeypatch.setattr("lingwu.formats.docx.reading.is_locked", lambda data: True)
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert docx_format.sniff(locked, ".docx") and not docx_format.sniff(locked, ".doc")
    with pytest.raises(EncryptedFile, match="密码"):
        docx_format.read(locked, "件.docx")


def test_sniffing_goes_by_content_first() -> None:
    assert docx_format.sniff(GOOD, ".zip") and docx_format.sniff(GOOD, "")
    assert not docx_format.sniff(zipped({"a": "b"}), ".docx")
    assert docx_format.sniff(GOOD[:300], ".docx") and not docx_format.sniff(GOOD[:300], ".zip")
    assert docx_format.sniff(without_member(GOOD, "[Content_Types].xml"), ".docx")
    assert not docx_format.sniff("文字".encode(), ".docx")
