"""Tables in the HTML page: as grids, with every word of the text in its place and every finding marked."""

from __future__ import annotations

import re

from test_html import Reader, page

from lingwu.document import Block, Document, Kind, Span
from lingwu.finding import Basis, Finding, Report, Severity
from lingwu.reporters import Checked
from lingwu.reporters._marked import marked
from lingwu.reporters._tables import Grid, grids

Rows = list[list[str | None]]


def document(*tables: Rows, before: str = "前文", after: str = "后文") -> Document:
    """Paragraphs around tables; None is a place that a merged cell covers, a cell may have several lines."""
    text, blocks, found = before, [Block(Span(0, len(before)))], []
    for rows in tables:
        table = []
        for row in rows:
            cells: list[Span | None] = []
            for cell in row:
                start = len(text) + 1
                cells.append(None if cell is None else Span(start, start + len(cell)))
                text += "" if cell is None else "\n" + cell
                at = start
                for line in (cell or "").split("\n"):
                    blocks += [Block(Span(at, at + len(line)), Kind.CELL)] if line else []
                    at += len(line) + 1
            table.append(tuple(cells))
        found.append(tuple(table))
    blocks.append(Block(Span(len(text) + 1, len(text) + 1 + len(after))))
    return Document(f"{text}\n{after}", tuple(blocks), meta={"tables": tuple(found)})


def shown(doc: Document) -> str:
    return "".join(marked(doc, (), "f")).replace("\n", "")


def test_a_table_is_a_table() -> None:
    assert shown(document([["甲", "乙"], ["丙", ""]])) == (
        '<p class="">前文</p>'
        '<table><tr><td><p class="cell">甲</p></td><td><p class="cell">乙</p></td></tr>'
        '<tr><td><p class="cell">丙</p></td><td></td></tr></table>'
        '<p class="">后文</p>'
    )


def test_merged_cells_of_the_head_and_of_the_first_column() -> None:
    said = shown(document([["地区", "数量", None], [None, "男", "女"], ["甲", "1", "2"]]))
    assert (
        '<td rowspan="2"><p class="cell">地区</p></td><td colspan="2"><p class="cell">数量</p></td></tr><tr><td>'
        in said
    )
    assert '</tr><tr><td><p class="cell">男' in said
    assert "<td></td>" not in said
    inner = shown(document([["甲", "乙", "丙"], ["丁", "戊", None]]))  # may reach from above or from the left
    assert inner.endswith('<p class="cell">戊</p></td><td></td></tr></table><p class="">后文</p>')
    short = shown(document([["甲", "乙"], ["丙"]]))
    assert short.count("<td") == 4


def test_a_cell_of_several_lines_and_a_table_in_a_cell() -> None:
    doc = document([["甲", "乙\n丙\n丁"]])
    assert grids(doc) == [Grid(1, 4, (((1,), (2, 3, 4)),))]
    outer = doc.meta["tables"][0]
    inner = ((doc.blocks[3].span, doc.blocks[4].span),)
    nested = Document(doc.text, doc.blocks, meta={"tables": (inner, outer)})
    assert grids(nested) == grids(doc)


def test_what_is_no_whole_table_is_shown_line_by_line() -> None:
    doc = document([["甲", "乙"]])
    (((first, _),),) = doc.meta["tables"]
    for tables in ((((first, Span(0, 0)),),), (((Span(0, len(doc.text)), first),),), (((None,),),), ((),)):
        one = Document(doc.text, doc.blocks, meta={"tables": tables})
        said = "".join(marked(one, (), "f"))
        assert [re.sub(r"<span.*?</span>|<[^>]+>", "", p) for p in re.findall("<p.*?</p>", said)] == doc.text.split(
            "\n"
        )


def test_every_block_is_shown_once_and_findings_keep_their_places() -> None:
    doc = document([["甲错", "乙"], ["", "丙\n错丁"]], [["戊", None]])
    spans = [
        Span(doc.text.index("错"), doc.text.index("错") + 1),
        Span(doc.text.index("错丁"), doc.text.index("错丁") + 1),
    ]
    spans.append(Span(spans[0].start, spans[1].end))
    found = tuple(
        Finding("TST001", span, "错。", Severity.ERROR, Basis("测试"), fingerprint="0" * 12) for span in sorted(spans)
    )
    said = page([Checked("a.docx", doc, Report(found))])
    reader = Reader(said)
    assert not reader.open
    body = said.partition('<div class="text">')[2].partition("</div>")[0]
    plain = re.sub(r"<sup.*?</sup>|<[^>]+>", "", body)
    assert [line for line in plain.split("\n") if line] == [block.span.of(doc.text) for block in doc.blocks]
    numbers = [number["id"] for number in reader.all("sup") if "id" in number]
    assert sorted(numbers) == ["mf1-1", "mf1-2", "mf1-3"]
