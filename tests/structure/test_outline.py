"""Numbered items: their marks, their series, and where the numbers do not follow one another."""

from __future__ import annotations

import time

import pytest

from lingwu.document import Document
from lingwu.structure.ordinals import chinese, like, number_of
from lingwu.structure.outline import Style, item_at, outline, spoken
from lingwu.structure.roles import with_roles
from lingwu.structure.series import breaks, numbered, told


def wrong(text: str) -> list[tuple[str, int]]:
    doc = with_roles(Document(text))
    series = [*numbered(doc), *told(doc)]
    return [(slip.item.span.of(text), slip.expected) for items in series for slip in breaks(text, items)]


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("一、总体要求", Style.CHINESE, 1),
        ("　　十二、附则", Style.CHINESE, 12),
        ("（三）强化保障", Style.CHINESE_BRACKETS, 3),
        ("(三)强化保障", Style.CHINESE_BRACKETS, 3),
        ("4.报送材料", Style.ARABIC, 4),
        ("2.2024年工作", Style.ARABIC, 2),
        ("（5）其他", Style.ARABIC_BRACKETS, 5),
        ("③备用", Style.CIRCLED, 3),
        ("第二章　职责", Style.CHAPTER, 2),
        ("第一百零三条　本法自公布之日起施行。", Style.ARTICLE, 103),
    ],
)
def test_marks_are_read(line: str, style: Style, number: int) -> None:
    item = item_at(line, 0, len(line))
    assert item is not None
    assert (item.style, item.number) == (style, number)


@pytest.mark.parametrize(
    "line", ["三、四月份", "1.5亿元", "（2024）3号", "第三条规定的情形", "一九五八，大力发展", "三是核心", "", "12.5%"]
)
def test_other_beginnings_are_no_marks(line: str) -> None:
    item = item_at(line, 0, len(line))
    assert item is None


@pytest.mark.parametrize("number", [1, 9, 10, 11, 19, 20, 21, 100, 101, 110, 115, 999, 1000, 1010, 1260])
def test_ordinals_go_both_ways(number: int) -> None:
    assert number_of(chinese(number)) == number
    assert like(number, "三") == chinese(number)
    assert like(number, "3") == str(number)


def test_numbers_in_order_are_silent() -> None:
    assert not wrong("一、甲\n（一）子\n（二）丑\n二、乙\n（一）子\n（二）丑\n三、丙")
    assert not wrong("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯")
    assert not wrong("第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　附则\n第三条　丙。")


def test_a_number_left_out_or_used_twice_is_found() -> None:
    assert wrong("一、甲\n二、乙\n四、丁") == [("四、", 3)]
    assert wrong("一、甲\n二、乙\n二、丙") == [("二、", 3)]
    assert wrong("一、甲\n二、乙\n四、丙\n四、丁\n五、戊") == [("四、", 3)]
    assert wrong("一、甲\n（一）子\n（二）丑\n（二）寅\n二、乙") == [("（二）", 3)]


def test_an_item_inside_a_paragraph_is_not_missing() -> None:
    assert not wrong("（一）甲；（二）乙；\n（三）丙。")


def test_a_text_quoted_over_paragraphs_is_left_aside() -> None:
    assert not wrong("一、甲\n二、将第五条修改为：“五、原文\n六、原文。”\n三、丙")


def test_spoken_items_within_and_over_paragraphs() -> None:
    assert wrong("一是抓学习。二是抓落实。四是抓考核。") == [("四是", 3)]
    assert wrong("一要学习。\n说明。\n二要落实。\n四要考核。") == [("四要", 3)]
    assert not wrong("一是抓学习。一要早，二要快。\n二是抓落实。一要实，二要细，三要严。\n三是抓考核。")
    assert not wrong("三要素齐全。唯一是它。")
    assert not wrong("他说“一是一、二是二，四是四”。")


def test_junk_before_a_spoken_item_does_not_hide_it() -> None:
    assert not wrong("一要学习。\n##begin##二要落实。\n三要考核。")
    assert [item.opens for item in spoken(Document("一要学习。\n##begin##二要落实。三要考核。"))] == [True, True, False]


def test_items_in_tables_are_no_part_of_the_outline() -> None:
    assert [item.number for item in outline(Document("一、甲\n二、乙"))] == [1, 2]


def test_long_and_hostile_texts_take_linear_time() -> None:
    text = "一是甲，“" * 60_000 + "\n" + "二、乙\n" * 60_000
    began = time.perf_counter()
    doc = with_roles(Document(text))
    found = sum(1 for items in (*numbered(doc), *told(doc)) for _ in breaks(text, items))
    assert found > 0
    assert time.perf_counter() - began < 10
