"""The files of a meeting, and which is which: by their names and by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lingwu import formats
from lingwu.config import NAME as CONFIG_NAME
from lingwu.crossrule import Quote
from lingwu.document import Block, Document, Kind, Span
from lingwu.errors import ReadError
from lingwu.inputs import Source, walk
from lingwu.schedule import reading
from lingwu.schedule.table import FIELDS as EVENT_FIELDS
from lingwu.seating.grids import tidy
from lingwu.seating.people import FIELDS as PEOPLE_FIELDS
from lingwu.seating.plan import FIELDS as SEAT_FIELDS

SUFFIXES = (".toml", ".ics")
"""What preflight reads besides what ``lingwu check`` reads."""


class PaperKind(StrEnum):
    """What a file of a meeting is."""

    NOTICE = "通知"
    AGENDA = "议程"
    SCHEDULE = "日程"
    PEOPLE = "名单"
    SEATS = "座次"
    CARDS = "席卡"
    SCRIPT = "主持词"
    SPEECH = "讲话稿"
    ROOMS = "会场表"
    OTHER = "其他材料"


WORDS: tuple[tuple[PaperKind, str], ...] = (
    (PaperKind.SCRIPT, r"主持词|主持稿|主持讲话|串词|串场词"),
    (PaperKind.CARDS, r"席卡|桌签|桌牌|台签|座签|席签|桌卡|座牌|台卡|名签"),
    (PaperKind.SEATS, r"座次|座位|席位|座席|排座|座谈会?座"),
    (PaperKind.NOTICE, r"通知|邀请函|邀请信|预备会函"),
    (PaperKind.AGENDA, r"议程|流程|程序|会序|议题安排"),
    (PaperKind.PEOPLE, r"名单|名册|花名册|回执|报名|参[会加]人员|与会人员|签到"),
    (PaperKind.SCHEDULE, r"日程|会务安排|会议安排|时间表|行程|工作安排|活动安排|周安排"),
    (PaperKind.ROOMS, r"会场表|会议室|场地|会场情况"),
    (PaperKind.SPEECH, r"讲话|致[辞词]|发言|汇报|演讲|讲稿|述职|表态|典型材料|交流材料|经验材料"),
)
"""What the name or the title of each kind holds, in the order in which they are asked."""
SEATLESS = {word for word, name in SEAT_FIELDS.items() if name in {"seat", "label"}}
HEAD_LINES = 8


@dataclass(frozen=True, eq=False)
class Paper:
    """One file: what it was taken for, and why."""

    path: str
    doc: Document
    kind: PaperKind
    why: str

    @property
    def file(self) -> str:
        """The name of the file."""
        return Path(self.path).name

    @property
    def stem(self) -> str:
        """The name of the file without its suffix."""
        return Path(self.path).stem

    def lines(self) -> Iterator[Quote]:
        """Its lines that hold some text, without blanks at their ends, those of tables among them."""
        return (line for line in map(self._line, self.doc.blocks) if line.span)

    def prose(self) -> Iterator[Quote]:
        """Its lines outside of tables."""
        kept = (block for block in self.doc.blocks if block.kind is not Kind.CELL)
        return (line for line in map(self._line, kept) if line.span)

    def head(self) -> Sequence[Quote]:
        """Its first lines: of a sheet those above the headings too."""
        found: list[Quote] = []
        for line in self.lines():
            if len(found) == HEAD_LINES or tidy(line.text) in EVENT_FIELDS:
                break
            found.append(line)
        return found

    def whole(self) -> Quote:
        """The file as such, for what is said of all of it."""
        return Quote(self.doc, Span(0, 0))

    def title(self) -> str:
        """Its first line without blanks."""
        return "".join(next(self.lines()).text.split())

    def _line(self, block: Block) -> Quote:
        said = block.span.of(self.doc.text)
        start = block.span.start + len(said) - len(said.lstrip())
        return Quote(self.doc, type(block.span)(start, max(start, block.span.start + len(said.rstrip()))))


def sources(folder: Path) -> list[Source]:
    """The files of a folder that can be looked at, Lingwu's own settings not among them."""
    found = walk(str(folder), (*formats.suffixes(), *SUFFIXES))
    return [source for source in found if source.error or Path(source.path).name != CONFIG_NAME]


def unread(folder: Path) -> list[str]:
    """The files of a folder that no reader takes: pictures, presentations …"""
    known = {Path(source.path).resolve() for source in sources(folder)}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != CONFIG_NAME)
    hidden = (".", "~$")
    return [str(path) for path in files if path.resolve() not in known and not path.name.startswith(hidden)]


