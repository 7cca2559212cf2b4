"""A schedule from a file: .toml and .ics by their own readers, anything else by its tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lingwu import formats
from lingwu.document import Document
from lingwu.errors import ConfigError, NoText
from lingwu.schedule import ics, toml
from lingwu.schedule.model import BUFFER, HOURS, Schedule
from lingwu.schedule.table import read as read_tables
from lingwu.text.dates import times
from lingwu.workdays import Calendar

YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|[-/.]\d{1,2}[-/.]\d{1,2})")
CALENDAR_MARK = b"BEGIN:VCALENDAR"


def read(path: Path, calendar: Calendar | None = None) -> Schedule:
    """The schedule of a file.

    Raises:
        ReadError: it cannot be read, or holds no events. ConfigError: a setting in it is not as it should be.
    """
    data = formats.bytes_of(path)
    doc = document(data, str(path))
    settings = toml.parsed(data, str(path)) if doc.meta.get("format") == "toml" else {}
    made = of_document(doc, settings, calendar)
    if not made.events:
        raise NoText(f"{path} 里没有找到日程：表头应有“时间”（或“日期”）和“事项”（或“会议”），下面每项一行。")
    return made


def document(data: bytes, path: str) -> Document:
    """The document that a file makes, with tables wherever it has some.

    Raises:
        ReadError: it cannot be read.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".toml":
        return toml.document(data, path)
    if suffix == ".ics" or data.lstrip()[: len(CALENDAR_MARK)].upper() == CALENDAR_MARK:
        return ics.document(data, path)
    return formats.read(data, path)


def of_document(doc: Document, settings: Mapping[str, Any] | None = None, calendar: Calendar | None = None) -> Schedule:
    """The schedule that the tables of ``doc`` hold; without events where there are none.

    Raises:
        ConfigError: one of ``settings`` (buffer, hours, year) is not as it should be.
    """
    said = settings or {}
    year = said.get("year") or only_year(doc)
    found = read_tables(doc, year if isinstance(year, int) else None)
    buffer = said.get("buffer", BUFFER)
    if not isinstance(buffer, int) or not 0 <= buffer <= 600:
        raise ConfigError(f"{doc.meta.get('path')} 里的 buffer（两地之间至少留几分钟）应是 0 到 600 的整数。")
    return Schedule(
        doc,
        found.events,
        found.rooms,
        found.travels,
        buffer,
        _hours(said.get("hours"), doc),
        calendar or Calendar.load(),
    )


def only_year(doc: Document) -> int | None:
    """The year of all dates of ``doc`` that state one; None where they state several or none."""
    years = set(YEAR.findall(doc.text)) or set(YEAR.findall(Path(str(doc.meta.get("path", ""))).name))
    return int(years.pop()) if len(years) == 1 else None


def _hours(said: Any, doc: Document) -> tuple[int, int]:
    if said is None:
        return HOURS
    found = [time for one in said if isinstance(one, str) for time in times(one)] if isinstance(said, list) else []
    if len(found) != 2 or found[0].minutes >= found[1].minutes:
        raise ConfigError(f'{doc.meta.get("path")} 里的 hours（工作时间）应如 hours = ["8:30", "17:30"]。')
    return found[0].minutes, found[1].minutes
