"""iCalendar (.ics, RFC 5545) as a document with one table: one event to a row, times as at the office's own clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from lingwu.document import Document
from lingwu.errors import DamagedFile, NoText
from lingwu.formats._cells import Sheets
from lingwu.formats.xlsx import said

OFFICE = ZoneInfo("Asia/Shanghai")
PEOPLE = "参加人员："
"""How the line of a description begins that names who takes part."""
HEADS = ("title", "date", "start", "end", "place", "people")
NAMES = {
    "title": "SUMMARY",
    "date": "DTSTART",
    "start": "DTSTART",
    "end": "DTEND",
    "place": "LOCATION",
    "people": "ATTENDEE",
}


def document(data: bytes, path: str) -> Document:
    """The events of an .ics as a document; a repeated event stands in it once, with a note.

    Raises:
        DamagedFile: it is no iCalendar. NoText: no event is in it.
    """
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError, UnicodeError) as error:
        raise DamagedFile(f"{path} 不是完整的 iCalendar 日程（{_line(error)}），请重新导出。") from error
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if not events:
        raise NoText(f"{path} 里没有活动（VEVENT），请确认导出的是日程。")
    sheets = Sheets()
    sheets.named([_row(event, at) for at, event in enumerate(events, 1)], HEADS)
    repeated = sum("RRULE" in event for event in events)
    made = sheets.document([f"有 {repeated} 个活动会重复，只看第一次。"] if repeated else [])
    digest = hashlib.sha256(data).hexdigest()
    return replace(made, meta={**made.meta, "path": path, "format": "ics", "digest": digest}, _memo={})


def _row(event: Any, at: int) -> list[tuple[str, str] | None]:
    values = {
        "title": str(event.get("SUMMARY", "")),
        "place": str(event.get("LOCATION", "")),
        "people": "、".join(_people(event)),
        **_times(event),
    }
    return [
        (" ".join(values[head].split()), f"第{at}个活动的 {NAMES[head]}") if values.get(head) else None
        for head in HEADS
    ]


def _times(event: Any) -> dict[str, str]:
    start, end = (_local(event.decoded(name)) if name in event else None for name in ("DTSTART", "DTEND"))
    if end is None and start is not None and "DURATION" in event:
        end = start + event.decoded("DURATION")
    made = {"date": said(start.date() if isinstance(start, datetime) else start)}
    if isinstance(start, datetime):
        made["start"] = said(start.time())
    if isinstance(end, datetime):
        made["end"] = said(end.time())
    return made


def _people(event: Any) -> Iterator[str]:
    """The names of those invited; who declined is left out."""
    found = event.get("ATTENDEE", [])
    for one in found if isinstance(found, list) else [found]:
        params = getattr(one, "params", {})
        if params.get("PARTSTAT") != "DECLINED":
            yield str(params.get("CN") or str(one).removeprefix("mailto:").removeprefix("MAILTO:"))
    for line in str(event.get("DESCRIPTION", "")).splitlines():
        if line.startswith(PEOPLE):
            yield line.removeprefix(PEOPLE)


def _local(value: Any) -> date | datetime:
    """``value`` at the office's clock; a time without a zone is meant so already."""
    moved = value.astimezone(OFFICE).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value
    kept: date | datetime = moved
    return kept


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
