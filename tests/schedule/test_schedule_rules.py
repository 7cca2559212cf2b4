"""Each cross rule of schedules proves itself: its changes of the sample give exactly one finding, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lingwu import schedule
from lingwu.crossrule import Change, CrossRule, changed
from lingwu.schedule import reading, toml
from lingwu.schedule.model import Schedule

SAMPLE = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(schedule.__file__).parent / "sample").iterdir()
}  # fmt: skip
RULES = schedule.rules()
BAD = [(rule, changes) for rule in RULES for changes in rule.bad]
GOOD = [(rule, changes) for rule in RULES for changes in rule.good]


def made(changes: list[Change] | tuple[Change, ...]) -> Schedule:
    data = changed(SAMPLE, changes)["日程.toml"].encode()
    return reading.of_document(toml.document(data, "日程.toml"), toml.parsed(data, "日程.toml"))


def codes(changes: list[Change]) -> list[str]:
    report = schedule.check(made(changes))
    assert not [note for note in report.notes if "运行出错" in note], report.notes
    return [finding.code for finding in report.findings]


def test_the_sample_is_clean_and_whole() -> None:
    assert codes([]) == []
    events = made([]).events
    assert len(events) == 5
    assert (events[0].day, events[0].start, events[0].end) == (date(2026, 3, 12), 540, 630)
    assert [len(event.parts) for event in events] == [3, 2, 0, 0, 0]
    assert events[0].title.place == "第18行"


def test_rules_are_whole() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES) == 15
    for rule in RULES:
        assert rule.explanation and len(rule.bad) >= 2 and len(rule.good) >= 2
        assert rule.as_rule().title == rule.title


@pytest.mark.parametrize(("rule", "changes"), BAD, ids=[f"{rule.code}-{at}" for at, (rule, _) in enumerate(BAD)])
def test_bad(rule: CrossRule[Schedule], changes: list[Change]) -> None:
    assert codes(changes) == [rule.code]


@pytest.mark.parametrize(("rule", "changes"), GOOD, ids=[f"{rule.code}-{at}" for at, (rule, _) in enumerate(GOOD)])
def test_good(rule: CrossRule[Schedule], changes: list[Change]) -> None:
    assert rule.code not in codes(changes)
