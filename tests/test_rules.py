"""One test for all rules: each rule's file proves itself."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from lingwu import registry, selftest
from lingwu.rule import Rule

RULES = registry.rules()
FAMILIES = {
    "characters": "CHR", "words": "WRD", "grammar": "GRM", "punctuation": "PUN", "numbers": "NUM", "units": "UNI",
    "dates": "DAT", "names": "NAM", "quotations": "QUO", "laws": "LAW", "structure": "STR", "layout": "FMT",
    "consistency": "CON", "sums": "SUM", "secrecy": "SEC", "style": "STY", "spelling": "SPL",
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_texts_are_found_and_mended_and_good_ones_are_silent(rule: Rule) -> None:
    assert not [remark.said for remark in selftest.examples(rule)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_whole(rule: Rule) -> None:
    assert not [remark.said for remark in selftest.wholeness(rule)]


def test_codes_are_unique_and_are_the_file_names() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    files = sorted(path for path in registry.RULES.glob("*/*.py") if path.name != "__init__.py")
    assert [path.stem.split("_")[0].upper() for path in sorted(files, key=lambda p: p.stem)] == sorted(codes)
    for path in files:
        assert FAMILIES[path.parent.name] == path.stem[:3].upper(), path


def test_a_rule_file_is_short() -> None:
    for path in Path(inspect.getfile(registry)).parent.glob("rules/*/*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 120, path
