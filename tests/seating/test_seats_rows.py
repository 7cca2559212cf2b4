"""Who sits where in one row: the worked rows of practice, both viewpoints, both even rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingwu.seating import rows

WORKED = {
    2: ("1 2", "2 1", "2 1", "2 1"),
    3: ("3 1 2", "2 1 3", None, "2 1 3"),
    4: ("3 1 2 4", "4 2 1 3", "4 2 1 3", "4 2 1 3"),
    5: ("5 3 1 2 4", "4 2 1 3 5", None, "4 2 1 3 5"),
    6: ("5 3 1 2 4 6", "6 4 2 1 3 5", "6 4 2 1 3 5", "6 4 2 1 3 5"),
    7: ("7 5 3 1 2 4 6", "6 4 2 1 3 5 7", None, "6 4 2 1 3 5 7"),
    8: ("7 5 3 1 2 4 6 8", "8 6 4 2 1 3 5 7", "8 6 4 2 1 3 5 7", "8 6 4 2 1 3 5 7"),
    9: ("9 7 5 3 1 2 4 6 8", "8 6 4 2 1 3 5 7 9", None, "8 6 4 2 1 3 5 7 9"),
    10: ("9 7 5 3 1 2 4 6 8 10", "10 8 6 4 2 1 3 5 7 9", "10 8 6 4 2 1 3 5 7 9", None),
}
"""Audience view by rule A, leader view by rule A, audience view by rule B, audience view with the right higher."""


@pytest.mark.parametrize("n", WORKED)
def test_worked_rows(n: int) -> None:
    audience, leader, rule_b, right = WORKED[n]
    assert rows.ranks(n) == list(map(int, leader.split()))
    assert rows.ranks(n)[::-1] == list(map(int, audience.split()))
    if rule_b:
        assert rows.ranks(n, "B")[::-1] == list(map(int, rule_b.split()))
    if right:
        assert rows.ranks(n, upper="right")[::-1] == list(map(int, right.split()))


@given(st.integers(1, 40), st.sampled_from("ABCD"), st.sampled_from(["left", "right"]))
def test_every_row_is_without_gaps_and_centred(n: int, even: str, upper: str) -> None:
    made = rows.places(n, even, upper)
    xs = sorted(place.x for place in made)
    free = [0.0] if even == "D" and n % 2 and n > 5 else []
    assert sorted([*xs, *free]) == [xs[0] + k for k in range(n + len(free))]
    assert len({place.name for place in made}) == n
    if even in "AB":
        assert xs[0] == -xs[-1]
    if even in "AC" or (n % 2 == 0 and even == "D"):
        upper_hand = 1 if upper == "left" else -1
        assert all((made[k].x - made[0].x) * upper_hand > 0 for k in range(1, n, 2)), "2, 4 … sit at 1's upper hand"


def test_rule_d_leaves_the_centre_free_for_two_equals() -> None:
    made = rows.places(7, "D")
    assert (made[0].x, made[1].x) == (1, -1)
    assert 0 not in {place.x for place in made}
    assert "正中空出" in made[0].why
    assert rows.places(5, "D") == rows.places(5, "A"), "only for more than five"


def test_rule_c_keeps_the_first_on_the_centre_line() -> None:
    assert rows.places(6, "C")[0].x == 0
    assert max(place.x for place in rows.places(6, "C")) == 3


def test_reasons_are_those_of_the_sitter() -> None:
    assert rows.places(7)[1].why.startswith("居1号左手第1位")
    assert rows.places(7, upper="right")[1].why.startswith("居1号右手第1位")
    assert rows.places(6)[0].why == "居正中偏右（双数（A），1号、2号同居正中）"
    assert rows.places(6, "B")[0].why == "居正中偏左（双数（B），1号、2号同居正中）"
