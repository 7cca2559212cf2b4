"""A list of persons in .xlsx or .csv, read into rows for ``actions.import_people``."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from lingwu_office.foundation.errors import Invalid

COLUMNS = {
    "姓名": "name", "账号": "account", "机构": "unit", "部门": "unit", "单位": "unit", "岗位": "post",
    "职务": "post", "电话": "phone", "联系电话": "phone", "手机": "phone",
}  # fmt: skip
LARGEST = 2 * 1024 * 1024
"""Bytes of a list."""
UNREADABLE = (
    zipfile.BadZipFile, InvalidFileException, SyntaxError, zlib.error, OSError, EOFError, NotImplementedError, KeyError,
    ValueError, IndexError, TypeError, AttributeError,
)  # fmt: skip
"""What openpyxl raises over a .xlsx that is none or is damaged; it has no error of its own for that (a
syntax error is that of its XML)."""
UNPACKED = 40 * 1024 * 1024
"""Bytes of a .xlsx when unpacked."""


def rows_of(name: str, data: bytes) -> list[dict[str, str]]:
    """The rows below the heading, each with the keys ``name, account, unit, post, phone`` that the heading has.

    Raises:
        Invalid: another kind of file, too large, damaged, or 姓名 or 账号 is missing from the heading.
    """
    if len(data) > LARGEST:
        raise Invalid("名单文件不能超过2 MB。")
    lower = name.lower()
    if lower.endswith(".xlsx"):
        table = _sheet(data)
    elif lower.endswith(".csv"):
        table = _csv(data)
    else:
        raise Invalid("名单应为 .xlsx 或 .csv 文件。")
    return _rows(table)


def _sheet(data: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise Invalid("名单文件解压后过大。")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        return [["" if cell is None else str(cell).strip() for cell in row] for row in rows]
    except UNREADABLE as error:
        raise Invalid("名单文件打不开，请用表格软件另存为 .xlsx 再试。") from error


def _csv(data: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=None))]
        except csv.Error as error:
            raise Invalid("名单文件里有过长或不成行的内容，请另存为 .xlsx 再试。") from error
    raise Invalid("名单文件的文字编码认不出，请另存为 UTF-8 的 .csv。")


def _rows(table: list[list[str]]) -> list[dict[str, str]]:
    heading = [COLUMNS.get(cell, "") for cell in table[0]] if table else []
    if missing := [title for title in ("姓名", "账号") if COLUMNS[title] not in heading]:
        raise Invalid(f"名单第一行应为表头，缺少“{'”“'.join(missing)}”列。")
    rows = [{key: cell for key, cell in zip(heading, row, strict=False) if key} for row in table[1:]]
    while rows and not any(rows[-1].values()):
        rows.pop()
    return rows
