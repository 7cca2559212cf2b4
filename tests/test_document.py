"""Spans, blocks and the same-length masked text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.document import MASK, Block, Document, Kind, Role, Span

LINES = st.text(alphabet="公文，。“”\n\r 😀a1", max_size=60)


def test_a_span_is_half_open_and_in_order() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
    assert Span(1, 3).of("甲乙丙丁") == "乙丙"
    assert Span(1, 3).overlaps(Span(2, 5))
    assert not Span(1, 3).overlaps(Span(3, 5))


@given(LINES)
def test_blocks_lie_inside_the_text_and_hold_no_line_end(text: str) -> None:
    doc = Document(text)
    at = 0
    for block in doc.blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert not set(block.span.of(text)) & {"\n", "\r"}
        at = block.span.end
    assert "".join(b.span.of(text) for b in doc.blocks) == text.replace("\n", "").replace("\r", "")


@given(LINES)
def test_every_offset_has_its_line_and_column(text: str) -> None:
    doc = Document(text)
    for offset in range(len(text) + 1):
        line, column = doc.line_column(offset)
        assert text.count("\n", 0, offset) == line - 1
        assert offset - (text.rfind("\n", 0, offset) + 1) == column - 1


def test_only_masks_other_roles_at_the_same_length() -> None:
    blocks = (Block(Span(0, 2), role=Role.TITLE), Block(Span(3, 5)), Block(Span(6, 7), Kind.CELL, Role.DATE))
    doc = Document("标题\n正文\n日", blocks)
    assert doc.only([Role.BODY]) == f"{MASK * 2}\n正文\n{MASK}"
    assert doc.only([Role.TITLE, Role.DATE]) == f"标题\n{MASK * 2}\n日"


def test_an_analysis_is_made_once() -> None:
    calls = []
    doc = Document("文")

    def analysis(doc: Document) -> int:
        calls.append(doc)
        return len(doc.text)

    assert (doc.derive(analysis), doc.derive(analysis), len(calls)) == (1, 1, 1)
