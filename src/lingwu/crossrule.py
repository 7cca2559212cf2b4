"""A rule that holds places against each other: events of a schedule, the files of one meeting.

It is to a ``Rule`` what comparing is to reading: one file with code, basis, message and explanation, and examples that
prove it. Its examples are changes of a sample that is itself without a slip, so that each shows exactly one thing.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, TypeVar

from lingwu.config import Config
from lingwu.document import Document, Span
from lingwu.finding import Basis, Finding, Mention, Safety, Severity, Strength
from lingwu.rule import Rule, whole

__all__ = ["Basis", "Change", "CrossRule", "Quote", "Severity", "Slip", "Strength", "changed", "findings", "in_package"]

W = TypeVar("W")
Change = tuple[str, str, str]
"""A file of the sample, a piece of its text, and what stands there instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """A piece of a document: what is held against another."""

    doc: Document
    span: Span

    @property
    def path(self) -> str:
        """The path of the file."""
        return str(self.doc.meta.get("path", ""))

    @property
    def file(self) -> str:
        """The name of the file."""
        return Path(self.path).name

    @property
    def raw(self) -> str:
        """The words as they stand."""
        return self.span.of(self.doc.text)

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.raw.split())

    @property
    def place(self) -> str:
        """Where they stand in the file: 第3行第5字, 单元格 B3; 全文 where the file as such is meant (an empty span)."""
        return self.doc.place(self.span.start) if self.span else "全文"

    def part(self, start: int, end: int) -> Quote:
        """The piece ``start:end`` of this piece."""
        return Quote(self.doc, Span(self.span.start + start, self.span.start + end))

    def mention(self) -> Mention:
        """This piece as the other place of a finding."""
        return Mention(self.path, self.span, self.place, self.text)


@dataclass(frozen=True, slots=True)
class Slip:
    """What a cross rule finds: ``at`` is wrong or doubtful in the light of ``others``; ``says`` fills the message."""

    at: Quote
    others: tuple[Quote, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CrossRule(Generic[W]):
    """A stateless reporter of one kind of slip between places.

    ``find`` takes the whole (a schedule, a meeting) and yields slips. ``message`` may use ``{text}`` (the words at the
    place), ``{other}`` and ``{file}`` (words and file of the first other place) and the fields of ``Slip.says``.
    ``bad`` are changes of the sample each of which gives exactly one finding, of this rule; ``good`` are changes after
    which there is still none.
    """

    code: str
    title: str
    basis: Basis
    message: str
    find: Callable[[W], Iterable[Slip]]
    bad: Sequence[Sequence[Change]]
    good: Sequence[Sequence[Change]]
    severity: Severity = Severity.DOUBT
    since: str = "0.1"
    explanation: str = field(default="", compare=False)

    def says(self, slip: Slip) -> str:
        """The message for one slip."""
        first = slip.others[0] if slip.others else slip.at
        return self.message.format_map({"text": slip.at.text, "other": first.text, "file": first.file, **slip.says})

    def as_rule(self) -> Rule:
        """This rule as pages, listings and reporters show rules."""
        return Rule(
            code=self.code,
            title=self.title,
            basis=self.basis,
            message=self.message,
            find=whole(lambda doc: ()),
            bad={shown(changes): None for changes in self.bad},
            good=[shown(changes) for changes in self.good],
            severity=self.severity,
            safety=Safety.SHOW,
            since=self.since,
            explanation=self.explanation,
        )


def shown(changes: Sequence[Change]) -> str:
    """Changes of a sample as one line: 通知.txt：“3月12日”写成“3月13日”."""
    said = []
    for file, old, new in changes:
        if not new:
            said.append(f"{file}：少了“{old}”")
        elif old in new:
            said.append(f"{file}：“{new}”")
        else:
            said.append(f"{file}：“{old}”写成“{new}”")
    return "；".join(said).replace("\n", "¶")


def changed(sample: Mapping[str, str], changes: Sequence[Change]) -> dict[str, str]:
    """The files of a sample after ``changes``.

    Raises:
        ValueError: a change names a text that does not stand exactly once in its file.
    """
    files = dict(sample)
    for file, old, new in changes:
        if files[file].count(old) != 1:
            raise ValueError(f"{file}: {old!r} stands {files[file].count(old)} times")
        files[file] = files[file].replace(old, new)
    return files


def in_package(package: ModuleType) -> tuple[CrossRule[Any], ...]:
    """The cross rules of a package, one to a module, by code."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_"))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(replace(module.rule, explanation=(module.__doc__ or "").strip()) for module in modules)


def findings(rules: Iterable[CrossRule[W]], of: W, config: Config) -> tuple[dict[str, list[Finding]], list[str]]:
    """What ``rules`` say of the whole ``of``, by the path of the file, and notes on rules that crashed."""
    found: dict[str, list[Finding]] = {}
    notes = []
    accepted = config.accepted()
    for rule in rules:
        if not config.wants(rule.code):
            continue
        try:
            made = [(slip.at.path, _finding(rule, slip, config)) for slip in rule.find(of)]
        except Exception as error:  # one rule's crash must not take the report with it
            notes.append(f"规则 {rule.code} 运行出错，已跳过（{type(error).__name__}: {error}）。")
            continue
        for path, finding in made:
            kept = found.setdefault(path, [])
            if finding.fingerprint not in accepted and all(one.fingerprint != finding.fingerprint for one in kept):
                kept.append(finding)
    return found, notes


def _finding(rule: CrossRule[Any], slip: Slip, config: Config) -> Finding:
    return Finding(
        code=rule.code,
        span=slip.at.span,
        message=rule.says(slip),
        severity=config.severity_of(rule.code, rule.severity),
        basis=rule.basis,
        fingerprint=_fingerprint(rule.code, slip),
        related=tuple(_each(quote.mention() for quote in slip.others)),
    )


def _each(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Each place once."""
    seen = set()
    for mention in mentions:
        if (mention.path, mention.span) not in seen:
            seen.add((mention.path, mention.span))
            yield mention


def _fingerprint(code: str, slip: Slip) -> str:
    """Names the slip by what stands at its places and what is said of it, not by where these are.

    Of one room booked three times the words are the same, and only what is said tells the pairs apart.
    """
    line = slip.at.doc.block_at(slip.at.span.start)
    around = line.span.of(slip.at.doc.text).strip() if line else ""
    others = sorted(f"{quote.file}\0{quote.text}" for quote in slip.others)
    says = (f"{key}\0{value}" for key, value in sorted(slip.says.items()))
    said = "\0".join((code, slip.at.file, slip.at.text, around, *others, *says))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
