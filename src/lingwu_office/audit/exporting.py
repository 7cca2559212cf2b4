"""Entries of the audit as .xlsx for reading and as JSON lines for verifying elsewhere."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from lingwu_office.audit.models import Entry
from lingwu_office.audit.queries import changes

HEADING = (
    "序号",
    "时间",
    "类别",
    "人员",
    "代行",
    "动作",
    "动作名称",
    "对象",
    "对象名称",
    "变更",
    "缘由",
    "地址",
    "摘要",
)
MOST_ROWS = 1_000_000
"""A sheet holds little more."""


def as_lines(found: QuerySet[Entry]) -> Iterator[str]:
    """Each entry with all its fields as one line of JSON, so that its hash can be reckoned anew."""
    names = [field.attname for field in Entry._meta.concrete_fields]
    for entry in found.order_by("seq").iterator(chunk_size=2000):
        values = {name: getattr(entry, name) for name in names} | {"at": entry.at.isoformat()}
        yield json.dumps(values, ensure_ascii=False, cls=DjangoJSONEncoder) + "\n"


def as_sheet(found: QuerySet[Entry]) -> bytes:
    """The entries as a .xlsx; every cell is text, so that nothing in it is taken for a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("留痕")
    sheet.append(HEADING)
    for entry in found.order_by("seq")[:MOST_ROWS].iterator(chunk_size=2000):
        sheet.append([_text(sheet, value) for value in _row(entry)])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _row(entry: Entry) -> tuple[str, ...]:
    at = timezone.localtime(entry.at)
    changed = "；".join(f"{each.title}：{each.before}→{each.after}" for each in changes(entry))
    return (
        str(entry.seq), f"{at:%Y-%m-%d %H:%M:%S}", entry.get_kind_display(), entry.person_name, entry.on_behalf_of,
        entry.verb, entry.title, entry.thing, entry.thing_title, changed, entry.reason, entry.address, entry.hash,
    )  # fmt: skip


def _text(sheet: Any, value: str) -> Any:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:32_000])
    cell.data_type = "s"
    return cell
