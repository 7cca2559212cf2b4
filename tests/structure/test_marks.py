"""Which marks belong together, across nesting, slips and paragraphs."""

from __future__ import annotations

import pytest

from lingwu.document import Document, Place, Span
from lingwu.structure.marks import around, marks
from lingwu.structure.places import places_of

PAIRED = {
    "“甲”和“乙”": ["“甲”", "“乙”"],
    "他说：“要做到‘四个不’。”": ["“要做到‘四个不’。”", "‘四个不’"],
    "《关于印发〈办法〉的通知》": ["《关于印发〈办法〉的通知》", "〈办法〉"],
    "（含县级)": ["（含县级)"],
    "《关于加强监管\n工作的通知》": ["《关于加强监管\n工作的通知》"],
    "“大江东去，\n浪淘尽。”": ["“大江东去，\n浪淘尽。”"],
    "It’s “OK”": ["“OK”"],
}
ALONE = {
    "1）甲；2)乙": [],
    "坚持“三个第一，推进“一网通办”": [2],
    "修身为本。”严以修身": [5],
    "他说：“第一段。\n“第二段。\n“第三段。”": [],
    "他说：“第一段。\n第二段。\n“第三段”": [3],
    "说“甲\n说乙”完": [1, 6],
    "（（（": [0, 1, 2],
}


@pytest.mark.parametrize("text", PAIRED)
def test_marks_that_belong_together(text: str) -> None:
    found = marks(Document(text))
    assert [pair.span.of(text) for pair in found.pairs] == PAIRED[text]
    assert not found.alone


@pytest.mark.parametrize("text", ALONE)
def test_marks_without_a_partner(text: str) -> None:
    assert list(marks(Document(text)).alone) == ALONE[text]


@pytest.mark.parametrize(
    ("text", "turned"),
    [("深化”放管服“改革", [2, 6]), ("深化“放管服“改革", [6]), ("深化”放管服”改革", [2]), ("“甲”，“乙”", [])],
)
def test_quotes_turned_round(text: str, turned: list[int]) -> None:
    found = marks(Document(text))
    assert list(found.turned) == turned
    assert not found.alone


def test_crossed_marks() -> None:
    found = marks(Document("（见《办法）》"))
    assert found.crossed == (5,)
    assert not found.alone


def test_depth_and_the_pair_around() -> None:
    doc = Document("“甲“乙”丙”《丁〈戊《己》〉》")
    assert [pair.depth for pair in marks(doc).pairs] == [0, 1, 0, 0, 1]
    assert {start: pair.open for start, pair in around(doc).items()} == {2: "“", 9: "《", 11: "〈"}


def test_a_quotation_over_paragraphs_is_a_place() -> None:
    doc = Document("他说：“第一段。\n“第二段。”完")
    assert places_of(doc, Span(5, 6)) == places_of(doc, Span(11, 12)) == (Place.QUOTATION,)
    assert places_of(doc, Span(15, 16)) == ()
