"""The roles of blocks: a whole document, a speech, a regulation, and lines that only look like elements."""

from __future__ import annotations

import time

import pytest

from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.structure.roles import with_roles

REQUEST = """000123
机密★5年
特急
示范市人民政府文件
示政发〔2024〕8号　　签发人：张三
示范市人民政府关于加强
档案管理工作的请示
省人民政府：
为加强档案管理，现将有关事项请示如下：
一、总体要求
（一）强化领导。要成立领导小组。
（二）工作目标
到2025年，全面完成任务。
妥否，请批示。
附件：1.档案管理方案
　　　2.经费测算表
示范市人民政府
2024年3月8日
（联系人：李四，电话：×××）
附件1
档案管理方案
一、目标
全面加强。
抄送：市委办公室。
示范市人民政府办公室　2024年3月9日印发
"""
SPEECH = """在全市档案工作会议上的讲话
张三
（2024年3月8日）
同志们：
今天召开会议。
一、认清形势，坚定信心
形势很好。
"""


def roles(text: str) -> list[tuple[str, Role]]:
    doc = with_roles(Document(text))
    return [(block.span.of(text).strip(), block.role) for block in doc.blocks]


def test_a_whole_document() -> None:
    found = [role for _, role in roles(REQUEST)]
    assert found == [
        Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.ISSUER_MARK, Role.DOCUMENT_NUMBER, Role.TITLE, Role.TITLE,
        Role.ADDRESSEE, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY, Role.BODY, Role.ATTACHMENT_NOTE,
        Role.ATTACHMENT_NOTE, Role.ISSUER, Role.DATE, Role.NOTE, Role.ATTACHMENT, Role.TITLE, Role.HEADING, Role.BODY,
        Role.COPY_TO, Role.PRINTING,
    ]  # fmt: skip


def test_a_speech() -> None:
    found = [role for _, role in roles(SPEECH)]
    assert found == [
        Role.TITLE, Role.ISSUER, Role.DATE, Role.ADDRESSEE, Role.BODY, Role.HEADING, Role.BODY,
    ]  # fmt: skip


def test_a_speech_without_a_title() -> None:
    assert roles("同志们：\n今天召开会议。\n一、认清形势\n很好。")[0][1] is Role.ADDRESSEE


def test_a_regulation() -> None:
    found = dict(roles("示范条例\n2024年3月8日　示范会议通过\n第一章　总则\n第一条　为了示范，制定本条例。"))
    assert found["示范条例"] is Role.TITLE
    assert found["2024年3月8日　示范会议通过"] is Role.BODY
    assert found["第一章　总则"] is Role.HEADING
    assert found["第一条　为了示范，制定本条例。"] is Role.BODY


def test_levels_of_headings() -> None:
    doc = with_roles(Document("一、甲\n（一）子\n正文。\n1.丑\n正文。\n第二章　乙\n第一节　寅\n正文。"))
    assert [block.level for block in doc.blocks] == [1, 2, 0, 3, 0, 1, 2, 0]


@pytest.mark.parametrize(
    "line",
    [
        "见附件（2024）3号楼",
        "（一）强化领导。要成立领导小组。",
        "请于3月8日前报送以下材料：",
        "一、元旦：放假三天，与周末连休。",
        "会议由张三主持。",
    ],
)
def test_lines_of_the_text_stay_body(line: str) -> None:
    assert roles(line)[0][1] is Role.BODY


def test_roles_given_by_a_reader_stay_and_a_heading_style_counts() -> None:
    text = "总体要求\n正文在这里。\n主要任务\n正文在这里。"
    blocks = [Block(Span(at, text.find("\n", at) if "\n" in text[at:] else len(text))) for at in (0, 5, 12, 17)]
    blocks[2] = Block(blocks[2].span, Kind.HEADING, level=2)
    blocks[1] = Block(blocks[1].span, role=Role.NOTE)
    doc = with_roles(Document(text, tuple(blocks)))
    assert [(block.role, block.level) for block in doc.blocks][1:3] == [(Role.NOTE, 0), (Role.HEADING, 2)]


def test_a_title_style_makes_a_title() -> None:
    text = "示范局简报，第三期，\n正文在这里。"
    doc = with_roles(Document(text, (Block(Span(0, 10), style="Title"), Block(Span(11, 17)))))
    assert [block.role for block in doc.blocks] == [Role.TITLE, Role.BODY]


def test_table_cells_have_no_role_of_their_own() -> None:
    doc = with_roles(Document("附件1", (Block(Span(0, 3), Kind.CELL),)))
    assert doc.blocks[0].role is Role.BODY


def test_text_and_spans_do_not_change_and_twice_is_once() -> None:
    doc = with_roles(Document(REQUEST.replace("\n", "\r\n")))
    assert doc.text == REQUEST.replace("\n", "\r\n")
    assert with_roles(doc).blocks == doc.blocks


def test_many_lines_take_linear_time() -> None:
    began = time.perf_counter()
    with_roles(Document("2024年3月8日\n附件1\n抄送：甲\n关于甲的\n" * 30_000))
    assert time.perf_counter() - began < 10
