"""The grids of tables: what each reader says of cells, merged cells and empty ones, and how edits move them."""

from __future__ import annotations

import pytest
from docx_files import cell, docx, p, r
from samples import odt

import lingwu
from lingwu.document import Document, Span
from lingwu.edits import edited
from lingwu.finding import Edit
from lingwu.structure.tables import tables

PLAIN = [["地区", "户数"], ["甲", "12"], ["乙", ""], ["合计", "12"]]


def texts(doc: Document) -> list[list[list[str | None]]]:
    grids = doc.meta["tables"]
    return [[[None if span is None else span.of(doc.text) for span in row] for row in grid] for grid in grids]


def word(rows: list[list[str]]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(cell(p(r(said))) for said in row)}</w:tr>" for row in rows) + "</w:tbl>"


def open_document(rows: list[list[str]]) -> str:
    inside = "".join(
        f"<table:table-cell><text:p>{said}</text:p></table:table-cell>" if said else "<table:table-cell/>"
        for row in rows
        for said in (*row, "\n")
    )
    lines = inside.split("<table:table-cell><text:p>\n</text:p></table:table-cell>")
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{line}</table:table-row>" for line in lines[:-1])
        + "</table:table>"
    )


def markdown(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---|---|", *lines[1:]])


FILES = {
    "a.docx": docx(p(r("前文")) + word(PLAIN) + p(r("后文"))),
    "a.odt": odt(f"<text:p>前文</text:p>{open_document(PLAIN)}<text:p>后文</text:p>"),
    "a.md": f"前文\n\n{markdown(PLAIN)}\n\n后文".encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_every_cell_has_its_place(name: str) -> None:
    assert texts(lingwu.read(FILES[name], name)) == [PLAIN]


@pytest.mark.parametrize("name", FILES)
def test_edits_move_the_cells(name: str) -> None:
    doc = lingwu.read(FILES[name], name)
    start, twelve = doc.text.index("前"), doc.text.index("12")
    moved = edited(doc, [Edit(Span(start, start + 1), "之前的"), Edit(Span(twelve, twelve + 2), "1200")])
    assert texts(moved) == [[["地区", "户数"], ["甲", "1200"], ["乙", ""], ["合计", "12"]]]


def test_edits_move_the_numbers_of_paragraphs() -> None:
    doc = Document("甲\n乙\n丙", meta={"numbering": {2: "1.", 4: "2."}})
    assert edited(doc, [Edit(Span(0, 1), "甲甲甲"), Edit(Span(2, 2), "新")]).meta["numbering"] == {4: "1.", 7: "2."}


def test_merged_cells_of_word_cover_places() -> None:
    wide = cell(p(r("数量")), properties='<w:gridSpan w:val="2"/>')
    tall, under = (
        cell(p(r(said)), properties=f"<w:vMerge{val}/>") for said, val in (("地区", ' w:val="restart"'), ("", ""))
    )
    body = f"<w:tbl><w:tr>{tall}{wide}</w:tr><w:tr>{under}{cell(p(r('男')))}{cell(p(r('女')))}</w:tr></w:tbl>"
    assert texts(lingwu.read(docx(body), "a.docx")) == [[["地区", "数量", None], [None, "男", "女"]]]


def test_deleted_rows_of_word_are_no_rows() -> None:
    gone = f"<w:tr><w:trPr><w:del w:id='1' w:author='甲'/></w:trPr>{cell(p(r('旧')))}</w:tr>"
    body = f"<w:tbl>{gone}<w:tr>{cell(p(r('新')))}</w:tr></w:tbl>"
    assert texts(lingwu.read(docx(body), "a.docx")) == [[["新"]]]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    body = f"<w:tbl><w:tr>{cell(word([['内']]), p(r('外')))}</w:tr></w:tbl>"
    assert texts(lingwu.read(docx(body), "a.docx")) == [[["内"]], [["内\n外"]]]


def test_covered_cells_of_open_document_are_covered() -> None:
    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>数量</text:p></table:table-cell>'
    repeated = '<table:table-cell table:number-columns-repeated="2"/>'
    rows = "".join(
        f"<table:table-row>{row}</table:table-row>" for row in (f"{wide}<table:covered-table-cell/>", repeated)
    )
    doc = lingwu.read(odt(f"<table:table>{rows}</table:table>"), "a.odt")
    assert texts(doc) == [[["数量", None], ["", ""]]]


def test_bars_in_cells_of_markdown_stay_in_them() -> None:
    assert texts(lingwu.read("| 甲\\|乙 | 丙 |\n|---|---|\n| 1 | 2 |\n".encode(), "a.md")) == [
        [["甲\\|乙", "丙"], ["1", "2"]]
    ]


def test_heads_of_merged_cells_are_put_together() -> None:
    rows = [["地区", "数量", "", "备注"], ["", "男", "女", ""], ["甲", "1", "2", ""], ["乙", "3", "4", ""]]
    wide = cell(p(r("数量")), properties='<w:gridSpan w:val="2"/>')
    first = f"<w:tr>{cell(p(r('地区')))}{wide}{cell(p(r('备注')))}</w:tr>"
    body = word(rows).replace(word(rows[:1])[7:-8], first)
    table = tables(lingwu.read(docx(body), "a.docx"))[0]
    assert (table.head, [table.title(column) for column in range(4)]) == (2, ["地区", "数量男", "数量女", "备注"])


def test_lines_with_tabs_are_a_table_and_single_ones_are_not() -> None:
    doc = lingwu.read("地区\t户数\n甲\t12\n合计\t12\n\n电话：\t12345678\n传真：\t87654321\n".encode(), "a.txt")
    assert [[table.label(row) for row in table.body] for table in tables(doc)] == [["甲", "合计"]]
