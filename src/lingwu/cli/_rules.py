"""All rules that hold in the present folder, and the file that each is in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lingwu import registry
from lingwu.checker import Checker
from lingwu.config import Config
from lingwu.rule import Rule


def known() -> tuple[Rule, ...]:
    """The rules of Lingwu and of the office whose lingwu.toml holds here, by code; none is left out by its settings."""
    return tuple(sorted(Checker(_everything()).rules, key=lambda rule: rule.code))


def file_of(code: str) -> Path | None:
    """The file that holds the rule ``code``; None for a rule of another package."""
    config = _everything()
    folders = [*registry.RULES.iterdir(), *config.paths(config.rules)]
    stem = code.lower()
    return next((path for folder in folders for path in folder.glob("*.py") if path.stem.startswith(stem)), None)


def _everything() -> Config:
    return replace(Config.find(Path.cwd()), select=(), ignore=(), baseline="")
