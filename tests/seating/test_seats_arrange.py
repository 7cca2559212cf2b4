"""Plans, their changes and their reasons; constraints that exclude each other are named."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seat_lists import crowd, named, without

from lingwu.seating import arrange, people
from lingwu.seating.arrange import Unsolvable
from lingwu.seating.assign import TooManyWays
from lingwu.seating.people import PeopleError
from lingwu.seating.plan import Constraint, PlanError, Scheme, read_scheme

SEVEN = named(*["甲一", "乙一", "丙一", "丁一", "戊一", "己一", "庚一"])
ROSTRUM = Scheme("会议", {"kind": "rostrum"})


def sat(made: arrange.Arranged) -> dict[str, str]:
    return {seat.name: seat.seat for seat in made.plan.taken}


def wishing(*wishes: Constraint, scheme: Scheme = ROSTRUM) -> Scheme:
    return replace(scheme, constraints=wishes)


def test_reasons_are_told_for_every_seat() -> None:
    reasons = {seat.name: seat.reason for seat in arrange.arrange(ROSTRUM, SEVEN).plan.seats}
    assert reasons["甲一"] == "1号居正中"
    assert reasons["乙一"] == "2号居1号左手第1位（单数，以左为上，左右交替）"
    assert all(reasons.values())


def test_an_even_row_asks_where_the_office_has_not_chosen() -> None:
    asked = "双数排法各地不一"
    assert asked in " ".join(arrange.arrange(ROSTRUM, SEVEN[:6]).plan.notes)
    chosen = replace(ROSTRUM, rules={"even": "B"})
    assert asked not in " ".join(arrange.arrange(chosen, SEVEN[:6]).plan.notes)
    assert asked not in " ".join(arrange.arrange(ROSTRUM, SEVEN).plan.notes)


def test_a_pinned_person_and_an_empty_seat() -> None:
    made = arrange.arrange(wishing(Constraint("pin", ("庚一",), "1排左1"), Constraint("empty", (), "1排右1")), SEVEN)
    assert sat(made)["庚一"] == "1排左1"
    assert {seat.seat: seat.name for seat in made.plan.seats}["1排右1"] == ""
    assert sat(made)["乙一"] == "1排左2", "the others keep their order on the seats that are left"
    assert next(seat.reason for seat in made.plan.seats if seat.name == "庚一") == "按指定就座"


def test_persons_kept_apart() -> None:
    made = arrange.arrange(wishing(Constraint("apart", ("甲一", "乙一"))), SEVEN)
    assert sat(made)["甲一"] == "1排主位"
    assert sat(made)["乙一"] == "1排左2"
    assert "因约束“甲一、乙一隔开”调整" in next(seat.reason for seat in made.plan.seats if seat.name == "乙一")
    assert any("与顺序相反" in note for note in made.plan.notes)


def test_a_unit_kept_together_on_the_rostrum() -> None:
    rows = [
        {"姓名": name, "单位": "市委" if n in {0, 3} else f"局{n}"}
        for n, name in enumerate(["甲一", "乙一", "丙一", "丁一", "戊一"])
    ]
    made = arrange.arrange(wishing(Constraint("together", ("市委",))), people.from_rows(rows))
    place = {seat.id: seat.x for seat in made.layout.seats}
    assert abs(place[sat(made)["甲一"]] - place[sat(made)["丁一"]]) == 1


def test_a_wheelchair_seat_is_for_who_needs_it() -> None:
    hall = Scheme(
        "会", {"kind": "hall", "blocks": [4], "rows": 3}, constraints=(Constraint("wheelchair", (), "1排4座"),)
    )
    persons = (*SEVEN[:6], replace(SEVEN[6], wheelchair=True))
    made = arrange.arrange(hall, persons)
    assert sat(made)["庚一"] == "1排4座"
    assert next(seat.reason for seat in made.plan.seats if seat.name == "庚一") == "轮椅位"
    assert "还没有指定轮椅位" in " ".join(arrange.arrange(replace(hall, constraints=()), persons).plan.notes)


def test_who_declined_has_no_seat_and_their_constraints_end() -> None:
    made = arrange.arrange(wishing(Constraint("pin", ("乙一",), "1排左1")), without(SEVEN, "乙一"))
    assert "乙一" not in sat(made)
    assert any("乙一 不参加" in note for note in made.plan.notes)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ([Constraint("pin", ("甲一",), "1排左1"), Constraint("pin", ("乙一",), "1排左1")],
         "“指定甲一坐1排左1”与“指定乙一坐1排左1”互相排斥"),
        ([Constraint("pin", ("甲一",), "1排左1"), Constraint("pin", ("甲一",), "1排左2")],
         "“指定甲一坐1排左1”与“指定甲一坐1排左2”互相排斥"),
        ([Constraint("apart", ("丙一", "丁一")), Constraint("pin", ("甲一",), "1排左1"),
          Constraint("empty", (), "1排左1")],
         "“指定甲一坐1排左1”与“1排左1空着”互相排斥"),
        ([Constraint("apart", ("甲一", "乙一")), Constraint("together", ("甲一", "乙一"))],
         "“甲一、乙一隔开”与“甲一、乙一坐在一起”互相排斥"),
        ([Constraint("pin", ("甲一",), "1排左1"), Constraint("pin", ("乙一",), "1排左2"),
          Constraint("apart", ("甲一", "乙一"))],
         "“指定甲一坐1排左1”、“指定乙一坐1排左2”、“甲一、乙一隔开”不能同时满足"),
        ([Constraint("apart", tuple(person.name for person in SEVEN))], "隔开”做不到"),
    ],
)  # fmt: skip
def test_constraints_that_exclude_each_other_are_named(wishes: list[Constraint], said: str) -> None:
    with pytest.raises(Unsolvable) as told:
        arrange.arrange(wishing(*wishes), SEVEN)
    assert said in str(told.value)


def test_more_wheelchairs_than_seats_for_them() -> None:
    hall = Scheme(
        "会", {"kind": "hall", "blocks": [4], "rows": 3}, constraints=(Constraint("wheelchair", (), "1排4座"),)
    )
    persons = tuple(replace(person, wheelchair=person.name in {"甲一", "乙一"}) for person in SEVEN)
    with pytest.raises(Unsolvable, match="“甲一要坐轮椅位”与“乙一要坐轮椅位”互相排斥"):
        arrange.arrange(hall, persons)


def test_an_unknown_seat_or_person_in_a_constraint() -> None:
    with pytest.raises(PlanError, match="没有“9排1座”这个座位"):
        arrange.arrange(wishing(Constraint("pin", ("甲一",), "9排1座")), SEVEN)
    with pytest.raises(PeopleError, match="没有“辛一”"):
        arrange.arrange(wishing(Constraint("pin", ("辛一",), "1排左1")), SEVEN)


def test_units_sit_together_in_a_hall_by_order_and_fill() -> None:
    wish = (Constraint("together", ("第2局",)),)
    hall = Scheme("会", {"kind": "hall", "blocks": [10, 10], "rows": 20}, constraints=wish)
    with pytest.raises(TooManyWays, match='fill = "across"'):
        arrange.arrange(hall, crowd(300))
    made = arrange.arrange(replace(hall, order=("unit",), rules={"fill": "across"}), crowd(300))
    walks = [made.layout.by_id[seat.seat].walk for seat in made.plan.taken if seat.unit == "第2局"]
    assert sorted(walks) == list(range(min(walks), min(walks) + 7))


def test_two_sides_need_the_column() -> None:
    with pytest.raises(PeopleError, match="是哪一方"):
        arrange.arrange(Scheme("会", {"kind": "table"}), SEVEN)
    with pytest.raises(PeopleError, match="没有参加的人"):
        arrange.arrange(ROSTRUM, without(SEVEN[:1], "甲一"))


def test_in_a_hall_who_drops_out_moves_nobody() -> None:
    hall = Scheme("会", {"kind": "hall", "blocks": [5, 5], "rows": 10})
    before = arrange.arrange(hall, crowd(80))
    after = arrange.change(before.plan, without(crowd(80), crowd(80)[9].name))
    assert after.moved == 0
    assert [str(move) for move in after.moves] == [f"取消 {crowd(80)[9].name}：原在{before.plan.seats[9].label}"]


def test_who_comes_late_takes_the_seat_that_moves_the_fewest() -> None:
    hall = Scheme("会", {"kind": "hall", "blocks": [10], "rows": 2}, order=("number",))
    listed = crowd(12)
    before = arrange.arrange(hall, listed[:4] + listed[5:])
    after = arrange.change(before.plan, listed)
    assert after.moved == 7, "the seats behind the fifth move up by one; there is no gap"
    gone = arrange.change(after.plan, without(listed, listed[8].name))
    late = arrange.change(gone.plan, listed)
    assert (gone.moved, late.moved) == (0, 0)


def test_on_the_rostrum_the_row_closes_up() -> None:
    before = arrange.arrange(ROSTRUM, SEVEN)
    after = arrange.change(before.plan, without(SEVEN, "己一"))
    assert sat(after) == sat(arrange.arrange(ROSTRUM, SEVEN[:5] + SEVEN[6:]))
    assert [str(move) for move in after.moves] == ["调整 庚一：第1排右3 → 第1排左3", "取消 己一：原在第1排左3"]


def test_equals_change_places_so_that_only_one_moves() -> None:
    rows = [{"姓名": f"{name}一", "级别": "正处" if n else "副厅"} for n, name in enumerate("甲乙丙丁戊己庚")]
    scheme = replace(ROSTRUM, order=("level",))
    before = arrange.arrange(scheme, people.from_rows(rows))
    after = arrange.change(before.plan, without(people.from_rows(rows), "乙一"))
    assert after.moved == 1


def test_a_namesake_who_comes_later_does_not_confuse_the_change() -> None:
    first = people.from_rows([{"姓名": "张伟", "单位": "甲局"}, {"姓名": "李明", "单位": "乙局"}])
    both = people.from_rows([*({"姓名": p.name, "单位": p.unit} for p in first), {"姓名": "张伟", "单位": "丙局"}])
    before = arrange.arrange(ROSTRUM, first)
    after = arrange.change(before.plan, both)
    assert [str(move) for move in after.moves] == ["新增 张伟（丙局）：第1排右1"]


def test_diff_of_two_plans() -> None:
    before = arrange.arrange(ROSTRUM, SEVEN[:6])
    after = arrange.arrange(ROSTRUM, (*SEVEN[1:6], SEVEN[0], SEVEN[6]))
    kinds = {move.key: (bool(move.before), bool(move.after)) for move in arrange.diff(before.plan, after.plan)}
    assert kinds["庚一"] == (False, True)
    assert kinds["甲一"] == (True, True)
    assert not arrange.diff(before.plan, before.plan)


@given(st.sets(st.integers(0, 59), max_size=8), st.sampled_from(["rank", "across", "columns"]))
@settings(max_examples=25, deadline=None)
def test_planning_again_changes_nothing(gone: set[int], fill: str) -> None:
    listed = crowd(60)
    scheme = Scheme("会", {"kind": "hall", "blocks": [4, 4], "rows": 9}, {"fill": fill}, ("unit", "number"))
    before = arrange.arrange(scheme, listed)
    after = arrange.change(before.plan, without(listed, *(listed[n].name for n in gone)))
    assert after.moved == 0
    assert not arrange.change(after.plan, without(listed, *(listed[n].name for n in gone))).moves
    back = arrange.change(after.plan, listed)
    assert back.moved == 0
    assert sat(back) == sat(before)


def test_three_thousand_persons_in_a_hall() -> None:
    listed = crowd(3000)
    wishes = (Constraint("wheelchair", (), "1排1座"), Constraint("pin", (listed[7].name,), "3排3座"),
              Constraint("apart", (listed[500].name, listed[501].name)))  # fmt: skip
    scheme = Scheme("会", {"kind": "hall", "blocks": [20, 24, 20], "rows": 52}, constraints=wishes)
    began = time.perf_counter()
    before = arrange.arrange(scheme, listed)
    planned = time.perf_counter() - began
    began = time.perf_counter()
    after = arrange.change(before.plan, without(listed, listed[1000].name))
    changed = time.perf_counter() - began
    assert len(before.plan.taken) == 3000
    assert after.moved == 0
    assert planned < 5, "about half a second; the benchmark prints the figure"
    assert changed < 3


def test_the_scheme_of_the_guide_is_one(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "guides" / "seating.md"
    text = guide.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    path = tmp_path / "方案.toml"
    path.write_text(text, encoding="utf-8")
    rows = [{"姓名": f"甲{n}", "单位": "市财政局" if n in {3, 4} else "", "机构": "市委"} for n in range(11)]
    named_ = [{"姓名": name, "机构": "市委"} for name in ("张伟", "李明", "王芳")]
    made = arrange.arrange(read_scheme(path), people.from_rows([*named_, *rows]))
    seats = sat(made)
    assert seats["张伟"] == "1排左2"
    assert "2排右3" not in seats.values()
