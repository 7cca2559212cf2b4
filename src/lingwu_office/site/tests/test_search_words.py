"""How text is cut for the search, and what is marked: by itself, without a database."""

from __future__ import annotations

import pytest

from lingwu_office.site.search.marking import Piece, marked, snippet
from lingwu_office.site.search.words import LONGEST, asked_for, even, needed, words_of


def test_units_and_pairs_of_a_number() -> None:
    assert words_of("滨政办发〔2026〕12号") == [
        "滨", "政", "办", "发", "2026", "12", "号",
        "滨_政", "政_办", "办_发", "发_2026", "2026_12", "12_号",
    ]  # fmt: skip


def test_marks_part_and_brackets_do_not() -> None:
    assert "知_请" not in words_of("通知，请")
    assert "知_请" not in words_of("通知\n请")
    assert "知_请" in words_of("《通知》请")


@pytest.mark.parametrize(
    ("text", "same"), [("ＡＢＣ１２", "abc12"), ("GB/T", "gb/t"), ("㎡", "㎡"), ("ﬁ", "ﬁ"), ("İ", "İ")]
)
def test_even_keeps_positions(text: str, same: str) -> None:
    assert even(text) == same
    assert len(even(text)) == len(text)


def test_last_word_of_letters_is_a_beginning() -> None:
    assert needed("2026年1") == [("2026_年", False), ("年_1", True)]
    assert needed("公文") == [("公_文", False)]
    assert needed("文") == [("文", False)]
    assert needed("lin") == [("lin", True)]


@pytest.mark.parametrize("query", ["", "  ", "，。！", "〔〕", '"*" -', "_"])
def test_queries_without_a_character_ask_for_nothing(query: str) -> None:
    assert asked_for(query) == []


def test_everything_needed_for_a_part_of_a_text_is_in_its_words() -> None:
    text = "关于做好2026年防汛抗旱工作的通知（GB/T 9704—2012）：请于3月9日前报送。"
    kept = set(words_of(text))
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 7) + 1):
            for need, beginning in [need for word in asked_for(text[start:end]) for need in needed(word)]:
                if need in kept or (beginning and any(word.startswith(need) for word in kept)):
                    continue
                assert text[start].isdigit() or text[start].isascii(), text[start:end]  # begins inside a word


def test_very_long_texts_are_cut() -> None:
    assert "末" not in words_of("甲" * LONGEST + "末")


def test_marking_keeps_every_character() -> None:
    text = "关于Ｇ20的通知<script>"
    assert "".join(piece.text for piece in marked(text, "g20 通知")) == text
    assert [piece.text for piece in marked(text, "g20 通知") if piece.hit] == ["Ｇ20", "通知"]
    assert marked(text, "*") == [Piece(text, False)]
    assert marked("", "通知") == []


def test_snippet_is_around_the_first_hit() -> None:
    pieces = snippet("甲" * 300 + "防汛\n抗旱" + "乙" * 300, "抗旱")
    shown = "".join(piece.text for piece in pieces)
    assert shown.startswith("…") and shown.endswith("…")
    assert "防汛 抗旱" in shown
    assert [piece.text for piece in pieces if piece.hit] == ["抗旱"]
    assert snippet("", "抗旱") == []
    both = "".join(piece.text for piece in snippet("抗旱" + "甲" * 200 + "抗旱防汛" + "乙" * 200, "抗旱 防汛"))
    assert "抗旱防汛" in both
    assert "".join(piece.text for piece in snippet("没有的话从头开始", "抗旱")) == "没有的话从头开始"
