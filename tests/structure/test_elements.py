"""What is read off the roles: title and 文种, attachments named and attached, the year, citations, short names."""

from __future__ import annotations

from lingwu.document import Document
from lingwu.structure.citations import citations, laws
from lingwu.structure.elements import attached, kind, main_blocks, named, title, year
from lingwu.structure.roles import with_roles
from lingwu.structure.shortened import shortened

TEXT = """示范局关于加强
档案管理的通知
示发〔2024〕3号
各科室：
请执行。到2035年建成。
附件：1.任务表
　　　2.联系表
示范局
2024年3月8日
附件1
任务表
一、治水
附件2
联系表
电话。
"""


def test_title_runs_over_lines_and_keeps_its_offsets() -> None:
    doc = with_roles(Document(TEXT))
    line = title(doc)
    assert line.text == "示范局关于加强档案管理的通知"
    assert kind(doc) == "通知"
    assert line.span(7, 11).of(TEXT) == "档案管理"


def test_attachments_named_and_attached() -> None:
    doc = with_roles(Document(TEXT))
    assert [(entry.number, entry.name.text) for entry in named(doc)] == [(1, "任务表"), (2, "联系表")]
    assert [(entry.number, entry.name.text) for entry in attached(doc)] == [(1, "任务表"), (2, "联系表")]
    assert [entry.name.span(0, 3).of(TEXT) for entry in named(doc)] == ["任务表", "联系表"]


def test_the_document_itself_ends_before_the_first_attachment() -> None:
    doc = with_roles(Document(TEXT))
    assert main_blocks(doc)[-1].span.of(TEXT) == "2024年3月8日"


def test_year_is_that_of_the_date_not_one_spoken_of() -> None:
    assert year(with_roles(Document(TEXT))) == 2024
    assert year(Document("到2035年建成。")) == 0
    assert year(Document("自2023年5月1日起施行。")) == 2023


def test_a_text_without_elements() -> None:
    doc = with_roles(Document("今天开会。"))
    assert (title(doc).text, kind(doc), named(doc), attached(doc)) == ("", "", (), ())


def test_citations_with_their_articles() -> None:
    text = "依照《中华人民共和国行政许可法》第十二条和《示范办法》（2020年修订）办理。"
    found = citations(Document(text))
    assert [(each.name, each.article) for each in found] == [("中华人民共和国行政许可法", 12), ("示范办法", 0)]
    assert found[0].article_span is not None
    assert found[0].article_span.of(text) == "第十二条"


def test_the_table_of_laws_is_sound() -> None:
    assert len(laws()) > 500
    assert laws()["民法典"].articles == 1260
    assert laws()["合同法"].repealed == "2021-01-01"
    assert all(not law.name.startswith("中华人民共和国") for law in laws().values())


def test_short_names() -> None:
    found = shortened(Document("根据《甲市档案办法》（以下简称《办法》），示范局（以下统称“本局”）负责。"))
    assert [(each.short, each.full, each.titled) for each in found] == [
        ("办法", "甲市档案办法", True),
        ("本局", "", False),
    ]
