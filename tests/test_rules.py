"""One test for all rules: each rule's file proves itself."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import lingwu
from lingwu import registry
from lingwu.checker import Checker
from lingwu.rule import Rule

RULES = registry.rules()
FAMILIES = {
    "characters": "CHR", "words": "WRD", "grammar": "GRM", "punctuation": "PUN", "numbers": "NUM", "units": "UNI",
    "dates": "DAT", "names": "NAM", "quotations": "QUO", "laws": "LAW", "structure": "STR", "layout": "FMT",
    "consistency": "CON", "sums": "SUM", "secrecy": "SEC", "style": "STY", "spelling": "SPL",
}  # fmt: skip


def findings(rule: Rule, text: str) -> tuple[lingwu.Finding, ...]:
    report = Checker(rules=[rule]).check(lingwu.read(text.encode(), "例.txt"))
    assert not report.notes, report.notes
    return report.findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_texts_are_found_and_mended(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    for text, mended in rule.bad.items():
        if mended is None:
            place = text.index("⟦"), text.index("⟧") - 1
            found = findings(rule, re.sub("[⟦⟧]", "", text))
            assert [(f.span.start, f.span.end) for f in found] == [place], text
            assert not found[0].fixes, text
            continue
        found = findings(rule, text)
        assert len(found) == 1, (text, found)
        assert found[0].fixes, text
        assert lingwu.fixer.apply(text, found[0].fixes[0].edits) == mended
        assert not findings(rule, mended), mended


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_texts_are_silent(rule: Rule) -> None:
    assert len(rule.good) >= 3
    for text in rule.good:
        assert not findings(rule, text), text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.title and rule.message and rule.basis.source and rule.explanation
    assert rule.status in {"preview", "stable", "retired"}
    assert not rule.title.endswith("。") and rule.message.endswith(("。", "”", "？"))


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
