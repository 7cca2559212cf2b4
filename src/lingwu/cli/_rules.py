"""All rules that hold in the present folder, and the file that each is in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lingwu import own, registry
from lingwu.batch import Choice
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.rule import Rule


def settings(config: Path | None, rules: tuple[Path, ...]) -> Config:
    """The settings that hold here (or of the file ``config``), with nothing left out by them, and more rule folders."""
    found = Choice(config=config, rules=rules, no_baseline=True).settings(Path.cwd())
    return replace(found, select=(), ignore=())


def known(config: Config) -> tuple[Rule, ...]:
    """The rules of Lingwu and of the office, those between files among them, by code."""
    return tuple(sorted((*Checker(config).rules, *cross_rules()), key=lambda rule: rule.code))


def cross_rules() -> tuple[Rule, ...]:
    """The rules that hold places against each other, as rules of text are shown."""
    from lingwu import preflight, schedule

    return tuple(rule.as_rule() for rule in (*schedule.rules(), *preflight.rules()))


def files_of(rule: Rule, config: Config) -> list[Path]:
    """The files that make ``rule``: its own, or the lists of the office; none for a rule of another package."""
    if rule.code == own.WORDS:
        return [path for path in config.paths(config.words) if path.stem == rule.basis.clause]
    if rule.code == own.PHRASES:
        return config.paths(config.phrases)
    if rule.code == own.SETS:
        return config.paths(config.sets)
    crossed = [registry.RULES.parent / name / "checks" for name in ("schedule", "preflight")]
    folders = [*registry.RULES.iterdir(), *crossed, *config.paths(config.rules)]
    stem = rule.code.lower()
    return [path for folder in folders for path in folder.glob("*.py") if path.stem.startswith(stem)][:1]
