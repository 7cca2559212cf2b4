"""The made corpus of tests/corpus: its documents, the slips placed in them, and what the rules say of them.

Beside ``<kind>/<stem>.txt`` (or .md, or .docx.txt, which stands for a Word file) lie ``<stem>.slips.tsv``, written by
hand (line, text, right, family), and ``<stem>.expected.json``, the snapshot of all findings, one a line.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import docx as python_docx

import lingwu
from lingwu.document import Document, Span
from lingwu.finding import Finding

CORPUS = Path(__file__).parent / "corpus"
Row = tuple[str, str, int, int, str, str | None]
"""Code, severity, line, column, text and first suggestion of one finding."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that stands in a document on purpose; ``span`` holds ``text``, where ``right`` should stand."""

    line: int
    text: str
    right: str
    family: str
    span: Span

    def touched_by(self, finding: Finding) -> bool:
        """Whether the finding, or its first fix, lies on the slip or at its edge."""
        spans = [finding.span, *(edit.span for fix in finding.fixes[:1] for edit in fix.edits)]
        return any(_meet(span, self.span) for span in spans)


@dataclass(frozen=True)
class Member:
    """One document of the corpus. Its slips' lines are lines of ``path``, a Word file's table row one line."""

    path: Path

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.stem}"

    @property
    def stem(self) -> str:
        return self.path.name.partition(".")[0]

    @property
    def expected_path(self) -> Path:
        return self.path.with_name(f"{self.stem}.expected.json")

    @property
    def slips_path(self) -> Path:
        return self.path.with_name(f"{self.stem}.slips.tsv")

    @cached_property
    def document(self) -> Document:
        if self.path.name.endswith(".docx.txt"):
            return lingwu.read(packed(self.path.read_text(encoding="utf-8")), f"{self.stem}.docx")
        return lingwu.read(self.path)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The placed slips, in order.

        Raises:
            ValueError: a slip's text does not stand exactly once on its line.
        """
        with self.slips_path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        return tuple(self._slip(int(row["line"]), row["text"], row["right"], row["family"]) for row in rows)

    def _slip(self, line: int, text: str, right: str, family: str) -> Slip:
        start, end = self._lines[line - 1]
        found = [m.start() for m in re.finditer(re.escape(text), self.document.text[start:end])] if text else []
        if len(found) != 1:
            raise ValueError(f"{self.name}: “{text}” stands {len(found)} times on line {line}")
        return Slip(line, text, right, family, Span(start + found[0], start + found[0] + len(text)))

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Where each line of the file lies in the document's text (the cells of a row lie one after another)."""
        text = self.document.text
        if not self.path.name.endswith(".docx.txt"):
            return [m.span() for m in re.finditer(r"[^\n]*\n?", text)]
        places, at = [], 0
        for line in self.path.read_text(encoding="utf-8").splitlines():
            start = at
            for piece in _cells(line):
                at = text.index(piece, at) + len(piece)
            places.append((start, at))
        return places

    def rows(self, findings: tuple[Finding, ...]) -> list[Row]:
        """The findings as they are kept in the snapshot."""
        return sorted((_row(self.document, finding) for finding in findings), key=lambda row: (row[2], row[3], row[0]))

    def expected(self) -> list[Row]:
        """The rows of the snapshot; none where it has not been made yet."""
        if not self.expected_path.exists():
            return []
        return [_as_row(row) for row in json.loads(self.expected_path.read_text(encoding="utf-8"))]

    def update(self, rows: list[Row]) -> None:
        """Write the snapshot, one finding a line."""
        inside = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        self.expected_path.write_text(f"[\n{inside}\n]\n" if rows else "[]\n", encoding="utf-8", newline="\n")


def members() -> Iterator[Member]:
    """All documents of the corpus, by name."""
    paths = (path for path in CORPUS.glob("*/*") if path.suffix in {".txt", ".md"})
    return (Member(path) for path in sorted(paths))


def packed(source: str) -> bytes:
    """A Word file of ``source``: a paragraph for each line, a table for lines that begin with “|”."""
    made = python_docx.Document()
    for is_table, group in groupby(source.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            rows = [_cells(line) for line in group]
            table = made.add_table(rows=len(rows), cols=len(rows[0]))
            for number, cells in enumerate(rows):
                for cell, text in zip(table.rows[number].cells, cells, strict=True):
                    cell.text = text
        else:
            for line in group:
                made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _cells(line: str) -> list[str]:
    return line.strip("|").split("|") if line.startswith("|") else [line]


def _row(doc: Document, finding: Finding) -> Row:
    line, column = doc.line_column(finding.span.start)
    new = finding.fixes[0].edits[0].new if finding.fixes else None
    return finding.code, str(finding.severity), line, column, finding.span.of(doc.text), new


def _as_row(kept: list[object]) -> Row:
    code, severity, line, column, text, new = kept
    return str(code), str(severity), int(str(line)), int(str(column)), str(text), None if new is None else str(new)


def _meet(one: Span, other: Span) -> bool:
    if one and other:
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end
