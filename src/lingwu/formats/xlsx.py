"""Excel workbooks: the values of all visible sheets, each cell a block; read only."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lingwu.document import Document
from lingwu.errors import DamagedFile, EncryptedFile, NoText, WriteError
from lingwu.formats import _package
from lingwu.formats._cells import LONGEST, WIDEST, Sheets

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode

PARTS = (".xml", ".rels")
WORKBOOK = "xl/workbook.xml"


class XlsxFormat:
    """Workbooks as openpyxl reads them, after every part of the package was found to be harmless."""

    name = "xlsx"
    suffixes: Sequence[str] = (".xlsx", ".xlsm", ".xltx")
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        """A zip with a workbook in it; a locked file counts by its suffix."""
        return WORKBOOK in _package.member_names(data) or (suffix in self.suffixes and _package.is_locked(data))

    def read(self, data: bytes, name: str) -> Document:
        shown = name or "输入"
        if _package.is_locked(data):
            raise EncryptedFile(f"{shown} 有密码保护，请去掉密码后再试。")
        for part, piece in _package.unzip(data, shown).items():
            if part.lower().endswith(PARTS):
                _package.parse(piece, shown, part)
        book = _opened(data, shown)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheets, notes = Sheets(), []
        for sheet in visible:
            sheets.add(_values(sheet), sheet.title if len(visible) > 1 else "")
            if sheet.max_row > LONGEST or sheet.max_column > WIDEST:
                notes.append(f"工作表 {sheet.title} 太大，只查了前 {LONGEST} 行、{WIDEST} 列。")
        hidden = len(book.worksheets) - len(visible)
        notes += [f"有 {hidden} 张隐藏的工作表没有查。"] if hidden else []
        if not sheets.cells:
            raise NoText(f"{shown} 的工作表都是空的，没有文字可查；请确认选对了文件。")
        return sheets.document(notes, data)

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        if changes.edits:
            raise WriteError("表格不能写回改动，请照报告在 Excel 或 WPS 表格里改。")
        kept: bytes = doc.origin
        return kept


def _opened(data: bytes, shown: str) -> Any:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what openpyxl cannot keep (drawings, extensions) is not written back anyway
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl lets many kinds of errors through
        raise DamagedFile(
            f"{shown} 不是完整的 Excel 工作簿（{type(error).__name__}），请用 Excel 或 WPS 表格打开后重新保存。"
        ) from error


def _values(sheet: Any) -> list[list[str | None]]:
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row, column in _places(area)
        if (row, column) != (area.min_row, area.min_col)
    }
    height, width = min(sheet.max_row, LONGEST), min(sheet.max_column, WIDEST)
    rows = sheet.iter_rows(max_row=height, max_col=width)
    return [[None if (cell.row, cell.column) in covered else said(cell.value) for cell in row] for row in rows]


def _places(area: Any) -> Iterator[tuple[int, int]]:
    bottom, right = min(area.max_row, LONGEST), min(area.max_col, WIDEST)
    return ((row, column) for row in range(area.min_row, bottom + 1) for column in range(area.min_col, right + 1))


def said(value: object) -> str:
    """A value as a document would say it: 2026年3月12日, 9:00, 12, 0.5."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        day = said(value.date())
        return day if value.time() == datetime.time() else f"{day} {said(value.time())}"
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, datetime.time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, float):
        return f"{value:.10g}"
    return "\n".join(line.strip() for line in str(value).strip().splitlines())


format = XlsxFormat()
