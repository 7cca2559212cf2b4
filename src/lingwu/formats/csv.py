"""Comma- or tab-separated values: each cell a block; read only, in the encodings of plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lingwu.document import Document
from lingwu.errors import DamagedFile, NoText, WriteError
from lingwu.formats import _magic, txt
from lingwu.formats._cells import LONGEST, WIDEST, Sheets

if TYPE_CHECKING:
    from lingwu.formats import Changes, Mode


class CsvFormat:
    """A table as text. The document's text is that of its cells, each on its own line."""

    name = "csv"
    suffixes: Sequence[str] = (".csv", ".tsv")
    modes: Sequence[Mode] = ()

    def sniff(self, data: bytes, suffix: str) -> bool:
        """Text of that suffix with at least one separator in it; without one it is plain text."""
        plain = suffix in self.suffixes and not _magic.known(data)
        return plain and any(mark in data for mark in (b",", b"\t", "，".encode(), "，".encode("gb18030")))

    def read(self, data: bytes, name: str) -> Document:
        text = txt.format.read(data, name).text
        rows = list(_rows(text, name or "输入"))
        width = min(max(map(len, rows), default=0), WIDEST)
        sheets = Sheets()
        sheets.add([[*row[:width], *[""] * (width - len(row))] for row in rows[:LONGEST]])
        if not sheets.cells:
            raise NoText(f"{name or '输入'} 里只有空的单元格，没有文字可查；请确认选对了文件。")
        notes = [f"表格有 {len(rows)} 行，只查了前 {LONGEST} 行。"] if len(rows) > LONGEST else []
        return sheets.document(notes, data)

    def write(self, doc: Document, changes: Changes, mode: Mode) -> bytes:
        if changes.edits:
            raise WriteError("表格不能写回改动，请照报告在原软件里改。")
        kept: bytes = doc.origin
        return kept


def _rows(text: str, name: str) -> list[list[str]]:
    """The cells, cut at tabs, commas or full-width commas, whichever the first line has."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = next((mark for mark in ("\t", ",", "，") if mark in first), ",")
    try:
        read = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark, strict=False)
        return [[_plain(cell) for cell in row] for row in read]
    except csv.Error as error:
        raise DamagedFile(f"{name} 不是完整的 CSV 表格（{error}），请用原软件另存后再查。") from error


def _plain(cell: str) -> str:
    return "\n".join(line.strip() for line in cell.strip().splitlines())


format = CsvFormat()
