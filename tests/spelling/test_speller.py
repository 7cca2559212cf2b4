"""The speller with the model that comes with Lingwu."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lingwu
from lingwu.document import Document
from lingwu.spelling.finder import speller
from lingwu.spelling.model import FOLDER, packaged
from lingwu.spelling.speller import ALTERNATIVES, Speller

SLIP = "各级政府要认针落实安全生产责任。"


def test_a_slip_has_its_place_in_the_whole_text() -> None:
    text = f"第一行没有错。\r\n{SLIP}\r\n\n{SLIP}"
    found = speller().slips(text)
    assert [(text[slip.start : slip.end], slip.new) for slip in found] == [("针", "真")] * 2


def test_two_slips_in_one_line_are_both_found() -> None:
    text = "各级政府要认针落实安全生产责任，确保人民群众生命才产安全。"
    assert [slip.new for slip in speller().slips(text)] == ["真", "财"]


def test_words_of_the_office_are_never_a_slip() -> None:
    assert not speller(("认针",)).slips(SLIP)
    accepted = lingwu.Config(select=("SPL",), accept=("认针",))
    assert not lingwu.check(SLIP, accepted).findings


def test_what_only_facts_could_tell_is_left_alone() -> None:
    model = packaged()
    bold = Speller(replace(model, thresholds=dict.fromkeys(model.thresholds, 1e-5)))
    text = f"{SLIP}会议要求各单位要重点抓好以下九个方面的工作，公民、法人和其他组织应当遵守。"
    said = [(text[slip.start : slip.end], slip.new) for slip in bold.slips(text)]
    assert said
    assert not [(a, b) for a, b in said if any(len(a) == len(b) == 1 and {a, b} <= {*group} for group in ALTERNATIVES)]


def test_a_finding_can_be_confirmed_but_is_never_safe() -> None:
    (finding,) = lingwu.check(SLIP, lingwu.Config(select=("SPL",))).findings
    assert finding.safety is lingwu.Safety.CONFIRM
    assert finding.severity is lingwu.Severity.DOUBT
    assert "认真落实" in finding.message


def test_spelling_gives_way_to_a_rule_that_knows_the_slip() -> None:
    text = "要惯彻落实会议精神。"
    asked = lingwu.Config(preview=("SPL",))
    assert [finding.code for finding in lingwu.check(text, asked).findings] == ["WRD001"]
    assert [finding.code for finding in lingwu.check(text, lingwu.Config(select=("SPL",))).findings] == ["SPL001"]


def test_rules_on_trial_run_only_where_they_are_asked_for() -> None:
    assert not lingwu.check(SLIP).findings
    assert [finding.code for finding in lingwu.check(SLIP, lingwu.Config(preview=("SPL",))).findings] == ["SPL001"]


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("的政府工做作落实人民群众，。\n\r 0a"), st.characters()), max_size=120)
)
def test_any_text_is_read_and_every_slip_lies_in_it(text: str) -> None:
    for slip in speller().slips(text):
        assert 0 <= slip.start <= slip.end <= len(text)
        assert slip.new != text[slip.start : slip.end]
        assert "\n" not in text[slip.start : slip.end]
        assert 0.5 <= slip.probability <= 1


@pytest.mark.parametrize("text", ["", "\n\n", "。", "a" * 5000, "的" * 5000, "\ud800要认针落实责任"])
def test_odd_texts(text: str) -> None:
    assert lingwu.check(Document(text), lingwu.Config(select=("SPL",))).notes == ()


def test_without_its_packages_spelling_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    speller.cache_clear()
    monkeypatch.setitem(sys.modules, "lingwu.spelling.model", None)
    (note,) = lingwu.check(SLIP, lingwu.Config(select=("SPL001",))).notes
    assert "lingwu[spelling]" in note


def test_the_packaged_model_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 40_000_000
