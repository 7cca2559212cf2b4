"""Near misses of standing phrases."""

from __future__ import annotations

import pytest

from lingwu.lexicon import Scan
from lingwu.text.near_phrases import NearPhrases

FINDER = NearPhrases(
    ("推进国家治理体系和治理能力现代化", "铸牢中华民族共同体意识"), frozenset({"治理体系和治理水平现代化"})
)


def mended(text: str) -> list[str]:
    spans = [(start, end) for _, start, end in Scan(FINDER.halves).hits(text)]
    return [text[: slip.start] + slip.new + text[slip.end :] for slip in FINDER.slips(text, spans)]


@pytest.mark.parametrize(
    "text",
    [
        "推进国家制理体系和治理能力现代化",
        "推进国家理体系和治理能力现代化",
        "推进国家治治理体系和治理能力现代化",
        "推进国家理治体系和治理能力现代化",
        "推进国家治理体系和治理能刀现代化",
    ],
)
def test_one_character_changed_missing_added_or_swapped(text: str) -> None:
    assert mended(text) == ["推进国家治理体系和治理能力现代化"]


@pytest.mark.parametrize(
    "text",
    [
        "推进国家治理体系和治理能力现代化",
        "推动国家治理体系和治理能力现代化",
        "推进国家的治理体系和治理能力现代化",
        "推进国家治理体系和治理能力",
        "国家治理体系和治理能",
        "筑牢中华民族共同体意识",
    ],
)
def test_right_texts_other_verbs_and_cut_phrases_are_left_alone(text: str) -> None:
    assert mended(text) == []
