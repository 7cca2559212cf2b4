"""The HTML reporter: self-contained, escaped, every finding marked and listed."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import lingwu
from lingwu.document import Block, Document, Kind, Role, Span
from lingwu.finding import Basis, Finding, Report, Severity
from lingwu.reporters import Checked, Setting, reporter


class Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(checked: list[Checked], setting: Setting | None = None) -> str:
    out = io.StringIO()
    reporter("html").write(iter(checked), out, setting or Setting())
    return out.getvalue()


def test_it_holds_all_it_needs_and_nothing_outside(checked: list[Checked], setting: Setting) -> None:
    said = page(checked, setting)
    reader = Reader(said)
    assert not reader.open
    assert "http" not in said
    assert not re.search(r"url\(|@import", said)
    assert all("src" not in attributes for _, attributes in reader.tags)
    assert not reader.all("link")
    assert all(link["href"].startswith("#") for link in reader.all("a"))


def test_text_cannot_become_markup(checked: list[Checked], setting: Setting) -> None:
    said = page(checked, setting)
    assert "<script>alert" not in said
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said
    hostile = Checked('"><img src=x>.txt', error="<b>坏</b>")
    assert "<img" not in page([hostile])
    assert "<b>坏" not in page([hostile])


def test_marks_and_list_lead_to_each_other(checked: list[Checked], setting: Setting) -> None:
    reader = Reader(page(checked, setting))
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in reader.all("a")} <= set(ids)
    items = [item["id"] for item in reader.all("li") if "id" in item]
    assert len(items) == 7
    marked = {one for mark in reader.all("mark") for one in mark.get("data-f", "").split()}
    assert marked == set(items)
    assert [number["id"] for number in reader.all("sup") if "id" in number] == [f"m{item}" for item in items]


def test_the_text_is_whole(checked: list[Checked], setting: Setting) -> None:
    body = page(checked[:1], setting).partition('<div class="text">')[2].partition("</div>")[0]
    plain = re.sub(r"<sup.*?</sup>|<[^>]+>", "", body).replace("&lt;", "<").replace("&gt;", ">")
    assert checked[0].doc is not None
    assert plain.split("\n")[1:-1] == [block.span.of(checked[0].doc.text) for block in checked[0].doc.blocks]


def test_what_the_leader_reads(checked: list[Checked], setting: Setting) -> None:
    said = page(checked, setting)
    for piece in (
        "2026年3月5日 09:30",
        "测试规程 第一条（习惯）",
        "<ins>信词</ins>",
        "书名号内",
        "未能检查",
        "没有发现问题",
    ):
        assert piece in said
    assert checked[0].report is not None
    assert checked[0].report.digest in said
    assert checked[0].report.ruleset in said
    values = {(box["name"], box["value"]) for box in Reader(said).all("input")}
    assert {
        ("severity", "error"),
        ("severity", "doubt"),
        ("family", "TST"),
        ("place", "name"),
        ("place", "body"),
    } <= values


def test_findings_that_overlap_or_run_over_paragraphs() -> None:
    text = "甲乙丙丁\n戊己庚辛\n壬癸"
    spans = [Span(1, 3), Span(2, 7), Span(2, 2), Span(4, 5), Span(0, len(text))]
    found = tuple(
        Finding("TST001", span, "错。", Severity.ERROR, Basis("测试"), fingerprint="0" * 12) for span in sorted(spans)
    )
    reader = Reader(page([Checked("a.txt", Document(text), Report(found))]))
    numbers = [number["id"] for number in reader.all("sup") if "id" in number]
    assert sorted(numbers) == sorted(set(numbers))
    assert len(numbers) == 5


def test_headings_cells_and_notes_show_as_such() -> None:
    text = "标题\n单元格\n单元格\n脚注"
    blocks = (
        Block(Span(0, 2), Kind.HEADING, Role.TITLE),
        Block(Span(3, 6), Kind.CELL),
        Block(Span(7, 10), Kind.CELL),
        Block(Span(11, 13), Kind.FOOTNOTE),
    )
    said = page([Checked("a.docx", Document(text, blocks), Report(()))])
    assert '<p class="title">标题</p>' in said
    assert '<p class="cell"><span class="kind">表格</span>单元格</p>\n<p class="cell">单元格</p>' in said
    assert '<p class="aside"><span class="kind">脚注</span>脚注</p>' in said


def test_it_can_be_written_in_any_encoding(checked: list[Checked], setting: Setting) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors=reporter("html").escape)
    reporter("html").write(checked, out, setting)
    out.flush()
    style = raw.getvalue().partition(b"<style>")[2].partition(b"</style>")[0]
    script = raw.getvalue().partition(b"<script>")[2].partition(b"</script>")[0]
    assert style and script
    assert b"&#" not in style + script


def test_a_large_text_takes_no_long_time() -> None:
    doc = lingwu.read(("有错词。" * 50 + "\n").encode() * 500, "a.txt")
    found = tuple(
        Finding("TST001", Span(at, at + 2), "错。", Severity.ERROR, Basis("测试"), fingerprint="0" * 12)
        for at in range(1, len(doc.text) - 2, 40)
    )
    assert len(page([Checked("a.txt", doc, Report(found))])) > len(doc.text)
