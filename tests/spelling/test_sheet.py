"""Lines laid out side by side."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lingwu.spelling.network import LONGEST, sentences
from lingwu.spelling.sheet import DIGIT, EDGE, LATIN, NOTHING, UNKNOWN, Sheet, Vocabulary

VOCABULARY = Vocabulary("的一是在不了有和人这，。")
LINES = st.lists(st.text(alphabet=st.characters(exclude_characters="\r\n")), min_size=1, max_size=6)


def test_ids_of_known_unknown_digits_and_letters() -> None:
    assert VOCABULARY.ids("的人3aZ鑫").tolist() == [6, 14, DIGIT, LATIN, LATIN, UNKNOWN]
    assert VOCABULARY.character(14) == "人"


@given(LINES)
def test_every_line_stands_at_its_start_between_two_edges(lines: list[str]) -> None:
    sheet = Sheet.of(lines, VOCABULARY)
    assert len(sheet.ids) == len(sheet.text)
    for line, start, length in zip(lines, sheet.starts.tolist(), sheet.lengths.tolist(), strict=True):
        assert sheet.text[start : start + length] == line
        assert sheet.ids[start - 1] == sheet.ids[start + length] == EDGE
        assert not sheet.ids[start - 6 : start - 1].any()
        assert np.array_equal(sheet.ids[start : start + length], VOCABULARY.ids(line))
        assert NOTHING not in sheet.ids[start : start + length]


@given(LINES)
def test_a_place_knows_its_line(lines: list[str]) -> None:
    sheet = Sheet.of(lines, VOCABULARY)
    at = [start + step for start, line in zip(sheet.starts.tolist(), lines, strict=True) for step in range(len(line))]
    line = [number for number, text in enumerate(lines) for _ in text]
    assert sheet.line_of(np.array(at, np.int64)).tolist() == line


@given(st.text(alphabet="一二，、。；人", max_size=300))
def test_sentences_cover_the_text_in_pieces_that_the_reader_can_read(text: str) -> None:
    pieces = sentences(text)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= LONGEST - 2 for start, end in pieces)
