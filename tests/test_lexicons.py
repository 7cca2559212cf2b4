"""Every entry of every word list proves itself with its own sentences."""

from __future__ import annotations

import pytest

from lingwu import registry, selftest
from lingwu.lexicon import FOLDER, Lexicon
from lingwu.rule import Rule, Swap

LISTS = [(rule, rule.find.lexicon) for rule in registry.rules() if isinstance(rule.find, Swap)]
TABLES = {
    "quotations", "laws", "standing_phrases", "organs", "areas", "area_changes", "party_rules", "enumerated_sets",
    "numbered_terms", "festivals", "historic_dates", "legal_units", "quantity_units",
}  # fmt: skip
"""Lists of facts rather than of wrong words; tests/test_tables.py and the rules' own tests look after them."""
ENTRIES = [(rule, entry) for rule, lexicon in LISTS for entry in lexicon.entries]


@pytest.mark.parametrize(("rule", "lexicon"), LISTS, ids=lambda x: getattr(x, "name", ""))
def test_a_list_says_where_it_comes_from(rule: Rule, lexicon: Lexicon) -> None:
    for word in ("source:", "licence:", "date:"):
        assert word in lexicon.about, (lexicon.name, word)


def test_every_entry_has_a_sentence_that_is_found_and_one_that_is_not() -> None:
    wrong = [(rule.code, entry.wrong, remark.said) for rule, entry in ENTRIES for remark in selftest.of_entry(entry)]
    assert not wrong
    assert not [entry.wrong for _, entry in ENTRIES if not (entry.bad and entry.good)]


def test_no_entry_stands_twice() -> None:
    for _, lexicon in LISTS:
        keys = [(entry.wrong, entry.when) for entry in lexicon.entries]
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def test_all_lists_are_used() -> None:
    used = {lexicon.name for _, lexicon in LISTS}
    assert {path.stem for path in FOLDER.glob("*.tsv")} - used <= TABLES
