"""Tables that people keep: .xlsx and .csv as rows of text cells, each with the number of its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lingwu.errors import DamagedFile, EmptyFile, EncryptedFile, MissingFile, MissingTool, UnknownFormat, because
from lingwu.formats import _package

SUFFIXES = (".xlsx", ".csv")


@dataclass(frozen=True)
class Row:
    """One row below the heading: ``number`` as the sheet counts it (from 1), ``cells`` by heading."""

    number: int
    cells: Mapping[str, str] = field(default_factory=dict)

    def get(self, heading: str) -> str:
        """The cell under ``heading``; empty where there is none."""
        return self.cells.get(heading, "")


def bytes_of(path: Path) -> bytes:
    """What the file holds.

    Raises:
        MissingFile: it cannot be opened. EmptyFile: nothing is in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingFile(f"{path} 打不开（{because(error)}），请检查路径。") from error
    if not data:
        raise EmptyFile(f"{path} 是空文件。")
    return data


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """All sheets of an .xlsx (a .csv: one sheet without name) as rows of text, blank cells as empty text.

    Raises:
        ReadError: the file cannot be read as a table; the text says why.
    """
    data = bytes_of(path)
    if path.suffix.lower() == ".csv":
        return {"": list(csv.reader(io.StringIO(_decoded(path, data))))}
    if path.suffix.lower() != ".xlsx":
        raise UnknownFormat(f"{path} 不是 .xlsx 或 .csv 表格；.xls 请先在 WPS 或 Excel 里另存为 .xlsx。")
    return _workbook(path, data)


def table(rows: Sequence[Sequence[str]], known: Mapping[str, str], needed: str) -> Iterator[Row]:
    """The rows below the heading row, which is the first row that has the heading ``needed`` or an alias of it.

    ``known`` maps each accepted heading to its canonical one (of two columns for one thing the earlier alias counts);
    other columns keep their own heading. Rows without any text are left out.
    """
    head = next((n for n, row in enumerate(rows) if needed in (known.get(tidy(cell)) for cell in row)), None)
    if head is None:
        return
    standing = {alias: place for place, alias in enumerate(known)}
    columns = sorted(enumerate(map(tidy, rows[head])), key=lambda item: standing.get(item[1], len(standing)))
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells: dict[str, str] = {}
        for column, heading in columns:
            if heading and column < len(row) and (cell := line(row[column])):
                cells.setdefault(known.get(heading, heading), cell)
        if cells and known.get(tidy(cells.get(needed, ""))) != needed:  # not the heading again
            yield Row(number, cells)


def line(text: str) -> str:
    """A cell as one line: breaks inside it are spaces, characters that no printer shows are left out."""
    return " ".join("".join(char if char.isprintable() else " " for char in text.replace("\u3000", " ")).split())


def tidy(heading: str) -> str:
    """A heading without the spaces, line breaks and remarks in brackets that clerks put into it."""
    return "".join(heading.split()).split("（")[0].split("(")[0].rstrip("：:*")


def _decoded(path: Path, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DamagedFile(f"{path} 的编码认不出来，请另存为 UTF-8 的 .csv 或 .xlsx。")


def _workbook(path: Path, data: bytes) -> dict[str, list[list[str]]]:
    if _package.is_locked(data):
        raise EncryptedFile(f"{path} 有密码，请去掉密码后再试。")
    parts = _package.unzip(data, str(path))  # nothing that unpacks to too much gets further
    try:
        import openpyxl
    except ImportError as error:
        raise MissingTool('读写 .xlsx 需要 openpyxl，请安装：pip install "lingwu[seats]"。') from error
    merged = any(name.startswith("xl/worksheets/") and b"<mergeCell " in part for name, part in parts.items())
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=not merged)
        return {sheet.title: _cells(sheet, merged) for sheet in book.worksheets}
    except Exception as error:  # the library raises whatever a broken part leads it to
        raise DamagedFile(f"{path} 不是完好的 .xlsx 文件（{type(error).__name__}），请用 WPS 重新保存。") from error


def _cells(sheet: Any, merged: bool) -> list[list[str]]:
    """The texts of a sheet; what stands in a cell merged over several rows counts for each of them."""
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for area in sheet.merged_cells.ranges if merged else ():
        top, column = area.min_row - sheet.min_row, area.min_col - sheet.min_column
        for row in rows[top + 1 : area.max_row - sheet.min_row + 1]:
            row[column] = rows[top][column]
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
