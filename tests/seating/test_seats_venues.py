"""The venues: who is where in the room, seen by the viewer that the plan names."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from seat_venues import CASES

from lingwu.seating import rules, venues
from lingwu.seating.rules import RuleError
from lingwu.seating.venue import Layout, Seat, VenueError


def built(name: str) -> Layout:
    spec, chosen, counts = CASES[name]
    kind = venues.checked(spec)["kind"]
    return venues.venue(kind).build(spec, rules.settled(kind, chosen), counts)


def layout(spec: dict[str, Any], counts: dict[str, int], **chosen: str) -> dict[str, Seat]:
    kind = venues.kind_of(spec)
    made = venues.venue(kind).build(spec, rules.settled(kind, chosen), counts)
    return {seat.id: seat for seat in made.seats}


@pytest.mark.parametrize("name", CASES)
def test_seats_are_distinct_apart_and_enough(name: str) -> None:
    made, (_, _, counts) = built(name), CASES[name]
    assert len({seat.id for seat in made.seats}) == len(made.seats) == len({seat.walk for seat in made.seats})
    for one, two in combinations(made.seats, 2):
        assert abs(one.x - two.x) > 0.94 or abs(one.y - two.y) > 0.74, (one.id, two.id)
    for pool, count in counts.items():
        assert sum(seat.pool == pool for seat in made.seats) >= count
    for seat in made.seats:
        assert all(seat.id in made.by_id[other].beside for other in seat.beside)
        assert seat.why
    assert made.viewpoint
    assert made.opposite


def test_every_kind_of_venue_is_among_the_cases() -> None:
    assert {spec["kind"] for spec, _, _ in CASES.values()} == set(venues.kinds()) == set(venues.WORDS)


def test_on_the_rostrum_the_second_is_at_the_right_of_the_viewer() -> None:
    seats = layout({"kind": "主席台"}, {"": 7})
    assert seats["1排左1"].x > seats["1排主位"].x > seats["1排右1"].x
    assert seats["1排主位"].short == "1排左起4座"
    behind = layout({"kind": "主席台", "rows": [7, 9]}, {"": 16})
    assert behind["2排主位"].x == behind["1排主位"].x, "the centre of the second row is behind that of the first"
    assert behind["2排主位"].y < behind["1排主位"].y
    assert behind["2排左1"].why.startswith("居本排首位左手")


@pytest.mark.parametrize(("custom", "place"), [("centre", "1排主位"), ("right_end", "1排右3"), ("left_end", "1排左3")])
def test_the_chair_has_the_place_that_the_office_chose(custom: str, place: str) -> None:
    seats = layout({"kind": "rostrum"}, {"": 6, "主持": 1}, chair=custom)
    assert [seat.id for seat in seats.values() if seat.pool == "主持"] == [place]


def test_the_round_table_of_ten_and_of_eight() -> None:
    ten = list(layout({"kind": "banquet", "seats": 10}, {"主": 5, "客": 5}).values())
    assert [(seat.id, seat.pool) for seat in ten[:6]] == [
        ("主陪", "主"), ("2座", "客"), ("10座", "客"), ("6座", "主"), ("7座", "客"), ("5座", "客"),
    ]  # fmt: skip
    eight = list(layout({"kind": "banquet", "seats": 8}, {"主": 4, "客": 4}).values())
    assert [seat.id for seat in eight[:6]] == ["主陪", "2座", "8座", "5座", "6座", "4座"]
    host = ten[0]
    assert ten[1].x < host.x, "the host faces the door below: the host's right is the viewer's left"
    assert min(seat.y for seat in ten) == host.y, "the host sits farthest from the door"


def test_one_host_has_guests_by_turns() -> None:
    seats = list(layout({"kind": "banquet", "seats": 8}, {"主": 1, "客": 7}, hosts="one").values())
    assert [seat.id for seat in seats[:5]] == ["主陪", "2座", "8座", "3座", "7座"]


def test_talks_across_and_end_on() -> None:
    across = layout({"kind": "table"}, {"主": 3, "客": 3}, upper="right")
    assert across["客方主谈"].y < across["主方主谈"].y, "guests face the door, which is below"
    assert across["客方右1"].x < across["客方主谈"].x, "a sitter who faces the viewer has the right hand at the left"
    assert across["主方右1"].x > across["主方主谈"].x
    end_on = layout({"kind": "table"}, {"主": 3, "客": 3}, door="end")
    assert end_on["客方主谈"].x > 0 > end_on["主方主谈"].x, "guests at the right of those who enter"
    assert end_on["客方右1"].y < end_on["客方主谈"].y
    assert end_on["主方右1"].y > end_on["主方主谈"].y


def test_the_interpreter_sits_at_the_chief_s_right_and_the_second_beyond() -> None:
    seats = layout({"kind": "table"}, {"主": 3, "客": 5, "客翻译": 1}, upper="right")
    row = sorted((seat for seat in seats.values() if seat.y < 0), key=lambda seat: seat.x)
    order = list(seats.values())
    ranks = {seat.id: n for n, seat in enumerate(s for s in order if s.pool == "客")}
    assert [ranks.get(seat.id, "T") for seat in row] == [3, 1, "T", 0, 2, 4], "own view: 5 3 1 T 2 4 …"


def test_reception_of_foreign_guests_and_of_superiors() -> None:
    foreign = layout({"kind": "sofa"}, {"主": 3, "客": 3}, upper="right")
    assert foreign["客方3"].x < foreign["客方1"].x < 0 < foreign["主方1"].x < foreign["主方3"].x
    domestic = layout({"kind": "sofa"}, {"主": 3, "客": 3})
    assert domestic["主方1"].x < 0 < domestic["客方1"].x


def test_signing_has_the_guest_at_the_host_s_right_and_helpers_outside() -> None:
    seats = layout({"kind": "signing"}, {"主签字": 1, "客签字": 1, "主助签": 1, "客助签": 1, "主": 2, "客": 2})
    line = ["客方助签1", "客方签字1", "主方签字1", "主方助签1"]
    assert sorted(line, key=lambda name: seats[name].x) == line
    assert seats["客方随员2"].x < seats["客方随员1"].x < 0 < seats["主方随员1"].x
    opposite = layout({"kind": "signing"}, {"主签字": 1, "客签字": 1, "主": 2, "客": 2}, form="opposite")
    assert opposite["主方随员1"].y > seats["主方签字1"].y


def test_photo_of_two_sides_has_hosts_at_both_ends() -> None:
    seats = list(layout({"kind": "photo", "rows": [11]}, {"主": 6, "客": 5}, upper="right").values())
    assert [seat.pool for seat in seats[:3]] == ["主", "客", "客"]
    assert seats[1].x < seats[0].x, "the guest of honour at the host's right"
    line = sorted(seats, key=lambda seat: seat.x)
    assert (line[0].pool, line[-1].pool) == ("主", "主")


def test_photo_that_does_not_fit_the_place_says_so() -> None:
    made = venues.venue("photo").build(
        {"kind": "photo", "rows": [20], "width": 8}, rules.settled("photo", {}), {"": 20}
    )
    assert "约需 11.0 米" in " ".join(made.notes)


CARS: list[tuple[str, dict[str, str], str]] = [
    ("sedan", {}, "后排右 后排左 后排中 副驾驶"),
    ("sedan", {"third": "front"}, "后排右 后排左 副驾驶 后排中"),
    ("sedan", {"driver": "host"}, "副驾驶 后排右 后排左 后排中"),
    ("offroad", {}, "副驾驶 后排右 后排左 后排中"),
    ("mpv", {}, "中排右 中排左 后排右 后排左 后排中 副驾驶"),
    ("mpv", {"mpv": "rear"}, "后排右 后排左 后排中 中排右 中排左 副驾驶"),
    ("bus", {}, "1排右 1排左走道 1排左窗 2排右"),
    ("bus", {"bus": "window"}, "1排左窗 1排左走道 1排右 2排左窗"),
]


@pytest.mark.parametrize(("car", "chosen", "order"), CARS)
def test_cars(car: str, chosen: dict[str, str], order: str) -> None:
    seats = list(layout({"kind": "car", "cars": [car]}, {"": 3}, **chosen))
    assert seats[: len(order.split())] == order.split()


def test_hall_numbers() -> None:
    across = layout({"kind": "hall", "blocks": [3, 3], "rows": 2}, {"": 6})
    assert [seat.id for seat in sorted(across.values(), key=lambda s: (s.y, s.x))[:6]] == [
        f"1排{n}座" for n in range(1, 7)
    ]
    odd = layout({"kind": "hall", "blocks": [3, 3], "rows": 1}, {"": 6}, numbering="odd_even")
    assert [seat.short for seat in sorted(odd.values(), key=lambda s: s.x)] == [
        "1-5",
        "1-3",
        "1-1",
        "1-2",
        "1-4",
        "1-6",
    ]
    assert "1排2座" not in layout({"kind": "hall", "blocks": [3], "rows": 1, "missing": ["1排2座"]}, {"": 2})


def test_the_inner_ring_goes_down_both_sides_from_the_head() -> None:
    seats = list(layout({"kind": "ring"}, {"": 7}, head="end"))
    assert seats == ["上席主位", "左侧1", "右侧1", "左侧2", "右侧2", "左侧3", "右侧3"]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ({"kind": "礼堂"}, "没有“礼堂”这种会场"),
        ({"kind": "rostrum", "tables": 3}, "主席台没有“tables”这一项"),
        ({"kind": "rostrum", "rows": "七"}, "主席台的“rows”写作“七”"),
        ({"kind": "hall", "rows": -1}, "写作“-1”"),
        ({"kind": "hall", "rows": 10**9}, "不对"),
        ({"kind": "rostrum", "podium": "yes"}, "写作“yes”"),
    ],
)
def test_what_is_wrong_in_a_venue_is_named(spec: dict[str, Any], words: str) -> None:
    with pytest.raises(VenueError) as told:
        venues.checked(spec)
    assert words in str(told.value)


@pytest.mark.parametrize("kind", ["rostrum", "hall", "photo", "car"])
def test_too_few_seats_are_counted(kind: str) -> None:
    spec = {"kind": kind, **({} if kind == "car" else {"rows": [2]})}
    spec |= {"blocks": [3]} if kind == "hall" else {}
    with pytest.raises(VenueError, match=r"要 9 [席座].*少 [357] "):
        layout(spec, {"": 9})


def test_unknown_options_and_values_are_named() -> None:
    with pytest.raises(RuleError, match="没有“evn”这个规则选项"):
        rules.settled("rostrum", {"evn": "A"})
    with pytest.raises(RuleError, match="“双数排法”（even）不能是“E”"):
        rules.settled("rostrum", {"even": "E"})


def test_banquets_put_the_right_first() -> None:
    assert rules.settled("banquet", {})["upper"] == "right"
    assert rules.settled("rostrum", {})["upper"] == "left"
