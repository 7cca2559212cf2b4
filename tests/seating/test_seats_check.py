"""A seat plan looked over: each kind of slip is found, a plan that Lingwu made is silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seat_lists import crowd, named, without

from lingwu.finding import Severity, Strength
from lingwu.seating import arrange, people
from lingwu.seating.check import FAULTS, check
from lingwu.seating.people import Person
from lingwu.seating.plan import Constraint, Plan, Scheme, read

SEVEN = people.from_rows(
    [
        {"姓名": f"{name}一", "单位": "市委", "职务": "委员", "顺序": str(n)}
        for n, name in enumerate("甲乙丙丁戊己庚", 1)
    ]
)
GOOD = arrange.arrange(
    Scheme("会", {"kind": "rostrum"}, constraints=(Constraint("pin", ("庚一",), "1排右3"),)), SEVEN
).plan


def codes(plan: Plan, persons: tuple[Person, ...] = SEVEN) -> list[str]:
    return [finding.code for finding in check(plan, persons)[1].findings]


def changed(where: str, **fields: str) -> Plan:
    seats = tuple(replace(one, **fields) if one.seat == where else one for one in GOOD.seats)  # type: ignore[arg-type]
    return replace(GOOD, seats=seats)


def swapped(one: str, two: str) -> Plan:
    by_seat = {seat.seat: seat for seat in GOOD.seats}
    a, b = by_seat[one], by_seat[two]
    moved = {one: replace(b, seat=one, label=a.label), two: replace(a, seat=two, label=b.label)}
    return replace(GOOD, seats=tuple(moved.get(seat.seat, seat) for seat in GOOD.seats))


def test_a_good_plan_is_silent() -> None:
    assert codes(GOOD) == []
    assert codes(GOOD, ()) == []


def test_two_on_one_chair_and_one_on_two() -> None:
    assert codes(replace(GOOD, seats=(*GOOD.seats, replace(GOOD.seats[0], name="辛一"))), ()) == ["SEA001"]
    twice = replace(GOOD, seats=(*GOOD.seats, replace(GOOD.seats[0], seat="1排左4")))
    assert codes(twice, ()) == ["SEA002"]
    same = replace(GOOD, seats=(*GOOD.seats, GOOD.seats[0]))
    assert codes(same, ()) == ["SEA002"]


def test_people_and_seats_must_agree() -> None:
    assert codes(changed("1排右2", name="")) == ["SEA010", "SEA003"]
    assert codes(GOOD, without(SEVEN, "己一"))[:1] == ["SEA004"]
    assert codes(changed("1排左3", name="巳一")) == ["SEA005", "SEA003"]
    assert codes(changed("1排左3", unit="市政府")) == ["SEA009"]
    assert codes(changed("1排左3", post="常委")) == ["SEA009"]


def test_the_order_and_the_constraints_of_the_scheme() -> None:
    doc, report = check(swapped("1排左1", "1排右1"), SEVEN)
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.basis.strength) == ("SEA006", Severity.DOUBT, Strength.CUSTOM)
    assert "丙一" in finding.message
    assert "丙一" in doc.text[finding.span.start : finding.span.end]
    assert codes(swapped("1排右3", "1排左3")) == ["SEA007"]
    assert codes(changed("1排左3", seat="1排左9")) == ["SEA008"]


def test_namesakes_that_cannot_be_told_apart(tmp_path: Path) -> None:
    both = people.from_rows([{"姓名": "张伟", "单位": "甲局"}, {"姓名": "张伟", "单位": "乙局"}])
    path = tmp_path / "座次.csv"
    path.write_text("座位,姓名,单位\n1座,张伟,\n2座,张伟,乙局\n", encoding="utf-8")
    assert codes(read(path), both) == ["SEA005", "SEA003"]


def test_a_plan_without_a_scheme_says_what_was_not_checked() -> None:
    _, report = check(Plan(Scheme(), GOOD.seats), SEVEN)
    assert not report.findings
    assert "没有核对次序" in report.notes[0]


def test_a_venue_that_does_not_fit_any_more_becomes_a_note() -> None:
    small = replace(GOOD, scheme=replace(GOOD.scheme, venue={"kind": "rostrum", "rows": [3]}))
    assert "方案不能还原" in check(small, SEVEN)[1].notes[0]


def test_findings_have_a_fingerprint_without_place() -> None:
    wrong = replace(GOOD, seats=(*GOOD.seats, replace(GOOD.seats[0], name="辛一")))
    moved = replace(wrong, seats=tuple(reversed(wrong.seats)))
    assert check(wrong)[1].findings[0].fingerprint
    assert len({finding.fingerprint for finding in check(wrong)[1].findings}) == 1
    assert [f.code for f in check(moved)[1].findings] == ["SEA001"]


VENUES = [
    {"kind": "rostrum", "rows": [9, 20]}, {"kind": "hall", "blocks": [5, 5], "rows": 4}, {"kind": "ring"},
    {"kind": "table"}, {"kind": "banquet"}, {"kind": "sofa"}, {"kind": "photo"}, {"kind": "signing"},
    {"kind": "car", "cars": ["bus", "bus"]},
]  # fmt: skip


@given(st.sampled_from(VENUES), st.integers(2, 20), st.sampled_from([("number",), ("unit", "strokes"), ("pinyin",)]))
@settings(max_examples=60, deadline=None)
def test_what_lingwu_arranged_is_silent(venue: dict[str, object], count: int, order: tuple[str, ...]) -> None:
    sided = venue["kind"] in {"table", "banquet", "sofa", "signing"}
    listed = crowd(count, {0: "签字", 1: "签字"} if venue["kind"] == "signing" else {0: "翻译"}, sided)
    made = arrange.arrange(Scheme("会", venue, {}, order), listed)
    assert codes(made.plan, listed) == []


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_has_title_and_basis(code: str) -> None:
    assert code.startswith("SEA")
    assert FAULTS[code].title
    assert FAULTS[code].basis.strength is Strength.CUSTOM


def test_a_role_without_a_seat_of_its_own_sits_among_the_others() -> None:
    listed = crowd(6, {0: "翻译", 1: "翻译"})
    sedans = arrange.arrange(Scheme("会", {"kind": "car", "cars": ["sedan", "sedan"]}), listed).plan
    assert [seat.seat for seat in sedans.taken if seat.rank == 0] == ["1车副驾驶", "2车副驾驶"]
    bus = arrange.arrange(Scheme("会", {"kind": "car", "cars": ["bus"]}), listed).plan
    assert [seat.rank for seat in bus.taken] == [1, 2, 3, 4, 5, 6]


def test_an_empty_plan() -> None:
    assert codes(Plan(Scheme(), ()), named("王一")) == ["SEA003"]
