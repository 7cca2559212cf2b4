"""The search for seats against all plans tried one by one: the same disorder, the same number of persons moved."""

from __future__ import annotations

from typing import Any

import seat_brute_force as brute_force
from hypothesis import given, settings
from hypothesis import strategies as st

from lingwu.seating import rules, venues
from lingwu.seating.assign import Member, Wish, solve
from lingwu.seating.venue import Layout

KINDS: dict[str, dict[str, Any]] = {
    "rostrum": {"kind": "rostrum", "rows": [3, 5]},
    "hall": {"kind": "hall", "blocks": [2, 2], "rows": 2},
    "photo": {"kind": "photo", "rows": [3, 5]},
    "cars": {"kind": "car", "cars": ["sedan", "sedan"]},
}


def layout_for(name: str, count: int) -> Layout:
    spec = KINDS[name]
    return venues.venue(spec["kind"]).build(spec, rules.settled(spec["kind"], {}), {"": count})


@st.composite
def problems(draw: st.DrawFn) -> tuple[Layout, list[Member], list[Wish], dict[str, str]]:
    """A small venue, at most seven persons, ties, wishes that may exclude each other, and where people sat before."""
    name = draw(st.sampled_from(sorted(KINDS)))
    count = draw(st.integers(1, 5 if name == "hall" else 7))
    held = draw(st.integers(0, 1))
    layout = layout_for(name, count + held)
    seats = [seat.id for seat in layout.seats]
    ranks = sorted(draw(st.lists(st.integers(1, count), min_size=count, max_size=count)))
    wheels = draw(st.sets(st.integers(0, count - 1), max_size=2))
    members = [Member(f"甲{n}", rank, "", n in wheels) for n, rank in enumerate(ranks)]
    someone, somewhere = st.sampled_from([member.key for member in members]), st.sampled_from(seats)
    some = st.lists(someone, min_size=2, max_size=3, unique=True).map(tuple) if count > 1 else st.nothing()
    kinds = [
        st.builds(lambda who, seat: Wish("pin", (who,), seat), someone, somewhere),
        st.builds(lambda seat: Wish("empty", (), seat), somewhere),
        st.builds(lambda seat: Wish("wheelchair", (), seat), somewhere),
        st.builds(lambda who: Wish("apart", who), some),
        st.builds(lambda who: Wish("together", who), some),
    ]
    wishes = draw(st.lists(st.one_of(kinds), max_size=4))
    old_seats = draw(st.permutations(seats))
    old = {m.key: seat for m, seat in zip(members, old_seats, strict=False) if draw(st.integers(0, 3))}
    return layout, members, wishes, old


@given(problems())
@settings(max_examples=300, deadline=None)
def test_no_plan_is_better_than_the_one_found(problem: tuple[Layout, list[Member], list[Wish], dict[str, str]]) -> None:
    layout, members, wishes, old = problem
    found = solve(layout, members, wishes, old)
    best = brute_force.best(layout, members, wishes, old)
    assert (found is None) == (best is None)
    if found and best:
        assert found.proven
        assert brute_force.allowed(layout, members, wishes, found.seats)
        assert brute_force.cost_of(layout, members, wishes, found.seats, old) == best == (found.disorder, found.moved)
