"""Many files: each read, checked and, where asked, mended and written; on all cores where that pays."""

from __future__ import annotations

import hashlib
import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import lingwu
from lingwu import fixer, formats, registry
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.document import Document
from lingwu.errors import ConfigError, LingwuError, WriteError, because
from lingwu.finding import Report, Safety, Severity
from lingwu.formats import Mode
from lingwu.inputs import Source
from lingwu.outputs import back_up, beside, refuse_existing, write_atomically
from lingwu.reporters import Checked
from lingwu.rule import Rule

if TYPE_CHECKING:
    from concurrent.futures import Executor

WORTH_A_POOL = 400_000
"""Bytes of text (a packed file counts four times) from which starting processes costs less than it saves."""


@dataclass(frozen=True)
class Choice:
    """What the command line adds to the office's settings; ``severity`` is the lowest that is shown."""

    config: Path | None = None
    no_config: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    baseline: Path | None = None
    no_baseline: bool = False
    severity: Severity = Severity.ADVICE

    def settings(self, folder: Path) -> Config:
        """The settings for files in ``folder``.

        Raises:
            ConfigError: its lingwu.toml is not as it should be, or a folder of rules is missing.
        """
        found = Config.load(self.config) if self.config else Config() if self.no_config else Config.find(folder)
        for path in self.rules:
            if not path.is_dir():
                raise ConfigError(f"规则文件夹 {path} 不存在。")
        baseline = str(self.baseline.absolute()) if self.baseline else found.baseline
        return replace(
            found,
            select=self.select or found.select,
            ignore=(*found.ignore, *self.ignore),
            rules=(*found.rules, *(str(path.absolute()) for path in self.rules)),
            baseline="" if self.no_baseline else baseline,
        )

    def shown(self, report: Report) -> Report:
        """``report`` without findings below the severity that is shown."""
        order = list(Severity)
        limit = order.index(self.severity)
        kept = tuple(f for f in report.findings if order.index(f.severity) <= limit)
        return report if len(kept) == len(report.findings) else replace(report, findings=kept)


@dataclass(frozen=True)
class Writing:
    """How a mended file is written; None: as suits the format (tracked where it can be)."""

    mode: Mode | None = None
    safety: Safety | None = None
    author: str = ""
    target: Path | None = None
    in_place: bool = False
    force: bool = False
    diff: bool = False


@dataclass(frozen=True)
class Task:
    """One file and what is to be done with it."""

    source: Source
    choice: Choice
    writing: Writing | None = None


@dataclass(frozen=True)
class Outcome:
    """What was done: the check, and what was written, or why it was not (``refused``).

    ``trace`` is the traceback of an unforeseen error.
    """

    checked: Checked
    trace: str = ""
    refused: str = ""
    written: str = ""
    backup: str = ""
    mode: str = ""
    changed: int = 0
    left: int = 0
    diff: str = ""

    @property
    def error(self) -> str:
        """Why the file could not be checked or could not be written; empty where all went well."""
        return self.checked.error or self.refused


@dataclass
class Workshop:
    """Checkers made ready, one for each set of settings; each process has its own."""

    choice: Choice
    _settings: dict[Path, Config] = field(default_factory=dict)
    _checkers: dict[Path, Checker] = field(default_factory=dict)

    def checker(self, folder: Path) -> Checker:
        """The checker for files in ``folder``.

        Raises:
            ConfigError: the settings, or something they name, are not as they should be.
        """
        if folder not in self._settings:
            self._settings[folder] = self.choice.settings(folder)
        config = self._settings[folder]
        if config.root not in self._checkers:
            self._checkers[config.root] = self._selected(Checker(config))
        return self._checkers[config.root]

    def known(self, folder: Path) -> dict[str, Rule]:
        """The rules for files in ``folder`` by code; none where its settings cannot be used (the file's error says)."""
        try:
            return {rule.code: rule for rule in self.checker(folder).rules}
        except ConfigError:
            return {}

    def _selected(self, checker: Checker) -> Checker:
        for prefix in self.choice.select:
            chosen = any(rule.code.startswith(prefix) for rule in checker.rules)
            if not chosen and not prefix.startswith(self.choice.ignore or ("?",)):
                raise ConfigError(f"没有代码是 {prefix} 或以它开头的规则；lingwu rules 列出全部规则。")
        return checker

    def do(self, task: Task) -> Outcome:
        """Read, check and write one file; whatever goes wrong becomes the outcome's error."""
        source, path = task.source, task.source.path
        try:
            if source.error:
                raise LingwuError(source.error)
            checker = self.checker(source.folder)
            doc = lingwu.read(path) if source.data is None else lingwu.read(source.data, source.name)
            report = self.choice.shown(checker.check(doc))
            outcome = Outcome(Checked(path, _bare(doc), report))
            return _mended(task, outcome, doc, report, checker) if task.writing else outcome
        except LingwuError as error:
            return Outcome(Checked(path, error=_named(path, error)))
        except Exception as error:  # no file may end the run of the others
            said = f"{path} 处理时程序内部出错（{type(error).__name__}: {error}），请将此文件报告给开发者。"
            return Outcome(Checked(path, error=said), trace=traceback.format_exc())


