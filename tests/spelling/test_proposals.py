"""Windows around a change."""

from __future__ import annotations

import numpy as np
import pytest

from lingwu.spelling.proposals import BEFORE, WIDTH, Kind, Proposals

IDS = np.arange(100, 130, dtype=np.uint16)


def proposal(old: int, new: list[int]) -> Proposals:
    padded = np.array([[*new, 0, 0][:2]], np.uint16)
    kind, close = np.array([Kind.SOUND], np.uint8), np.array([0], np.uint8)
    return Proposals(np.array([10]), np.array([old]), padded, np.array([len(new)]), kind, close)


@pytest.mark.parametrize(("old", "new"), [(1, [7]), (2, [7, 8]), (1, []), (0, [7])])
def test_a_window_shows_the_line_as_it_would_be(old: int, new: list[int]) -> None:
    line = [*IDS[:10].tolist(), *new, *IDS[10 + old :].tolist()]
    window = proposal(old, new).windows(IDS)
    assert window.tolist() == [line[10 - BEFORE : 10 - BEFORE + WIDTH]]


def test_joined_and_taken() -> None:
    both = Proposals.join([proposal(1, [7]), proposal(0, [9])])
    assert len(both) == 2
    assert both.take(np.array([False, True])).new.tolist() == [[9, 0]]
