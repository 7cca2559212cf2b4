"""Preflight on the example meeting: planted slips found and missed, false alarms, seconds.

Each slip of examples/meeting_slips.tsv is planted alone; then all are planted together. A finding of 差错 or 疑似 in
the meeting without slips, or of a rule that the list of slips does not name, is a false alarm.
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from lingwu.finding import Severity
from lingwu.preflight import preflight

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
GRAVE = (Severity.ERROR, Severity.DOUBT)


def builder() -> ModuleType:
    """examples/meeting.py, which builds the folders."""
    spec = importlib.util.spec_from_file_location("meeting", ROOT / "examples" / "meeting.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def grave(folder: Path) -> list[tuple[str, str]]:
    """The code and message of each grave finding in a folder."""
    found = [finding for one in preflight(folder).checked if one.report for finding in one.report.findings]
    return [(finding.code, finding.message) for finding in found if finding.severity in GRAVE]


def one_by_one(made: ModuleType) -> tuple[int, int]:
    """How many slips planted alone are found, and how many findings of other rules they bring."""
    hits = strange = 0
    for slip in made.slips():
        with tempfile.TemporaryDirectory() as folder:
            made.write(Path(folder), made.slipped(made.sources(), int(slip["number"])))
            codes = [code for code, _ in grave(Path(folder))]
        wanted = set(slip["codes"].split("|"))
        hits += bool(wanted & set(codes))
        strange += sum(code not in wanted for code in codes)
        if not wanted & set(codes):
            print(f"  missed: {slip['number']} {slip['what']}")
    return hits, strange


def seconds(folder: Path) -> float:
    """The median time of a whole run, rules loaded."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        preflight(folder)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> int:
    """Print the figures; 1 where a slip is missed or a false alarm raised."""
    made = builder()
    wanted = {code for slip in made.slips() for code in slip["codes"].split("|")}
    hits, strange = one_by_one(made)
    clean = grave(made.CLEAN)
    together = [code for code, _ in grave(made.SLIPPED)]
    count = len(made.slips())
    print(f"slips planted alone: {hits} of {count} found, {strange} findings of other rules")
    other = sum(code not in wanted for code in together)
    print(f"all slips together: {len(together)} findings, {other} of other rules")
    print(f"without slips: {len(clean)} findings of 差错 or 疑似")
    files = len(list(made.CLEAN.iterdir()))
    print(f"{files} files: {seconds(made.CLEAN):.2f} s clean, {seconds(made.SLIPPED):.2f} s slipped")
    return int(hits < count or bool(strange or clean))


if __name__ == "__main__":
    sys.exit(main())
