"""Tables: .xlsx and .csv as documents whose every cell knows its name."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import read_or_refused, refused, zipped

import lingwu
from lingwu.document import Document, Kind, Span
from lingwu.errors import DamagedFile, NoText, ReadError, UnsafeFile, WriteError
from lingwu.finding import Edit
from lingwu.formats import Changes
from lingwu.formats.csv import format as csv_form
from lingwu.formats.xlsx import format as xlsx_form

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6)


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == "隐藏":
            sheet.sheet_state = "hidden"
        if name == "合并":
            sheet.merge_cells("A1:B1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def texts(doc: Document) -> list[list[list[str | None]]]:
    def said(span: Span | None) -> str | None:
        return None if span is None else span.of(doc.text)

    return [[[said(span) for span in row] for row in grid] for grid in doc.meta["tables"]]


def test_values_as_a_document_says_them() -> None:
    day = datetime.datetime(2026, 3, 12, 9, 0)
    rows: list[list[object]] = [["姓名", "时间"], ["张伟", day], ["李娜\n副局长", day.date()]]
    rows += [[None, day.time()], [12.0, 0.5]]
    doc = lingwu.read(workbook(名单=rows), "名单.xlsx")
    assert texts(doc) == [
        [
            ["姓名", "时间"],
            ["张伟", "2026年3月12日 9:00"],
            ["李娜\n副局长", "2026年3月12日"],
            ["", "9:00"],
            ["12", "0.5"],
        ]
    ]
    assert doc.place(doc.text.index("副局长")) == "单元格 A3"
    assert {block.kind for block in doc.blocks} == {Kind.CELL}


def test_sheets_are_named_where_there_are_several_and_hidden_ones_are_told() -> None:
    doc = lingwu.read(workbook(甲=[["一"]], 乙=[["二"]], 隐藏=[["三"]]), "表.xlsx")
    assert doc.text == "一\n二"
    assert doc.place(2) == "单元格 乙!A1"
    assert doc.meta["notes"] == ("有 1 张隐藏的工作表没有查。",)


def test_merged_cells() -> None:
    doc = lingwu.read(workbook(合并=[["标题", None], ["甲", "乙"]]), "表.xlsx")
    assert texts(doc) == [[["标题", None], ["甲", "乙"]]]


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (workbook(空=[[None]]), NoText, "工作表都是空的"),
        (zipped({"xl/workbook.xml": "<a/>"}), DamagedFile, "不是完整的 Excel 工作簿"),
        (zipped({"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), UnsafeFile, "实体或文档类型"),
    ],
)
def test_what_cannot_be_read(data: bytes, kind: type[ReadError], said: str) -> None:
    with pytest.raises(kind, match=said) as caught:
        lingwu.read(data, "表.xlsx")
    refused(caught.value, "表.xlsx")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("姓名,职务\n张伟,局长\n", [["姓名", "职务"], ["张伟", "局长"]]),
        ('姓名\t备注\n张伟\t"甲，乙"\n', [["姓名", "备注"], ["张伟", "甲，乙"]]),
        ("姓名，职务\n张伟，局长\n", [["姓名", "职务"], ["张伟", "局长"]]),
        ('姓名,备注\n张伟,"第一行\n第二行"\n', [["姓名", "备注"], ["张伟", "第一行\n第二行"]]),
        ("甲,乙,丙\n丁\n", [["甲", "乙", "丙"], ["丁", "", ""]]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv(text: str, cells: list[list[str]], encoding: str) -> None:
    doc = lingwu.read(text.encode(encoding), "表.csv")
    assert doc.meta["format"] == "csv"
    assert texts(doc) == [cells]


def test_a_text_without_separators_is_plain_text_whatever_its_suffix() -> None:
    assert lingwu.read("没有分隔的一句话。".encode(), "话.csv").meta["format"] == "txt"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_cells_of_a_csv_are_read_or_refused(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    read_or_refused(csv_form, text.encode(), "表.csv")


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_cells_of_a_workbook_are_read_or_refused(rows: list[list[str]]) -> None:
    read_or_refused(xlsx_form, workbook(表=[list(row) for row in rows]), "表.xlsx")


def test_neither_is_written() -> None:
    book = lingwu.read(workbook(甲=[["一"]]), "a.xlsx")
    for form, doc in ((xlsx_form, book), (csv_form, lingwu.read(b"a,b", "a.csv"))):
        with pytest.raises(WriteError):
            form.write(doc, Changes((Edit(doc.blocks[0].span, "x"),)), "clean")


def test_text_rules_see_each_cell_and_no_separator() -> None:
    doc = lingwu.read("事项,说明\n检查,定于2025年3月8日（星期五）召开\n".encode(), "表.csv")
    assert [finding.code for finding in lingwu.check(doc).findings] == ["DAT002"]
