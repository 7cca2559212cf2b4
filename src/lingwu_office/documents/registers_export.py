"""A register as .xlsx: cells are text and never formulas, who took it out stands at its foot."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from lingwu_office.access.policies import may_by_role, units_by_role
from lingwu_office.documents.models import Assignment, Direction, Document
from lingwu_office.documents.registers import Filters, Line, complete, line_of, rows
from lingwu_office.foundation.verdict import Verdict

MOST = 20_000
"""Lines that one export holds."""
AT_ONCE = 500
TITLES = {Direction.OUTGOING: "发文登记簿", Direction.INCOMING: "收文登记簿"}
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Column = tuple[str, int, Callable[[Line], Any]]


def day(value: Any) -> str:
    """2026-03-09; empty for nothing."""
    if value is None:
        return ""
    return f"{timezone.localtime(value):%Y-%m-%d}" if hasattr(value, "hour") else f"{value:%Y-%m-%d}"


def moment(value: Any) -> str:
    """2026-03-09 15:04; empty for nothing."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""


def holder(assignment: Assignment) -> str:
    """科长张三处，2026-03-09 15:04起."""
    return f"{assignment.person or assignment.post}（{moment(assignment.opened_at)}起）"


def where(line: Line) -> str:
    """Who has the document now."""
    return "；".join(map(holder, line.holders))


OUTGOING: tuple[Column, ...] = (
    ("发文字号", 22, lambda line: line.number),
    ("标题", 50, lambda line: line.document.title),
    ("文种", 8, lambda line: line.document.kind),
    ("紧急程度", 9, lambda line: line.document.urgency),
    ("拟稿单位", 16, lambda line: str(line.document.unit)),
    ("拟稿人", 10, lambda line: str(line.document.drafter)),
    ("登记时间", 16, lambda line: moment(line.document.created_at)),
    ("签发人", 10, lambda line: line.document.signatory),
    ("成文日期", 11, lambda line: day(line.document.signed_on)),
    ("主送机关", 30, lambda line: line.document.addressees),
    ("抄送机关", 30, lambda line: line.document.copies_to),
    ("份数", 6, lambda line: line.document.copies),
)
INCOMING: tuple[Column, ...] = (
    ("收文号", 18, lambda line: line.number),
    ("签收时间", 16, lambda line: moment(line.document.received_at)),
    ("来文单位", 24, lambda line: line.document.source),
    ("来文字号", 22, lambda line: line.document.source_number),
    ("来文日期", 11, lambda line: day(line.document.source_date)),
    ("标题", 50, lambda line: line.document.title),
    ("紧急程度", 9, lambda line: line.document.urgency),
    ("性质", 8, lambda line: "批办" if line.document.for_action else "阅知"),
    ("登记人", 10, lambda line: str(line.document.drafter)),
)
BOTH: tuple[Column, ...] = (
    ("状态", 10, lambda line: "作废" if line.voided else line.step),
    ("现在谁处", 34, where),
    ("办结时限", 16, lambda line: moment(line.document.due_at)),
    ("办结时间", 16, lambda line: moment(line.document.closed_at)),
    ("归档号", 16, lambda line: line.document.archive_number),
    ("保管期限", 10, lambda line: line.document.retention),
)


def columns(direction: str) -> tuple[Column, ...]:
    """Title, width in characters and value of each column."""
    return (OUTGOING if direction == Direction.OUTGOING else INCOMING) + BOTH


def may_take_out(person: Any) -> Verdict:
    """Whether ``person`` may print and export registers, in some unit."""
    return may_by_role(person, "documents.export")


def taken_out(person: Any, filters: Filters) -> QuerySet[Document]:
    """What of a register ``person`` may see and take out: that of the units where his role allows it."""
    found, scope = rows(person, filters), units_by_role(person, "documents.export")
    return found if scope is None else found.filter(unit__in=scope)


def lines(person: Any, filters: Filters, most: int = MOST) -> Iterator[Line]:
    """All lines of a register that ``person`` may take out, oldest first, at most ``most``."""
    found = complete(taken_out(person, filters).order_by("pk"))[:most]
    return (line_of(document) for document in found.iterator(chunk_size=AT_ONCE))


def workbook(direction: str, found: Iterable[Line], foot: str) -> bytes:
    """The .xlsx of these lines, ``foot`` in its last line and on each printed page."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(TITLES[Direction(direction)])
    shown = columns(direction)
    for at, (_, width, _) in enumerate(shown):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    sheet.freeze_panes = "A2"
    sheet.oddFooter.center.text = foot.replace("&", "&&")
    sheet.append([cell(sheet, title, bold=True) for title, _, _ in shown])
    for line in found:
        sheet.append([cell(sheet, value(line)) for _, _, value in shown])
    sheet.append([cell(sheet, foot)])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    """A cell that holds ``value`` as it is: text that looks like a formula stays text, also when it is copied."""
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    text = NOT_IN_XML.sub("", str(value))
    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    made.quotePrefix = text.startswith(BEGINS_FORMULA)
    if bold:
        made.font = Font(bold=True)
    return made
