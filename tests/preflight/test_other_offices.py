"""Meetings of other offices: their slips stay found, their clean folders stay silent."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from test_meeting_example import MEETING

from lingwu.finding import Finding, Severity
from lingwu.preflight import preflight

OFFICES = Path(__file__).parent / "offices"
NAMES = sorted(path.name for path in OFFICES.iterdir() if path.is_dir())


def sources(office: str) -> dict[str, str]:
    paths = sorted((OFFICES / office).glob("*.src"))
    return {path.name.removesuffix(".src"): path.read_text(encoding="utf-8") for path in paths}


def slips(office: str) -> list[dict[str, str]]:
    path = OFFICES / office / "slips.tsv"
    if not path.exists():
        return []
    return list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


PLANTED = [(office, slip) for office in NAMES for slip in slips(office)]


def found(folder: Path) -> list[Finding]:
    done = preflight(folder)
    assert not [one.error for one in done.checked if one.error]
    return [finding for one in done.checked if one.report for finding in one.report.findings]


@pytest.mark.parametrize("office", NAMES)
def test_clean_meetings_are_silent(office: str, tmp_path: Path) -> None:
    MEETING.write(tmp_path, sources(office))
    assert [finding.message for finding in found(tmp_path) if finding.severity is not Severity.ADVICE] == []


@pytest.mark.parametrize(("office", "slip"), PLANTED, ids=[f"{office}-{slip['number']}" for office, slip in PLANTED])
def test_slips_stay_found(office: str, slip: dict[str, str], tmp_path: Path) -> None:
    old, new = (slip[key].replace("@", "").replace("¶", "\n").replace("⇥", "\t") for key in ("old", "new"))
    files = sources(office)
    assert files[slip["file"]].count(old) == 1
    MEETING.write(tmp_path, files | {slip["file"]: files[slip["file"]].replace(old, new)})
    assert set(slip["codes"].split("|")) <= {finding.code for finding in found(tmp_path)}
