"""What changed between two texts."""

from __future__ import annotations

import random

import pytest

from lingwu_office.documents.pages_text_versions import folds
from lingwu_office.documents.text_diff import ADDED, CHANGED, REMOVED, SAME, compare, counted, within

OLD = "　　第一段讲安全。\n　　第二段讲防汛工作，要认真布署。\n　　第三段以后删去。\n　　末段。"
NEW = "　　第一段讲安全。\n　　第二段讲防汛工作，要认真部署。\n\n　　末段。\n　　新写一段。"


def test_paragraph_by_paragraph() -> None:
    rows = compare(OLD, NEW)
    assert [row.kind for row in rows] == [SAME, CHANGED, REMOVED, SAME, ADDED]
    changed = rows[1]
    assert [(piece.kind, piece.text) for piece in changed.old if piece.kind != SAME] == [(REMOVED, "布")]
    assert [(piece.kind, piece.text) for piece in changed.new if piece.kind != SAME] == [(ADDED, "部")]
    assert [(row.old_number, row.new_number) for row in rows] == [(1, 1), (2, 2), (3, 0), (4, 4), (0, 5)]
    figures = counted(rows)
    assert (figures.changed, figures.added, figures.removed) == (1, 1, 1)
    assert (figures.characters_in, figures.characters_out) == (1 + 7, 1 + 10)


@pytest.mark.parametrize("seed", range(40))
def test_both_texts_can_be_read_off(seed: int) -> None:
    dice = random.Random(seed)
    old = ["".join(dice.choices("甲乙丙丁，。", k=dice.randint(1, 30))) for _ in range(dice.randint(0, 12))]
    new = [line for line in old if dice.random() < 0.8]
    for _ in range(dice.randint(0, 6)):
        new.insert(dice.randint(0, len(new)), "".join(dice.choices("甲乙丙丁，。", k=dice.randint(1, 30))))
    new = [line.replace("甲", "子", 1) if dice.random() < 0.3 else line for line in new]
    rows = compare("\n".join(old), "\n".join(new))
    assert ["".join(piece.text for piece in row.old) for row in rows if row.kind != ADDED] == old
    assert ["".join(piece.text for piece in row.new) for row in rows if row.kind != REMOVED] == new
    assert all((row.kind == SAME) == (row.old == row.new) for row in rows)
    assert sum(len(fold.rows) for fold in folds(rows)) == len(rows)


def test_long_paragraphs_are_compared_at_their_ends() -> None:
    long = "甲乙丙" * 2000
    old, new = within(long, f"{long[:3000]}丁{long[3000:]}")
    assert [(piece.kind, piece.text) for piece in new if piece.kind == ADDED] == [(ADDED, "丁")]
    assert "".join(piece.text for piece in old) == long


def test_long_stretches_without_change_are_folded() -> None:
    lines = [f"第{number}段" for number in range(20)]
    rows = compare("\n".join(lines), "\n".join([*lines[:10], "新的", *lines[10:]]))
    assert [(fold.folded, len(fold.rows)) for fold in folds(rows)] == [(True, 9), (False, 3), (True, 9)]