def paper(path: str) -> Paper:
    """The paper of a file.

    Raises:
        ReadError: it cannot be read.
    """
    doc = reading.document(formats.bytes_of(Path(path)), path)
    if not any(block.span for block in doc.blocks):
        raise ReadError(f"{path} 里没有文字可查。")
    kind, why = recognise(doc, Path(path).stem)
    return Paper(path, doc, kind, why)


def recognise(doc: Document, stem: str) -> tuple[PaperKind, str]:
    """What a file is, and why: by the headings of its tables, its title, its name."""
    table = _by_table(doc)
    title = next((line for line in _first_lines(doc) if len(line) >= 2), "")
    named, titled = _by_word(stem, "文件名"), _by_word(title, "标题", last=True)
    if doc.meta.get("format") == "ics":
        return PaperKind.SCHEDULE, "是 .ics 日历文件"
    if table and table[0] in (PaperKind.SEATS, PaperKind.ROOMS):
        return table
    salutation = re.search(r"^(?:同志们|各位|尊敬的)[^。]{0,30}[：:！!]", doc.text, re.MULTILINE)
    in_cells = bool(doc.meta.get("cells"))  # the first cells of a sheet need not be its title
    for found in (named, titled) if in_cells else (titled, named):
        if found and not (salutation and found[0] in (PaperKind.AGENDA, PaperKind.PEOPLE)):
            return _agenda_after_all(doc, *found)
    if table:
        return table
    return (PaperKind.SPEECH, "开头是称呼") if salutation else (PaperKind.OTHER, "看不出是哪一种")


def _agenda_after_all(doc: Document, kind: PaperKind, why: str) -> tuple[PaperKind, str]:
    """A 日程 of one day, without a column of dates, is the agenda of the meeting."""
    if kind is PaperKind.SCHEDULE and doc.meta.get("format") not in ("toml", "ics") and not _has_dates(doc):
        return PaperKind.AGENDA, f"{why}，只有一次会议的安排"
    return kind, why


def _has_dates(doc: Document) -> bool:
    heads = {EVENT_FIELDS.get(head) for head in _headings(doc)}
    return "date" in heads or ("place" in heads and bool(heads & {"time", "start"}))


def _first_lines(doc: Document) -> list[str]:
    """The first lines put together as titles are broken over lines."""
    lines = ["".join(block.span.of(doc.text).split()) for block in doc.blocks if block.kind is not Kind.CODE]
    lines = [line for line in lines if line][:3]
    joined = "".join(lines[:2]) if lines and len(lines[0]) <= 25 and not re.search(r"[：:。，]$", lines[0]) else ""
    return [*lines[:1], joined] if _by_word(lines[0] if lines else "", "", last=True) else [joined, *lines[:1]]


def _by_word(text: str, where: str, last: bool = False) -> tuple[PaperKind, str] | None:
    """The kind whose word stands in ``text``; with ``last`` the one whose word stands last."""
    found = [(match.end(), -at, kind, match.group()) for at, (kind, regex) in enumerate(WORDS)
             for match in re.finditer(regex, text)]  # fmt: skip
    if not found:
        return None
    best = max(found) if last else max(found, key=lambda one: one[1])
    return best[2], f"{where}有“{best[3]}”"


def _by_table(doc: Document) -> tuple[PaperKind, str] | None:
    heads = _headings(doc)
    people = {PEOPLE_FIELDS.get(head) for head in heads}
    events = {EVENT_FIELDS.get(head) for head in heads}
    if "name" in people and heads & SEATLESS and not people & {"state"}:
        return PaperKind.SEATS, "表头有“座位”和“姓名”"
    if "name" in people:
        return PaperKind.PEOPLE, "表头有“姓名”"
    if {"place", "capacity"} <= events and not events & {"date", "time"}:
        return PaperKind.ROOMS, "表头有“地点”和“容量”"
    if "title" in events and events & {"date"} and "place" in events:
        return PaperKind.SCHEDULE, "表头有日期、事项和地点"
    if "title" in events and events & {"time", "start", "minutes"}:
        return PaperKind.AGENDA, "表头有时间和事项"
    return None


def _headings(doc: Document) -> set[str]:
    cells = (span for grid in doc.meta.get("tables", ()) for row in grid[:5] for span in row if span)
    return {tidy(span.of(doc.text)) for span in cells}
