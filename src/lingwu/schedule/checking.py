"""Runs the cross rules of schedules over one schedule."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lingwu import crossrule
from lingwu.checker import ENGINE
from lingwu.config import Config
from lingwu.crossrule import CrossRule
from lingwu.finding import Report
from lingwu.schedule import checks
from lingwu.schedule.model import Schedule


@lru_cache(maxsize=1)
def rules() -> tuple[CrossRule[Any], ...]:
    """All cross rules of schedules, by code."""
    return crossrule.in_package(checks)


def check(schedule: Schedule, config: Config | None = None) -> Report:
    """What the rules say of ``schedule``."""
    found, notes = crossrule.findings(rules(), schedule, config or Config())
    doc = schedule.doc
    said = sorted(found.get(str(doc.meta.get("path", "")), ()), key=lambda finding: (finding.span, finding.code))
    return Report(
        findings=tuple(said),
        notes=(*doc.meta.get("notes", ()), *notes, *_unknown(schedule)),
        engine=ENGINE,
        ruleset=f"{len(rules())}条日程规则",
        digest=str(doc.meta.get("digest", "")),
    )


def _unknown(schedule: Schedule) -> tuple[str, ...]:
    """Which years nobody can say working days of, and which events have no day."""
    years = sorted({event.day.year for event in schedule.events if event.day} - set(schedule.calendar.years))
    undated = [event.title.text for event in schedule.events if event.day is None]
    told = [f"没有 {year} 年的放假安排，该年的活动是否在工作日没有核对。" for year in years]
    told += [f"有 {len(undated)} 项没有写明年月日（如“{undated[0]}”），与日期有关的没有核对。"] if undated else []
    return tuple(told)
