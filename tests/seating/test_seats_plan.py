"""Saved plans come back as they were, from .toml and from .xlsx; lists made by hand are read too."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingwu.seating import plan, sheets
from lingwu.seating.plan import Constraint, Plan, PlanError, Scheme, Seated

SCHEME = Scheme(
    title="全市“会议”\\一",
    venue={"kind": "rostrum", "rows": [3, 5], "podium": True},
    rules={"even": "B", "upper": "right"},
    order=("level", "strokes"),
    constraints=(
        Constraint("pin", ("张伟",), "1排主位"), Constraint("apart", ("张伟", "李明")),
        Constraint("empty", (), "1排左1"), Constraint("together", ("市财政局",)),
        Constraint("wheelchair", (), "2排左1"),
    ),
    people="名单.xlsx",
)  # fmt: skip
WORDS = st.text(st.characters(categories=["Lo", "Lu", "Nd", "Po"]), min_size=1, max_size=6).filter(str.strip)


def test_a_scheme_comes_back() -> None:
    assert plan.scheme_of(plan.scheme_toml(SCHEME), "x") == SCHEME


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5, unique_by=lambda row: row[0]))
@settings(max_examples=60, deadline=None)
def test_plans_come_back_from_both_forms(rows: list[tuple[str, str, str]]) -> None:
    seats = [Seated(f"1排{n}", f"第1排{n}", name, unit, "", n + 1, "", why) for n, (name, unit, why) in enumerate(rows)]
    made = Plan(SCHEME, (*seats, Seated("1排9", "第1排9")))
    with TemporaryDirectory() as folder:
        for name, data in (("p.toml", plan.to_toml(made).encode()), ("p.xlsx", sheets.workbook(made, ["甲：乙"]))):
            path = Path(folder) / name
            path.write_bytes(data)
            back = plan.read(path)
            assert back.scheme == made.scheme
            assert back.seats == made.seats


def test_a_list_made_by_hand_is_a_plan_without_a_scheme(tmp_path: Path) -> None:
    path = tmp_path / "座次.csv"
    path.write_text("座次表,,\n座位,姓名,单位\n第1排1座,张 伟,市委\n第1排2座,,\n", encoding="utf-8")
    found = plan.read(path)
    assert [(seat.seat, seat.name, seat.unit) for seat in found.seats] == [
        ("第1排1座", "张伟", "市委"),
        ("第1排2座", "", ""),
    ]
    assert found.scheme == Scheme()
    assert len(found.taken) == 1


def test_namesakes_on_a_plan_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "座次.csv"
    path.write_text("座位,姓名,单位\n1座,张伟,市委\n2座,张伟,市政府\n", encoding="utf-8")
    assert [seat.key for seat in plan.read(path).seats] == ["张伟（市委）", "张伟（市政府）"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("titel = '会'", "“titel”不认识"),
        ("order = 'level'", "“order”的写法不对"),
        ("[[constraints]]\npin = '张伟'", "只有 pin 带 seat"),
        ("[[constraints]]\napart = ['甲', '乙']\nempty = '1'", "约束认不出来"),
        ("title = ", "读不出来"),
    ],
)
def test_what_is_wrong_in_a_scheme_is_named(text: str, words: str) -> None:
    with pytest.raises(PlanError) as told:
        plan.scheme_of(text, "方案.toml")
    assert words in str(told.value)
    assert "方案.toml" in str(told.value)


def test_a_table_without_seats_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,单位\n张伟,市委\n", encoding="utf-8")
    with pytest.raises(PlanError, match="应有“座位”和“姓名”两栏"):
        plan.read(path)
