"""OFD: text objects by their places, templates, several documents, watermarks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import OFD, ofd, ofd_page, ofd_text, read_or_refused, refused, said, sound, zipped

import lingwu
from lingwu.document import Kind
from lingwu.errors import DamagedFile, EncryptedFile, NoText, UnsafeFile
from lingwu.formats.ofd import format as form

TEXT = "各部门要高度重视安全生产工作，认真落实责任制，加强监督检查，及时消除隐患，确保全年不发生重大事故。"
LINES = [ofd_text(TEXT[:26], 40, 60), ofd_text(TEXT[26:], 30, 69), ofd_text("一、总体要求", 40, 78)]


def test_lines_are_joined_in_the_order_of_the_page() -> None:
    title = ofd_text("关于加强安全工作的通知", 70, 40, 7)
    doc = lingwu.read(ofd([ofd_page([*reversed(LINES), title, ofd_text("— 1 —", 90, 280)])]), "通知.ofd")
    sound(form, doc)
    assert said(doc) == ["关于加强安全工作的通知", TEXT, "一、总体要求"]
    assert doc.meta["format"] == "ofd"
    assert doc.meta["pages"] == ((0, 1),)


def test_several_documents_and_pages_are_read() -> None:
    one, two = ofd_page([ofd_text("第一份文件。", 40, 60)]), ofd_page([ofd_text("第二份文件。", 40, 60)])
    assert said(lingwu.read(ofd([one, two], [two]), "a.ofd")) == ["第一份文件。", "第二份文件。", "第二份文件。"]


def test_watermarks_and_hidden_text_are_not_read() -> None:
    marks = [
        ofd_text("机密", 60, 100, 20, 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
        ofd_text("草稿", 60, 150, 20, 'Alpha="60"'),
        ofd_text("暗字", 60, 200, 20, 'Visible="false"'),
    ]
    assert said(lingwu.read(ofd([ofd_page([*LINES, *marks])]), "a.ofd")) == [TEXT, "一、总体要求"]


def test_a_template_is_read_once() -> None:
    template = ofd_page([ofd_text("姓名：", 40, 60)])
    used = '<ofd:Template TemplateID="0" ZOrder="Background"/>'
    pages = [ofd_page([ofd_text("张三", 55, 60)], used), ofd_page([ofd_text("李四", 55, 60)], used)]
    assert said(lingwu.read(ofd(pages, templates=[template]), "a.ofd")) == ["姓名：张三", "李四"]


def test_a_matrix_scales_and_deltas_are_optional() -> None:
    scaled = (
        '<ofd:TextObject ID="1" Boundary="40 50 90 10" Size="1" CTM="5 0 0 5 0 0"><ofd:TextCode X="0" Y="1" '
        'DeltaX="1 g 2 1">共计12项</ofd:TextCode><ofd:TextCode X="5" Y="1">工作</ofd:TextCode></ofd:TextObject>'
    )
    assert said(lingwu.read(ofd([ofd_page([scaled])]), "a.ofd")) == ["共计12项工作"]


def test_false_bold_is_read_once() -> None:
    assert said(lingwu.read(ofd([ofd_page([ofd_text("通知", 40, 60), ofd_text("通知", 40.2, 60)])]), "a.ofd")) == [
        "通知"
    ]


def test_columns_of_a_page_are_read_one_after_the_other() -> None:
    left = [ofd_text("左栏第一行文字共计十二", 20, 60 + 9 * at) for at in range(6)]
    right = [ofd_text("右栏另有一行文字十二个", 120, 60 + 9 * at) for at in range(6)]
    doc = lingwu.read(ofd([ofd_page([*left, *right])]), "a.ofd")
    assert "左" not in doc.text[doc.text.index("右") :]
    assert {block.kind for block in doc.blocks} == {Kind.PARAGRAPH}


NO_PAGE = zipped(
    {"OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (ofd([ofd_page([])]), NoText),
        (ofd([]), NoText),
        (NO_PAGE, DamagedFile),
        (zipped({"a.xml": "<a/>"}), DamagedFile),
        (zipped({"Encryptions.xml": "<a/>"}), EncryptedFile),
        (ofd(["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]), UnsafeFile),
        (ofd([ofd_page(LINES)])[:-40], DamagedFile),
    ],
)
def test_bad_files_are_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        lingwu.read(data, "坏.ofd")
    assert isinstance(caught.value, lingwu.ReadError)
    refused(caught.value, "坏.ofd")


PAGE = ofd_page(LINES)
SAMPLE = ofd([PAGE])


@settings(deadline=None)
@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_mutated_files_are_read_or_refused(at: int, byte: int) -> None:
    read_or_refused(form, SAMPLE[:at] + bytes([byte]) + SAMPLE[at + 1 :], "坏.ofd")


NUMBERS = ["", "-1", "1e308", "nan", "inf", "g", "g 999999999 1", "0", '"', "<", "x"]


@settings(deadline=None)
@given(st.integers(0, len(PAGE) - 1), st.integers(0, 6), st.sampled_from(NUMBERS))
def test_mutated_pages_are_read_or_refused(at: int, less: int, new: str) -> None:
    read_or_refused(form, ofd([PAGE[:at] + new + PAGE[at + less :]]), "坏.ofd")
