"""The tables of facts: every cell is what its column says, nothing stands twice, whatever is pointed to exists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lingwu.lexicon import FOLDER
from lingwu.structure.citations import TABLE, laws
from lingwu.structure.facts import table

KEYS = {
    "organs": "name", "areas": "name", "area_changes": "old", "party_rules": "name", "enumerated_sets": "name",
    "numbered_terms": "term", "festivals": "name", "historic_dates": "event", "legal_units": "unit",
    "quantity_units": "quantity",
}  # fmt: skip
LEAST = {
    "organs": 150, "areas": 367, "area_changes": 400, "party_rules": 60, "enumerated_sets": 60, "numbered_terms": 40,
    "festivals": 40, "historic_dates": 60, "legal_units": 40, "quantity_units": 40,
}  # fmt: skip
NUMERALS = set("一二两三四五六七八九十")


@pytest.mark.parametrize("name", KEYS)
def test_a_table_says_where_it_comes_from_and_names_nothing_twice(name: str) -> None:
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    about = [line for line in text.splitlines() if line.startswith("#")]
    assert about[0].strip("# ")
    for word in ("# source:", "# licence: Apache-2.0", "# date:"):
        assert any(line.startswith(word) for line in about), word
    keys = [word for row in table(name) for word in row[KEYS[name]].split("|")]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
    assert all(key and key == key.strip() for key in keys)
    assert len(table(name)) >= LEAST[name]
    columns = len(table(name)[0])
    assert all(line.count("\t") == columns - 1 for line in text.splitlines() if line and not line.startswith("#"))


def test_organs_are_followed_by_organs() -> None:
    now = {row["name"] for row in table("organs") if not row["until"]}
    for row in table("organs"):
        assert bool(row["until"]) == bool(row["successor"]), row
        assert not row["until"] or row["successor"] in now, row
        assert all(not year or 1949 <= int(year) <= 2026 for year in (row["since"], row["until"])), row
    shorts = [row["short"] for row in table("organs") if row["short"] and not row["until"]]
    assert len(shorts) == len(set(shorts))
    assert not set(shorts) & {word for row in table("organs") for word in row["informal"].split("|") if word}


def test_areas_are_complete_and_lie_in_provinces() -> None:
    levels = [row["level"] for row in table("areas")]
    assert (levels.count("省级"), levels.count("地级")) == (34, 333)
    provinces = {row["name"] for row in table("areas") if row["level"] == "省级"}
    assert all(row["province"] in provinces for row in (*table("areas"), *table("area_changes")))


def test_changed_areas_have_another_name_now() -> None:
    now = {row["name"] for row in table("areas")}
    for row in table("area_changes"):
        assert 1999 <= int(row["year"]) <= 2024, row
        assert row["old"] not in now, row
        assert row["old"] not in row["new"].split("|"), row
        assert row["new"], row


def test_repealed_laws_have_dates_and_their_successors_are_there() -> None:
    repealed = [law for law in laws().values() if law.repealed]
    assert len(repealed) >= 90
    for law in repealed:
        assert date.fromisoformat(law.repealed), law
        assert not law.successor or law.successor.split("（")[0] in laws(), law
    names = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert len(names) == len(set(names))


def test_days_are_days() -> None:
    for row in table("festivals"):
        month, day = map(int, row["day"].split("-"))
        assert date(2024, month, day), row
    for row in table("historic_dates"):
        year, *rest = map(int, row["date"].split("-"))
        assert date(year, *[*rest, 1, 1][:2]), row
        assert 1800 < year <= 2026, row


def test_sets_have_members_and_no_two_sets_are_the_same() -> None:
    sets = [tuple(row["members"].split("|")) for row in table("enumerated_sets")]
    assert len(sets) == len(set(sets))
    for members in sets:
        assert len(members) >= 3, members
        assert len(members) == len(set(members)), members


def test_numbered_terms_have_one_place_for_a_number() -> None:
    for row in table("numbered_terms"):
        assert row["term"].count("N") == 1, row
        assert set(row["numbers"].split("|")) <= NUMERALS, row
        assert row["quoted"] in ("", "是"), row


def test_units_have_factors_and_quantities_have_kinds() -> None:
    assert all(Decimal(row["factor"]) > 0 and row["legal"] for row in table("legal_units"))
    kinds = {kind for row in table("quantity_units") for kind in row["kinds"].split("|")}
    assert kinds == {"长度", "面积", "体积", "质量", "功率", "能量"}