def mend(task: Task, outcome: Outcome, doc: Document, report: Report, checker: Checker) -> Outcome:
    """Fix ``doc`` and write it as the task says; nothing is written where there is nothing to say.

    Raises:
        WriteError: the format cannot be written so, the target exists, or its place cannot be written.
    """
    writing = task.writing or Writing()
    mode = writing.mode or default_mode(doc)
    safety = writing.safety or (Safety.SAFE if mode == "clean" else Safety.CONFIRM)
    fixed = fixer.fix(doc, report, safety, lambda mended: task.choice.shown(checker.check(mended)))
    changed = 0 if mode == "comments" else len(fixed.mended)
    outcome = replace(outcome, mode=mode, changed=changed, left=len(report.findings) - changed)
    if writing.diff:
        return replace(outcome, diff=_diff(task.source.path, doc.text, fixed.text))
    if not report.findings:
        return outcome
    target = _target(task, mode)
    data = lingwu.write(doc, fixed, mode, writing.author or checker.config.author)
    if hashlib.sha256(data).hexdigest() == doc.meta["digest"]:
        return outcome
    return _in_place(outcome, target, data, doc) if writing.in_place else _aside(outcome, target, data, writing)


def _mended(task: Task, outcome: Outcome, doc: Document, report: Report, checker: Checker) -> Outcome:
    try:
        return mend(task, outcome, doc, report, checker)
    except LingwuError as error:
        return replace(outcome, refused=_named(task.source.path, error))


def default_mode(doc: Document) -> Mode:
    """Tracked changes where the format has them, else the clean text."""
    form = next((form for form in registry.formats() if form.name == doc.meta.get("format")), None)
    return "clean" if form and form.modes and "tracked" not in form.modes else "tracked"


def run(tasks: Sequence[Task], jobs: int | None = None, shop: Workshop | None = None) -> Iterator[Outcome]:
    """The outcomes of all tasks in their order, on ``jobs`` processes (None: as many as pay).

    Processes are started at once, before the caller may start threads of its own. ``shop``, where given, is the one of
    the tasks' choice; it does the work where this process does it alone.

    Raises:
        LingwuError: a process was ended from outside.
    """
    count = min(len(tasks), jobs or _worth(tasks))
    if count <= 1:
        return _one_by_one(tasks, shop)
    from concurrent.futures import ProcessPoolExecutor

    registry.rules()  # loaded once here, a forked process has them at hand
    pool = ProcessPoolExecutor(count, initializer=_start)
    return _drain(pool, pool.map(_work, tasks, chunksize=max(1, min(16, len(tasks) // (count * 8)))))


def _one_by_one(tasks: Sequence[Task], shop: Workshop | None) -> Iterator[Outcome]:
    shops = {shop.choice: shop} if shop else {}
    for task in tasks:
        yield shops.setdefault(task.choice, Workshop(task.choice)).do(task)


def _drain(pool: Executor, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield from outcomes
    except BrokenProcessPool as error:
        raise LingwuError("检查进程意外终止（多半是内存不足），请加 --jobs 1 再试。") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _start() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends a worker without a traceback


def _work(task: Task) -> Outcome:
    return _shop(task.choice).do(task)


@lru_cache(maxsize=1)
def _shop(choice: Choice) -> Workshop:
    """The workshop of this worker process, which lives no longer than one run."""
    return Workshop(choice)


def _worth(tasks: Sequence[Task]) -> int:
    plain = (".txt", ".md", ".text", ".markdown")
    weights = [task.source.size() * (1 if task.source.path.lower().endswith(plain) else 4) for task in tasks]
    if sum(weights) < WORTH_A_POOL:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _aside(outcome: Outcome, target: Path, data: bytes, writing: Writing) -> Outcome:
    form = formats.format_of(data, target.suffix.lower(), target.name)
    if writing.target is None and form.name != "txt" and target.suffix.lower() not in form.suffixes:
        target = target.with_suffix(form.suffixes[0])  # an old format is written as the one it was converted to
    refuse_existing(target, writing.force)
    write_atomically(target, data)
    return replace(outcome, written=str(target))


def _in_place(outcome: Outcome, target: Path, data: bytes, doc: Document) -> Outcome:
    try:
        original = target.read_bytes()
    except OSError as error:
        raise WriteError(f"{target} 读不出来（{because(error)}），没有改动。") from error
    if hashlib.sha256(original).hexdigest() != doc.meta["digest"]:
        raise WriteError(f"{target} 在检查期间被改动过，没有覆盖，请重新运行。")
    backup = back_up(target, original)
    write_atomically(target, data)
    return replace(outcome, written=str(target), backup=str(backup))


def _target(task: Task, mode: Mode) -> Path:
    writing, path = task.writing or Writing(), Path(task.source.path)
    if task.source.data is not None and (writing.target is None or writing.in_place):
        raise WriteError("标准输入没有文件名，请用 --output 指明写到哪里，或用 --diff 只看改动。")
    if writing.in_place:
        return path
    target = writing.target or beside(path, mode)
    if os.path.realpath(target) == os.path.realpath(path):
        raise WriteError(f"{target} 就是原文件；要改原文件请用 --in-place（会留备份）。")
    return target


def _diff(path: str, old: str, new: str) -> str:
    import difflib

    def lines(text: str) -> list[str]:
        return [line if line.endswith("\n") else line + "\n" for line in text.replace("\r\n", "\n").splitlines(True)]

    return "".join(difflib.unified_diff(lines(old), lines(new), path, f"{path}（改后）", n=1))


def _bare(doc: Document) -> Document:
    """``doc`` without what only its writer needs, light enough to be sent between processes."""
    meta = {key: doc.meta[key] for key in ("path", "format", "tables", "cells") if key in doc.meta}
    return replace(doc, meta=meta, origin=None, _memo={})


def _named(path: str, error: LingwuError) -> str:
    """The error's sentence, with the file's name before it where it is about the file and does not say so itself."""
    said = str(error)
    return said if path in said or path == "-" or isinstance(error, ConfigError) else f"{path}：{said}"
