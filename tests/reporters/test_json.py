"""The JSON reporter against its schema and against the text."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from lingwu.reporters import Checked, Setting, reporter

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "findings.schema.json").read_text("utf-8"))


def written(checked: list[Checked], setting: Setting) -> dict[str, list[dict[str, object]]]:
    out = io.StringIO()
    reporter("json").write(iter(checked), out, setting)
    found: dict[str, list[dict[str, object]]] = json.loads(out.getvalue())
    return found


def test_the_object_is_as_the_schema_says(checked: list[Checked], setting: Setting) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    validator.validate(written(checked, setting))
    validator.validate(written([], setting))


def test_the_schema_refuses_what_is_not_so(checked: list[Checked], setting: Setting) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for key, value in (("severity", "ERROR"), ("start", -1), ("line", 0), ("fingerprint", "?"), ("extra", 1)):
        said = written(checked, setting)
        said["files"][0]["findings"][0][key] = value  # type: ignore[index]
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(said)


def test_offsets_are_code_points_of_the_decoded_text(checked: list[Checked], setting: Setting) -> None:
    assert checked[0].doc is not None
    text = checked[0].doc.text
    findings = json.loads(json.dumps(written(checked, setting)["files"][0]["findings"]))
    assert len(findings) == 7
    for finding in findings:
        assert text[finding["start"] : finding["end"]] == finding["text"]
        before = text[: finding["start"]]
        assert (finding["line"], finding["column"]) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    assert (findings[1]["line"], findings[1]["column"], findings[1]["text"]) == (2, 4, "错词")


def test_what_a_finding_says(checked: list[Checked], setting: Setting) -> None:
    findings = {f["code"]: f for f in json.loads(json.dumps(written(checked, setting)["files"][0]["findings"]))}
    doubt = findings["TST002"]
    assert (doubt["severity"], doubt["safety"], doubt["title"]) == ("疑似", "确认后改", "疑词")
    assert doubt["suggestions"] == ["信词", "定词"]
    assert doubt["places"] == ["书名号内"]
    assert doubt["basis"] == "测试规程 第一条（习惯）"
    assert (findings["TST003"]["text"], findings["TST003"]["suggestions"]) == ("", ["。"])
    elsewhere = findings["TST004"]
    assert elsewhere["suggestions"] == []
    assert elsewhere["edits"][0][0] == {"start": 0, "end": 0, "new": "甲"}
    assert "edits" not in doubt


def test_a_file_that_cannot_be_read(checked: list[Checked], setting: Setting) -> None:
    last = written(checked, setting)["files"][2]
    assert last == {"path": "bad�.txt", "digest": "", "findings": [], "notes": [], "error": "bad�.txt 打不开。"}


def test_another_encoding_gets_pure_ascii(checked: list[Checked], setting: Setting) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    reporter("json").write(checked, out, setting)
    out.flush()
    assert json.loads(raw.getvalue().decode("ascii")) == written(checked, setting)
