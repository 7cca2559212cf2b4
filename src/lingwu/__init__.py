"""Lingwu 零误: finds, explains and mends the slips of Chinese official documents, offline.

>>> import lingwu
>>> report = lingwu.check("发文字号为国办发[2024]3号。")
>>> [finding.code for finding in report.findings]
['STR003']
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from lingwu import fixer, formats
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.document import Block, Document, Kind, Place, Role, Span
from lingwu.errors import LingwuError, ReadError, WriteError
from lingwu.finding import Basis, Edit, Finding, Fix, Report, Safety, Severity, Strength
from lingwu.fixer import Fixed
from lingwu.formats import Mode
from lingwu.structure.roles import with_roles

__version__ = "0.1.0"
__all__ = [
    "Basis", "Block", "Checker", "Config", "Document", "Edit", "Finding", "Fix", "Fixed", "Kind", "LingwuError",
    "Place", "ReadError", "Report", "Role", "Safety", "Severity", "Span", "Strength", "WriteError", "check", "fix",
    "read", "write",
]  # fmt: skip


def read(source: Path | str | bytes, name: str = "") -> Document:
    """Read a file, given by its path or as its bytes (``name`` then tells the suffix, where known).

    Raises:
        ReadError: the file cannot be read; the error's text is one Chinese sentence that says why.
    """
    return formats.read(source, name)


def check(document: Document | str, config: Config | None = None) -> Report:
    """Check a document, or a plain text, by all rules that ``config`` wants.

    Raises:
        ConfigError: a word list, a rule folder or the baseline that ``config`` names cannot be read.
    """
    return Checker(config).check(_document(document))


def fix(
    document: Document | str,
    report: Report | None = None,
    safety: Safety = Safety.SAFE,
    config: Config | None = None,
) -> Fixed:
    """Mend what may be mended up to ``safety``; every fix is checked again and taken back if it brings a new slip."""
    checker, doc = Checker(config), _document(document)
    report = checker.check(doc) if report is None else report
    return fixer.fix(doc, report, safety, checker.check)


def write(document: Document, fixed: Fixed, mode: Mode = "tracked", author: str = "零误") -> bytes:
    """The file of ``document`` with the fixes of ``fixed``: as tracked changes, as comments, or clean.

    Raises:
        WriteError: the file's format cannot be written in this mode.
    """
    date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return formats.write(document, formats.Changes(fixed.edits, fixed.mended, fixed.left, author, date), mode)


def _document(source: Document | str) -> Document:
    return with_roles(Document(source)) if isinstance(source, str) else source
