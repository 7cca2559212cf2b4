"""The example meeting: silent as it is, and each planted slip found, none invented; the list of slips is the test."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from lingwu.finding import Finding, Severity
from lingwu.preflight import preflight

ROOT = Path(__file__).resolve().parents[2]


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("meeting", ROOT / "examples" / "meeting.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MEETING = _builder()
SLIPS = MEETING.slips()


def found(folder: Path) -> list[tuple[str, Finding]]:
    done = preflight(folder)
    assert not [one.error for one in done.checked if one.error]
    return [(Path(one.path).name, finding) for one in done.checked if one.report for finding in one.report.findings]


def test_without_slips_it_is_silent() -> None:
    assert [(name, finding.message) for name, finding in found(MEETING.CLEAN)] == []


def test_there_are_twenty_slips() -> None:
    assert [int(slip["number"]) for slip in SLIPS] == list(range(1, 21))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["what"] for slip in SLIPS])
def test_each_slip_by_itself(slip: dict[str, str], tmp_path: Path) -> None:
    MEETING.write(tmp_path, MEETING.slipped(MEETING.sources(), int(slip["number"])))
    said = found(tmp_path)
    codes = {finding.code for _, finding in said}
    assert codes
    assert codes <= set(slip["codes"].split("|")), [(name, f.code, f.message) for name, f in said]


def test_all_slips_together_none_invented() -> None:
    said = found(MEETING.SLIPPED)
    codes = [finding.code for _, finding in said if finding.severity is not Severity.ADVICE]
    wanted = {code for slip in SLIPS for code in slip["codes"].split("|")}
    assert set(codes) <= wanted
    for slip in SLIPS:
        assert set(slip["codes"].split("|")) & set(codes), slip["what"]


def test_the_folders_are_as_built(tmp_path: Path) -> None:
    import lingwu

    for folder, files in ((MEETING.CLEAN, MEETING.sources()), (MEETING.SLIPPED, MEETING.slipped(MEETING.sources()))):
        MEETING.write(tmp_path, files)
        assert sorted(path.name for path in folder.iterdir()) == sorted(files)
        for name in files:
            assert lingwu.read(folder / name).text == lingwu.read(tmp_path / name).text, name
