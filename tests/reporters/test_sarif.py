"""The SARIF reporter against models that were generated from the official schema."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from fluidattacks_core.sarif import SarifLog
from pydantic import ValidationError

from lingwu.reporters import Checked, Setting, reporter


def written(checked: list[Checked], setting: Setting) -> dict[str, Any]:
    out = io.StringIO()
    reporter("sarif").write(iter(checked), out, setting)
    log: dict[str, Any] = json.loads(out.getvalue())
    return log


def test_the_log_is_as_the_schema_says(checked: list[Checked], setting: Setting) -> None:
    for files in (checked, checked[2:], []):
        SarifLog.model_validate_json(json.dumps(written(files, setting)))


def test_the_models_refuse_what_is_not_so(checked: list[Checked], setting: Setting) -> None:
    log = written(checked, setting)
    for key, value in (("level", "grave"), ("extra", 1), ("message", {}), ("locations", [{"region": 1}])):
        wrong = json.loads(json.dumps(log))
        wrong["runs"][0]["results"][0][key] = value
        with pytest.raises(ValidationError):
            SarifLog.model_validate_json(json.dumps(wrong))


def test_regions_and_fixes_count_code_points(checked: list[Checked], setting: Setting) -> None:
    run = written(checked, setting)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert checked[0].doc is not None
    text = checked[0].doc.text
    lines = text.split("\n")
    assert len(run["results"]) == 7
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        here = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert here == region["snippet"]["text"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == here
    fix = run["results"][1]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"]["text"] == "对词"
    assert fix["deletedRegion"]["charOffset"] == text.index("错词", 10)


def test_rules_artifacts_and_fingerprints(checked: list[Checked], setting: Setting) -> None:
    run = written(checked, setting)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TST001", "TST002", "TST003", "TST004"]
    assert "依据：测试规程 第一条（习惯）" in rules[0]["help"]["text"]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["lingwu/v1"]
    assert run["artifacts"][0]["location"]["uri"] == "%E4%B8%80%20%E7%A8%BF.txt"
    assert len(run["artifacts"][0]["hashes"]["sha-256"]) == 64
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"


def test_a_file_that_is_not_the_text_itself_gets_no_fixes(checked: list[Checked], setting: Setting) -> None:
    from dataclasses import replace

    doc = checked[0].doc
    assert doc is not None
    word = replace(checked[0], doc=replace(doc, meta={**doc.meta, "format": "docx"}))
    assert not any("fixes" in result for result in written([word], setting)["runs"][0]["results"])
