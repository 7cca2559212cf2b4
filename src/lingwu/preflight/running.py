"""Runs everything over a folder: the text rules over each file, the cross rules over schedules and over the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lingwu import crossrule
from lingwu.checker import ENGINE, Checker
from lingwu.config import Config
from lingwu.crossrule import CrossRule
from lingwu.errors import LingwuError, MissingFile
from lingwu.finding import Finding
from lingwu.preflight import checks
from lingwu.preflight.gathering import gather
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.overview import overview
from lingwu.preflight.papers import Paper, paper, sources, unread
from lingwu.preflight.slots import slots
from lingwu.reporters import Checked, Overview
from lingwu.schedule.checking import rules as schedule_rules
from lingwu.workdays import Calendar

SAME_DAY = ("SCH007", "SCH008", "SCH009")
"""Rules about the day of the meeting, which would say the same of every paper that states it."""
REPEATS = frozenset(
    {("SCH001", "DAT002"), ("SCH001", "PRE002"), ("SCH002", "DAT005"), ("SCH010", "PRE004"), ("SCH013", "PRE020"),
     ("STR123", "PRE022"), ("CON021", "PRE001"), ("SCH015", "DAT001")}
)  # fmt: skip
"""Rules of which the first need not say at one place what the second says there."""
ASIDE = "FMT030"
"""Papers of a meeting are drafts; that they are not laid out yet would be said of nearly each of them."""


@dataclass(frozen=True)
class Preflight:
    """What was found: the meeting, each file with its report, and the overview of who says what."""

    meeting: Meeting
    checked: tuple[Checked, ...]
    overview: Overview


@lru_cache(maxsize=1)
def rules() -> tuple[CrossRule[Any], ...]:
    """All cross rules of meetings, by code."""
    return crossrule.in_package(checks)


def preflight(folder: Path, config: Config | None = None, calendar: Calendar | None = None) -> Preflight:
    """Look over the files of a meeting.

    Raises:
        MissingFile: ``folder`` is no folder, or nothing in it can be read. ConfigError: as for ``Checker``.
    """
    if not folder.is_dir():
        raise MissingFile(
            f"{folder} 不是文件夹；请把一次会议的通知、议程、名单、座次、日程、讲话稿放进一个文件夹再查。"
        )
    settings = config or Config.find(folder)
    papers, failed = _papers(folder)
    if not papers:
        raise MissingFile(f"文件夹 {folder} 里没有能读的文件。")
    meeting = gather(papers, calendar)
    checker = Checker(settings)
    found, notes = _crossed(meeting, settings)
    checked = [_checked(paper, checker, found.get(paper.path, [])) for paper in meeting.papers]
    told = (*notes, *meeting.notes, *(f"{Path(path).name} 不是零误能读的格式，没有看。" for path in unread(folder)))
    return Preflight(meeting, (*checked, *failed), overview(meeting, told))


def _papers(folder: Path) -> tuple[list[Paper], list[Checked]]:
    papers, failed = [], []
    for source in sources(folder):
        try:
            if source.error:
                raise LingwuError(source.error)
            papers.append(paper(source.path))
        except LingwuError as error:
            said = str(error)
            failed.append(Checked(source.path, error=said if source.path in said else f"{source.path}：{said}"))
    return papers, failed


def _crossed(meeting: Meeting, config: Config) -> tuple[dict[str, list[Finding]], list[str]]:
    """The findings of all cross rules by file."""
    found, notes = crossrule.findings(rules(), meeting, config)
    told: set[tuple[str, str]] = set()
    for one in slots(meeting):
        made, more = crossrule.findings(schedule_rules(), one, config)
        notes += more
        for path, findings in made.items():
            found.setdefault(path, []).extend(_fresh(findings, told))
    return found, notes


def _fresh(findings: Iterable[Finding], told: set[tuple[str, str]]) -> Iterator[Finding]:
    """``findings`` without those about the day of the meeting that another paper has led to already."""
    for finding in findings:
        key = (finding.code, finding.message.rpartition("，")[2])
        if finding.code in SAME_DAY and key in told:
            continue
        told.add(key)
        yield finding


def _checked(one: Paper, checker: Checker, crossed: Sequence[Finding]) -> Checked:
    report = checker.check(one.doc)
    all_found = [*(finding for finding in report.findings if finding.code != ASIDE), *crossed]
    kept = [finding for finding in all_found if not any(_repeats(finding, other) for other in all_found)]
    findings = tuple(sorted(kept, key=lambda finding: (finding.span, finding.code)))
    return Checked(one.path, one.doc, replace(report, findings=findings, engine=ENGINE))


def _repeats(finding: Finding, other: Finding) -> bool:
    return (finding.code, other.code) in REPEATS and finding.span.overlaps(other.span)
