"""Events from the tables of a document: one event to a row, under Chinese headings in any order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lingwu.crossrule import Quote
from lingwu.document import Document, Span
from lingwu.schedule.clock import When, clocks_in, dates_in, minutes_in, weekday_in
from lingwu.schedule.model import Event, Part, Room, Travel

HEADINGS: Mapping[str, Sequence[str]] = {
    "title": ("活动", "事项", "会议", "活动名称", "名称", "内容", "活动内容", "日程", "议程", "议题", "环节",
              "会议名称", "主题", "议程内容", "议题名称", "会议内容", "项目"),
    "date": ("日期", "会议日期", "活动日期"),
    "weekday": ("星期", "周次"),
    "time": ("时间", "起止时间", "时段", "会议时间", "活动时间", "时间安排"),
    "start": ("开始", "开始时间", "起始时间", "起"),
    "end": ("结束", "结束时间", "终止时间", "止"),
    "place": ("地点", "会议地点", "活动地点", "场所", "会场", "会议室"),
    "people": ("人员", "参加人员", "参会人员", "出席人员", "参加领导", "出席领导", "参会领导", "参加人", "与会人员",
               "出席"),
    "speaker": ("发言人", "汇报人", "主讲人", "报告人", "主持人", "发言", "发言人员", "发言单位和人员", "主讲"),
    "count": ("人数", "参会人数", "参加人数"),
    "minutes": ("时长", "分钟", "用时", "时长（分钟）", "用时（分钟）", "限时"),
    "capacity": ("容量", "座位数", "座位", "可容纳人数", "容纳人数"),
    "from": ("起点", "出发地", "从"),
    "to": ("终点", "目的地", "到"),
    "of": ("所属活动",),
}  # fmt: skip
"""The headings of each column."""
FIELDS = {word: name for name, words in HEADINGS.items() for word in (*words, name)}
SPLIT = re.compile(r"[、，,；;/／\n\s]+")
GROUPS = (
    "全体",
    "各",
    "有关",
    "相关",
    "负责",
    "人员",
    "成员",
    "代表",
    "同志",
    "领导",
    "单位",
    "部门",
    "科",
    "待定",
    "等",
    "无",
)
"""What stands in lists of people but is no person."""
MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class Row:
    """One row by the names of its columns; a cell without text is left out."""

    cells: Mapping[str, Quote]
    whole: Quote

    def text(self, name: str) -> str:
        """The text of a cell, or nothing."""
        return self.cells[name].text if name in self.cells else ""


@dataclass(frozen=True, slots=True)
class Read:
    """What the tables of a document hold."""

    events: tuple[Event, ...]
    rooms: tuple[Room, ...]
    travels: tuple[Travel, ...]


def read(doc: Document, year: int | None) -> Read:
    """All that the tables of ``doc`` say of events, rooms and ways. ``year`` fills dates that leave it out."""
    events: list[Event] = []
    rooms: list[Room] = []
    travels: list[Travel] = []
    agendas: dict[str, list[Part]] = defaultdict(list)
    for rows in tables(doc):
        heads = {name for row in rows for name in row.cells}
        if "of" in heads:
            for row in rows:
                agendas[row.text("of")] += parts([row])
        elif {"from", "to", "minutes"} <= heads:
            travels += _travels(rows)
        elif {"place", "capacity"} <= heads:
            rooms += _rooms(rows)
        elif heads & {"date", "time", "start"} and "title" in heads:
            events += _events(rows, year)
    with_parts = (replace(event, parts=tuple(agendas.get(event.title.text, ()))) for event in events)
    return Read(tuple(with_parts), tuple(rooms), tuple(travels))


def parts(rows: Sequence[Row]) -> Iterator[Part]:
    """The rows of an agenda as its parts."""
    for row in rows:
        title = row.cells.get("title")
        if title is None:
            continue
        start, end, at = _times(row)
        length = minutes_in(row.cells["minutes"]) if "minutes" in row.cells else None
        bare = row.text("minutes")
        minutes = length[0] if length else int(bare) if bare.isdecimal() and len(bare) < 4 else None
        yield Part(title, at or row.cells.get("minutes") or title, start, end, minutes, row.cells.get("speaker"))


def tables(doc: Document) -> Iterator[list[Row]]:
    """The tables of ``doc`` whose head has at least two known headings, as rows."""
    for grid in doc.meta.get("tables", ()):
        for at, cells in enumerate(grid[:10]):
            names = [FIELDS.get(_tidy(span.of(doc.text)) if span else "", "") for span in cells]
            if len({name for name in names if name}) >= 2:
                yield [row for row in _rows(doc, grid[at + 1 : MOST_ROWS], names) if row.cells]
                break


def people_in(quote: Quote) -> tuple[Quote, ...]:
    """The names of a cell; words for groups (各科室负责人) are left out."""
    found, at = [], 0
    text = quote.span.of(quote.doc.text)
    for piece in [*SPLIT.split(text)]:
        start = text.index(piece, at) if piece else at
        at = start + len(piece)
        if 2 <= len(piece) <= 15 and not any(word in piece for word in GROUPS):
            found.append(quote.part(start, at))
    return tuple(found)


def _rows(doc: Document, grid: Sequence[Sequence[Span | None]], names: Sequence[str]) -> Iterator[Row]:
    for cells in grid:
        said: dict[str, Quote] = {}
        for name, span in zip(names, cells, strict=False):
            if name and span and span.of(doc.text).strip():
                said.setdefault(name, Quote(doc, span))
        spans = [quote.span for quote in said.values()]
        start, end = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
        yield Row(said, Quote(doc, Span(start, end)))


def _tidy(head: str) -> str:
    return "".join(head.split()).replace("(", "（").replace(")", "）").strip("：:")


def _events(rows: Sequence[Row], year: int | None) -> Iterator[Event]:
    before: When | None = None
    for row in rows:
        if "title" not in row.cells:
            continue
        dated = [
            when for name in ("date", "time", "start") if name in row.cells for when in dates_in(row.cells[name], year)
        ]
        when = dated[0] if dated else before
        before = when
        start, end, at = _times(row)
        count = re.search(r"\d+", row.text("count"))
        weekday = weekday_in(row.text("weekday")) or (when.weekday if when and dated else None)
        yield Event(
            title=row.cells["title"],
            when=when.at if when else row.whole,
            week=row.cells["weekday"] if weekday_in(row.text("weekday")) else None,
            clock=at or (when.at if when else row.whole),
            day=when.day if when else None,
            last=when.last if when else None,
            weekday=weekday,
            start=start,
            end=end,
            place=row.cells.get("place"),
            people=people_in(row.cells["people"]) if "people" in row.cells else (),
            count=int(count[0]) if count else None,
        )


def _times(row: Row) -> tuple[int | None, int | None, Quote | None]:
    """Start and end of a row, and where they stand."""
    found = clocks_in(row.cells["time"]) if "time" in row.cells else []
    if found:
        return found[0].start, found[0].end, found[0].at
    starts = clocks_in(row.cells["start"]) if "start" in row.cells else []
    ends = clocks_in(row.cells["end"]) if "end" in row.cells else []
    start, end = starts[0].start if starts else None, ends[-1].start if ends else None
    both = starts[0].at if starts else ends[-1].at if ends else None
    return start, end, both


def _rooms(rows: Sequence[Row]) -> Iterator[Room]:
    for row in rows:
        seats = re.search(r"\d+", row.text("capacity"))
        if seats and "place" in row.cells:
            yield Room(row.text("place"), int(seats[0]), row.cells["capacity"])


def _travels(rows: Sequence[Row]) -> Iterator[Travel]:
    for row in rows:
        minutes = re.search(r"\d+", row.text("minutes"))
        if minutes and "from" in row.cells and "to" in row.cells:
            yield Travel(frozenset({row.text("from"), row.text("to")}), int(minutes[0]))
