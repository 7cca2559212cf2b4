"""Builds 会议/, the files of a meeting of a district office, and 会议（有差错）/, the same with the slips of its list.

The slips stand in meeting_slips.tsv: file, what stands there, what was written instead, the rule that says so. A test
reads the same list.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "meeting"
SLIPS = HERE / "meeting_slips.tsv"
CLEAN, SLIPPED = HERE / "会议", HERE / "会议（有差错）"
PLAIN = {".txt", ".md", ".csv", ".toml", ".ics"}


def sources() -> dict[str, str]:
    """The texts of the files by name: of a .docx lines, of an .xlsx rows with tabs, sheets behind ==."""
    return {path.name.removesuffix(".src"): path.read_text(encoding="utf-8") for path in sorted(SOURCES.iterdir())}


def slips() -> list[dict[str, str]]:
    """The planted slips: number, file, old, new, codes (by |), what."""
    lines = (line for line in SLIPS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def slipped(files: Mapping[str, str], only: int | None = None) -> dict[str, str]:
    """``files`` with all slips, or with the one of number ``only``."""
    made = dict(files)
    for slip in slips():
        if only is None or int(slip["number"]) == only:
            old, new = (slip[key].replace("@", "").replace("¶", "\n").replace("⇥", "\t") for key in ("old", "new"))
            if made[slip["file"]].count(old) != 1:
                raise ValueError(f"slip {slip['number']}: {old!r} does not stand exactly once")
            made[slip["file"]] = made[slip["file"]].replace(old, new)
    return made


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a meeting, each in its format."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        if path.suffix in PLAIN:
            path.write_text(text, encoding="utf-8")
        elif path.suffix == ".docx":
            _docx(path, text)
        else:
            _xlsx(path, text)


def _docx(path: Path, text: str) -> None:
    made = docx.Document()
    made.styles["Normal"].font.name = "仿宋"
    made.styles["Normal"].font.size = Pt(16)
    for block in _blocks(text):
        if isinstance(block, list):
            table = made.add_table(rows=0, cols=len(block[0]), style="Table Grid")
            for row in block:
                for cell, said in zip(table.add_row().cells, row, strict=True):
                    cell.text = said
            continue
        paragraph = made.add_paragraph(block.removeprefix("# ").removeprefix("> "))
        if block.startswith("# "):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
            paragraph.runs[0].font.size = Pt(22)
        elif block.startswith("> "):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.save(str(path))


def _xlsx(path: Path, text: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    first = True
    for line in text.splitlines():
        if line.startswith("== "):
            sheet = sheet if first else book.create_sheet()
            sheet.title = line.removeprefix("== ")
            first = False
        elif line.strip():
            sheet.append([int(cell) if cell.isdecimal() else cell for cell in line.split("\t")])
    book.save(str(path))


def _blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Lines, and runs of lines with tabs as tables."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


def main() -> None:
    """Write both folders anew."""
    files = sources()
    for folder, made in ((CLEAN, files), (SLIPPED, slipped(files))):
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, made)


if __name__ == "__main__":
    main()
