"""What stands around a place counts only within its line and within reach."""

from __future__ import annotations

import re
import time

import pytest

from lingwu.rule import Document, Entry, Lexicon, swap
from lingwu.text.context import REACH, stands_inside

HOSTILE = 1_000_000


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("甲乙丙", True),
        ("甲\n乙丙", False),
        ("甲丁乙丙\n", True),
        ("丙\n甲乙丙", True),
        ("一" * 40 + "甲" + "一" * (REACH - 1) + "乙丙" + "一" * 40, True),
        ("一" * 40 + "甲" + "一" * REACH + "乙丙" + "一" * 40, False),
        ("甲乙\n丙", False),
    ],
)
def test_only_the_line_and_the_reach_count(text: str, inside: bool) -> None:
    at = text.rindex("乙")
    assert stands_inside(re.compile("甲.*乙丙", re.DOTALL), text, at, at + 1) is inside


def test_one_line_of_a_million_alike_characters_takes_seconds() -> None:
    entry = Entry("的的", ("的",), when="[我们]~", unless="目~", bad="我的的书", good="目的的")
    find = swap(Lexicon("doubled", (entry,)))
    began = time.perf_counter()
    hits = list(find(Document("我" + "的" * HOSTILE)))
    assert [hit.span.start for hit in hits] == [1]
    assert time.perf_counter() - began < 10


def test_a_shorter_word_at_the_same_place_is_looked_at_by_itself() -> None:
    longer = Entry("甲乙", ("丙",), when="丁~", bad="丁甲乙", good="甲乙")
    shorter = Entry("甲", ("戊",), bad="甲", good="戊")
    find = swap(Lexicon("two", (longer, shorter)))
    assert [hit.new for hit in find(Document("甲乙"))] == ["戊"]
    assert [hit.new for hit in find(Document("丁甲乙"))] == ["丙"]
