"""Reporters: how what was found is shown. Each reporter is one module beside this file, named as the user names it.

A reporter's module holds ``reporter``, an object of the protocol ``Reporter``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TextIO

from lingwu.document import Document
from lingwu.finding import Report
from lingwu.rule import Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file: its document and report, or the sentence that says why there is none."""

    path: str
    doc: Document | None = None
    report: Report | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an overview: ``state`` is "" (says nothing), "same" (agrees), "odd" (differs) or "lacks" (missing)."""

    text: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of an overview."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands above the findings of several files that belong together: who says what."""

    title: str
    subtitle: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reporter knows besides the files: the rule of a code, when the check was made, whether to be brief.

    ``statistics`` asks for the verdict where the reporter does not show it anyway. ``overview`` is shown above the
    findings, where there is one.
    """

    rule: Callable[[str], Rule | None] = lambda code: None
    when: datetime = field(default_factory=lambda: datetime.now().astimezone())
    quiet: bool = False
    statistics: bool = False
    overview: Overview | None = None


class Reporter(Protocol):
    """One way to show what was found.

    ``write`` takes the files as they come, so that a stream can be shown as it goes. ``escape`` is the error handler of
    ``codecs`` for a stream that cannot show every character; ``plain`` says that the output must then be ASCII.
    """

    suffix: str
    escape: str
    plain: bool

    def write(self, checked: Iterable[Checked], out: TextIO, setting: Setting) -> None:
        """Write all of ``checked`` to ``out``."""


def names() -> tuple[str, ...]:
    """The names of all reporters, in alphabetical order."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


def reporter(name: str) -> Reporter:
    """The reporter ``name``, one of ``names()``; only its own module is loaded."""
    found: Reporter = importlib.import_module(f"{__name__}.{name}").reporter
    return found
