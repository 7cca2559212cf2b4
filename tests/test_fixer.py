"""The fixer: safety, overlaps, and the law that a fix never makes a text worse."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lingwu
from lingwu import registry
from lingwu.checker import Checker
from lingwu.document import Block, Document, Kind, Span
from lingwu.edits import apply, composed, edited
from lingwu.finding import Edit, Safety, Severity
from lingwu.fixer import fix
from lingwu.rule import Basis, Rule, pattern


def rule(regex: str, new: str, code: str = "TST001", **more: Any) -> Rule:
    return Rule(
        code=code, title="试", basis=Basis("试"), message="试。", find=pattern(regex, new), bad={}, good=[], **more
    )


def mended(text: str, *rules: Rule, safety: Safety = Safety.CONFIRM) -> str:
    checker, doc = Checker(rules=rules), Document(text)
    return fix(doc, checker.check(doc), safety, checker.check).text


def test_only_fixes_that_are_safe_enough_are_made() -> None:
    rules = (
        rule("甲", "A", "TST001", safety=Safety.SAFE),
        rule("乙", "B", "TST002"),
        rule("丙", "C", "TST003", safety=Safety.SHOW),
    )
    assert mended("甲乙丙", *rules, safety=Safety.SAFE) == "A乙丙"
    assert mended("甲，乙，丙", *rules) == "A，B，丙"


def test_of_overlapping_fixes_the_graver_wins() -> None:
    weak, strong = rule("甲乙", "一", "TST001", severity=Severity.ADVICE), rule("乙丙", "二", "TST002")
    assert mended("甲乙丙", weak, strong) == "甲二"


def test_two_rules_that_put_in_the_same_missing_character_put_it_in_once() -> None:
    short, long = rule("(?<!一)(?=腔热血)", "一", "TST001"), rule("(?<!一)腔热血", "一腔热血", "TST002")
    assert mended("凭腔热血", short, long) == "凭一腔热血"


def test_fixes_side_by_side_are_both_made() -> None:
    assert mended("甲乙", rule("甲", "一", "TST001"), rule("乙", "二", "TST002")) == "一二"


def test_a_fix_that_brings_a_new_slip_is_taken_back() -> None:
    assert (
        mended("有甲\n有乙", rule("甲", "丙", "TST001"), rule("丙", "丁", "TST002"), rule("乙", "戊", "TST003"))
        == "有甲\n有戊"
    )


def test_what_cannot_be_edited_is_left() -> None:
    doc = Document("甲\n甲", (Block(Span(0, 1), editable=False), Block(Span(2, 3))))
    checker = Checker(rules=[rule("甲", "乙")])
    fixed = fix(doc, checker.check(doc), Safety.CONFIRM)
    assert (fixed.text, len(fixed.mended), len(fixed.left)) == ("甲\n乙", 1, 1)


def test_an_edited_document_keeps_its_blocks() -> None:
    blocks = Block(Span(0, 2), level=1), Block(Span(3, 6), Kind.CELL), Block(Span(7, 9))
    doc = Document("标题\n甲乙丙\n末段", blocks)
    edits = [Edit(Span(0, 0), "新"), Edit(Span(4, 5), "一\n二"), Edit(Span(9, 9), "。")]
    after = edited(doc, edits)
    assert after.text == "新标题\n甲一\n二丙\n末段。"
    assert [(b.span.of(after.text), b.kind, b.level) for b in after.blocks] == [
        ("新标题", Kind.PARAGRAPH, 1),
        ("甲一", Kind.CELL, 0),
        ("二丙", Kind.CELL, 0),
        ("末段。", Kind.PARAGRAPH, 0),
    ]


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    def some(text: str) -> list[Edit]:
        places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        spans = [Span(a, b) for a, b in pairwise(places) if draw(st.booleans())]
        return [Edit(span, draw(st.text("甲乙", max_size=3))) for span in spans]

    text = draw(st.text("一二三四", max_size=12))
    first = some(text)
    return text, first, some(apply(text, first))


@given(texts_with_edits())
def test_two_lists_of_edits_become_one(case: tuple[str, list[Edit], list[Edit]]) -> None:
    text, first, second = case
    middle = apply(text, first)
    assert apply(text, composed(first, second, middle)) == apply(middle, second)


BAD = [text for rule in registry.rules() for text in (*rule.bad, *rule.good)]
PIECES = st.sampled_from([text.replace("⟦", "").replace("⟧", "") for text in BAD] or ["国办发[2024]3号"])
MARKS = st.text(
    alphabet="，。、；：“”‘’（）《》()[]\"',.;:!?！？…—-～ \u3000\n\r\t一二三是要第12年月日（号发函文的了等A%％０",
    max_size=30,
)
TEXTS = st.lists(PIECES | MARKS, min_size=1, max_size=6).map("".join)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_a_safe_fix_raises_no_new_finding_and_is_idempotent(checker: Checker, text: str) -> None:
    doc = _read(text)
    if doc is None:
        return
    before = checker.check(doc)
    assert not before.notes
    once = fix(doc, before, Safety.SAFE, checker.check)
    again = _read(once.text) or Document(once.text)
    after = checker.check(again)
    more = Counter(f.code for f in after.findings) - Counter(f.code for f in before.findings)
    assert not more, [f for f in after.findings if f.code in more]
    twice = fix(again, after, Safety.SAFE, checker.check)
    assert twice.text == once.text


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_every_span_lies_inside_the_text(checker: Checker, text: str) -> None:
    doc = _read(text)
    if doc is None:
        return
    for finding in checker.check(doc).findings:
        assert finding.span.end <= len(doc.text)
        for fix_ in finding.fixes:
            assert all(edit.span.end <= len(doc.text) for edit in fix_.edits)


def _read(text: str) -> Document | None:
    try:
        return lingwu.read(text.encode("utf-8"), "a.txt")
    except lingwu.ReadError:
        return None
