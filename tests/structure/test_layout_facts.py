"""Which files count as official documents in form, and what rules on layout are given of them."""

from __future__ import annotations

import pytest

import lingwu
from lingwu import specimen
from lingwu.document import Document, Role
from lingwu.structure.departures import lines_above, told, typed_indent, usual_pitch
from lingwu.structure.layout import body, is_official, is_red, layout_of, marks, parts

NOTICE = "关于开会的通知\n各科室：\n　　定于3月5日开会，请准时参加。\n　　特此通知。\n示范局\n2024年3月1日"


def official(text: str) -> bool:
    return is_official(lingwu.read(text.encode(), "a.txt"))


def drawn(change: str = "") -> Document:
    return lingwu.read(specimen.made(change), "样张.docx")


def test_official_documents_in_form() -> None:
    assert official(NOTICE)
    assert official("示范市人民政府文件\n示政发〔2024〕3号\n关于开会的通知\n各科室：\n　　请参加。\n　　特此通知。")
    assert official("示范局关于封闭道路的通告\n　　一、封闭南路。\n　　二、禁止通行。\n示范局\n2024年3月1日")


@pytest.mark.parametrize(
    "text",
    [
        "在全局大会上的讲话\n（2024年3月1日）\n同志们：\n　　今天开会。\n　　要抓好落实。\n　　谢谢大家。",
        "关于开会的通知\n各科室：\n　　定于3月5日开会，请准时参加。\n　　特此通知。\n　　请转告。",
        "关于开会的通知\n2024年3月1日",
        "示范局工作总结\n　　一年来，全局抓好落实。\n　　二是完成任务。\n示范局\n2024年3月1日",
        "中华人民共和国示范法\n第一条　为了示范，制定本法。\n第二条　本法自公布之日起施行。\n第三条　略。",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert not official(text)


def test_texts_have_no_layout() -> None:
    doc = lingwu.read(NOTICE.encode(), "a.txt")
    assert layout_of(doc) is None
    assert parts(doc, *Role) == body(doc) == marks(doc) == []


def test_a_form_is_left_alone() -> None:
    rows = "\n".join(f"| 第{n}项 | {n} | {n} |" for n in range(30))
    doc = lingwu.read((NOTICE + "\n\n| 名称 | 数量 | 备注 |\n|---|---|---|\n" + rows + "\n").encode(), "a.md")
    assert not is_official(doc)


def test_parts_leave_out_attachments_but_for_their_labels_and_the_imprint() -> None:
    doc = drawn()
    assert [part.text for part in parts(doc, Role.TITLE)] == ["青云市人民政府关于加强档案工作的通知"]
    assert [part.text for part in parts(doc, Role.ATTACHMENT)] == ["附件"]
    assert [part.text[:2] for part in parts(doc, Role.COPY_TO, Role.PRINTING)] == ["抄送", "青云"]
    assert len(body(doc)) == 3
    assert [part.text for part in marks(doc)] == ["青云市人民政府文件"]


def test_what_was_not_written_in_the_file_itself_is_no_part() -> None:
    doc = drawn("正文：写“”")
    assert all(part.paragraph.runs for part in parts(doc, *Role))


def test_lines_above_count_empty_paragraphs_and_spacing_alike() -> None:
    for change in ("标题：空行2", "标题：空行0 段前57.9", "标题：空行1 段前28.95"):
        doc = drawn(change)
        layout = layout_of(doc)
        assert layout is not None
        assert lines_above(layout, parts(doc, Role.TITLE)[0], 28.95) == pytest.approx(2, abs=0.01)


def test_typed_blanks_count_as_indent() -> None:
    (first, *_) = body(drawn("正文：首行0"))
    assert typed_indent("　　字", first.paragraph) == 2
    assert typed_indent("    字", first.paragraph) == 2
    assert typed_indent("字", first.paragraph) == 0


def test_usual_pitch_is_that_of_most_characters() -> None:
    assert usual_pitch(body(drawn("正文：行距28；正文二：行距20"))) == 28
    assert usual_pitch([]) == 0


@pytest.mark.parametrize(
    ("colour", "red"),
    [("FF0000", True), ("C00000", True), ("E60012", True), ("FF6600", False), ("000000", False), ("", False)],
)
def test_red(colour: str, red: bool) -> None:
    assert is_red(colour) is red


def test_measured_values_are_told_with_how_often() -> None:
    from collections import Counter

    assert told(Counter({"宋体": 5})) == "宋体"
    assert told(Counter({"宋体": 5, "楷体": 2})) == "宋体（5 段）、楷体（2 段）"
    assert told(Counter("abcde")).endswith("等")
