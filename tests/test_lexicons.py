"""Every entry of every word list proves itself with its own sentences."""

from __future__ import annotations

import pytest

from lingwu import registry
from lingwu.lexicon import FOLDER, Entry, Lexicon
from lingwu.rule import Rule, Swap

LISTS = [(rule, rule.find.lexicon) for rule in registry.rules() if isinstance(rule.find, Swap)]
ENTRIES = [(rule, entry) for rule, lexicon in LISTS for entry in lexicon.entries]


@pytest.mark.parametrize(("rule", "lexicon"), LISTS, ids=lambda x: getattr(x, "name", ""))
def test_a_list_says_where_it_comes_from(rule: Rule, lexicon: Lexicon) -> None:
    for word in ("source:", "licence:", "date:"):
        assert word in lexicon.about, (lexicon.name, word)


def test_every_entry_has_a_sentence_that_is_found_and_one_that_is_not() -> None:
    wrong: list[tuple[str, Entry]] = []
    for rule, entry in ENTRIES:
        if not isinstance(rule.find, Swap):
            continue
        spots = [i for i in range(len(entry.bad)) if entry.bad.startswith(entry.wrong, i)]
        if not any(entry.holds(entry.bad, i, i + len(entry.wrong)) for i in spots):
            wrong.append(("bad is silent", entry))
        for i in range(len(entry.good)):
            if entry.good.startswith(entry.wrong, i) and entry.holds(entry.good, i, i + len(entry.wrong)):
                wrong.append(("good is found", entry))
        if not entry.good:
            wrong.append(("no good sentence", entry))
    assert not wrong


def test_no_entry_stands_twice() -> None:
    for _, lexicon in LISTS:
        keys = [(entry.wrong, entry.when) for entry in lexicon.entries]
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def test_all_lists_are_used() -> None:
    used = {lexicon.name for _, lexicon in LISTS}
    assert {path.stem for path in FOLDER.glob("*.tsv")} - used <= {"quotations", "laws", "standing_phrases"}
