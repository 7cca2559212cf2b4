"""Plain text and Markdown: encodings both ways, broken bytes, and what is not prose."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import read_or_refused, refused, said, sound

import lingwu
from lingwu.document import Document, Kind, Span
from lingwu.errors import DamagedFile, NoText, ReadError, UnknownFormat, WriteError
from lingwu.finding import Edit
from lingwu.formats import Changes
from lingwu.formats.txt import format as form
from lingwu.structure.marks import marks

NOTICE = "关于做好2024年防汛工作的通知\r\n各县（市、区）人民政府：\r\n　　现就有关事项通知如下。\r\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [NOTICE, "通知", "plain 1\n", "一" * 900 + "𠮷㐀\n", "a\r乙\n丙\r\n"])
def test_text_comes_back_as_it_was(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    doc = lingwu.read(data, "通知.txt")
    assert doc.text == text
    assert form.write(doc, Changes(()), "clean") == data


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_fix_keeps_the_encoding(encoding: str) -> None:
    data = NOTICE.encode(encoding)
    edited = form.write(lingwu.read(data, "通知.txt"), Changes([Edit(Span(0, 1), "〔𠮷")]), "clean")
    assert edited == ("〔𠮷" + NOTICE[1:]).encode(encoding)
    assert lingwu.read(edited, "通知.txt").text == "〔𠮷" + NOTICE[1:]


FAMILIAR = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda char: not "\u0250" <= char <= "\u07ff")


@given(st.text(FAMILIAR, min_size=1))
def test_any_utf8_text_comes_back(text: str) -> None:
    data = text.encode()
    try:
        doc = form.read(data, "甲.txt")
    except NoText:
        assert not text.strip("\ufeff\u200b\u3000 \t")
        return
    assert "\ufeff" * text.startswith("\ufeff") + doc.text == text
    assert form.write(doc, Changes(()), "clean") == data


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("各单位要认真落实".encode() + b"\xff\xfe" + "责任。".encode(), "第 25 字节"),
        ("第一行完整。\n第二行断".encode()[:-1], "第 2 行"),
        ("工作安排".encode("gb18030") + b"\xff" + "如下".encode("gb18030"), "GB18030"),
        (b"abc\0def", "NUL"),
        (b"\x01\x02\x03" * 30, "二进制"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
    ],
)
def test_broken_bytes_are_told_with_their_place(data: bytes, where: str) -> None:
    with pytest.raises(DamagedFile, match=where) as caught:
        lingwu.read(data, "坏.txt")
    refused(caught.value, "坏.txt")


@pytest.mark.parametrize("text", [" \r\n\t\n", "\u3000\u3000", "\ufeff\n"])
def test_blank_text_is_refused(text: str) -> None:
    with pytest.raises(NoText) as caught:
        lingwu.read(text.encode(), "空.txt")
    refused(caught.value, "空.txt")


def test_a_fix_that_cannot_be_spelt_is_refused() -> None:
    doc = lingwu.read("甲乙".encode("gb18030"), "a.txt")
    with pytest.raises(WriteError, match="D800"):
        form.write(doc, Changes([Edit(Span(0, 1), "\ud800")]), "clean")
    with pytest.raises(WriteError):
        form.write(doc, Changes(()), "tracked")


def test_every_kind_of_line_end_parts_blocks() -> None:
    assert said(lingwu.read("甲\r乙\n丙\r\n丁".encode(), "a.txt")) == ["甲", "乙", "丙", "丁"]


def test_a_web_page_is_no_text() -> None:
    with pytest.raises(UnknownFormat, match="网页"):
        lingwu.read("<!DOCTYPE html><p>通知</p>".encode(), "a.txt")


PAGE = """---
title: 不查
---
# 防汛 `x` 通知

- [ ] 请见（https://a.example/b）和[办法](../b.md)。
> 引文<br>换行

| 单位 | 数\\|量 |
|:---|---:|
| 甲 | `2` 个 |

```py
x = "不查"
```
~~~
也不查
~~~
***
<!-- 多行
注释 -->尾
"""


def test_markdown_prose_is_told_from_code() -> None:
    doc = lingwu.read(PAGE.encode(), "a.md")
    sound(form, doc)
    prose = [(block.kind.name, block.span.of(doc.text)) for block in doc.blocks if block.kind is not Kind.CODE]
    assert prose == [
        ("HEADING", "防汛 "), ("HEADING", " 通知"), ("PARAGRAPH", "请见（"),
        ("PARAGRAPH", "）和[办法"), ("PARAGRAPH", "。"),
        ("PARAGRAPH", "引文"), ("PARAGRAPH", "换行"), ("CELL", "单位"), ("CELL", "数\\|量"),
        ("CELL", "甲"), ("CELL", " 个"),
        ("PARAGRAPH", "尾"),
    ]  # fmt: skip
    assert doc.blocks[3].level == 1


def test_a_mark_is_no_fence_in_plain_text() -> None:
    assert [block.kind for block in lingwu.read("```\n甲\n".encode(), "a.txt").blocks] == [Kind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    "junk", ["```a\n", "~~~\n```\n", "<!--", "`", "](", "<a", "|a|\n|-|\n", "甲`乙`", "https://", "- ", "> ", "---\n"]
)
def test_markdown_takes_linear_time(junk: str) -> None:
    def seconds(count: int) -> float:
        data = (junk * count).encode()
        began = time.perf_counter()
        read_or_refused(form, data, "a.md")
        return time.perf_counter() - began

    small = min(seconds(5_000) for _ in range(3))
    assert seconds(50_000) < 40 * small + 0.3


@given(st.text("`~<!->|#-*_ \n\r甲a]()[:/https", max_size=60))
def test_any_markdown_is_laid_out_soundly(text: str) -> None:
    try:
        doc = form.read(text.encode(), "a.md")
    except ReadError:
        return
    sound(form, doc)
    covered = {at for block in doc.blocks for at in range(block.span.start, block.span.end)}
    letters = {at for at, char in enumerate(doc.text) if char in "甲a"}
    assert letters <= covered


def test_long_lines_are_read_quickly() -> None:
    began = time.perf_counter()
    doc: Document = lingwu.read(("各部门要落实责任。" * 600_000).encode(), "长.txt")
    assert len(doc.blocks) == 1
    assert time.perf_counter() - began < 10


def test_code_inside_a_sentence_does_not_part_its_marks() -> None:
    doc = lingwu.read("请见（`a`和https://a.example/b）的“`甲`部分”。\n".encode(), "a.md")
    assert not marks(doc).alone
    assert [pair.span.of(doc.text)[0] for pair in marks(doc).pairs] == ["（", "“"]
