"""Each cross rule of meetings proves itself: its changes of the sample give exactly one finding, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from lingwu import preflight as package
from lingwu.config import Config
from lingwu.crossrule import Change, CrossRule, changed
from lingwu.finding import Finding, Severity
from lingwu.preflight import preflight, rules

FOLDER = Path(package.__file__).parent / "sample"
SAMPLE = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
RULES = rules()
CROSS = Config(select=("PRE", "SCH"))
BAD = [(rule, changes) for rule in RULES for changes in rule.bad]
GOOD = [(rule, changes) for rule in RULES for changes in rule.good]


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, changes: Sequence[Change], config: Config = CROSS) -> list[Finding]:
    done = preflight(written(folder, changed(SAMPLE, changes)), config)
    assert not [note for note in done.overview.notes if "出错" in note], done.overview.notes
    assert not [one.error for one in done.checked if one.error]
    return [finding for one in done.checked if one.report for finding in one.report.findings]


def test_the_sample_is_clean(tmp_path: Path) -> None:
    said = found(tmp_path, [], Config())
    assert not [(finding.code, finding.message) for finding in said if finding.severity is not Severity.ADVICE]
    assert not [finding.code for finding in said if finding.code.startswith(("PRE", "SCH"))]


def test_rules_are_whole() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.explanation and rule.bad and rule.good
        assert rule.as_rule().title == rule.title


@pytest.mark.parametrize(("rule", "changes"), BAD, ids=[f"{rule.code}-{at}" for at, (rule, _) in enumerate(BAD)])
def test_bad(rule: CrossRule[object], changes: Sequence[Change], tmp_path: Path) -> None:
    assert [(finding.code, finding.message) for finding in found(tmp_path, changes) if finding.code != rule.code] == []
    assert [finding.code for finding in found(tmp_path, changes)] == [rule.code]


@pytest.mark.parametrize(("rule", "changes"), GOOD, ids=[f"{rule.code}-{at}" for at, (rule, _) in enumerate(GOOD)])
def test_good(rule: CrossRule[object], changes: Sequence[Change], tmp_path: Path) -> None:
    said = found(tmp_path, changes)
    assert [(finding.code, finding.message) for finding in said if finding.severity is not Severity.ADVICE] == []
    assert rule.code not in [finding.code for finding in said]
