"""Finds rules and formats: the folders of the package, entry points of other packages, an office's own folder.

Nothing is listed by hand. A rule's file is named ``<code>_<what>.py`` in lower case and holds one ``rule``; a format is
a module or package in ``formats`` that holds one ``format``.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from lingwu.errors import ConfigError, because
from lingwu.rule import Rule

RULES = Path(__file__).parent / "rules"
FORMATS = Path(__file__).parent / "formats"


def rules() -> tuple[Rule, ...]:
    """All rules that come with Lingwu or with installed packages (entry point group ``lingwu.rules``), by code."""
    found = [_rule(module) for module in _rule_modules()]
    found += _plugged_in("lingwu.rules")
    return tuple(sorted(found, key=lambda rule: rule.code))


def rules_in(folder: Path) -> tuple[Rule, ...]:
    """The rules of an office's own folder: each ``.py`` file in it that holds a ``rule``.

    Raises:
        ConfigError: the folder is missing, or a file in it cannot be loaded or holds no rule.
    """
    if not folder.is_dir():
        raise ConfigError(f"规则文件夹 {folder} 不存在。")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise ConfigError(f"规则文件夹 {folder} 打不开（没有权限）。")
    return tuple(rule_in(path) for path in files_in(folder))


def files_in(folder: Path) -> list[Path]:
    """The rule files of an office's own folder, by name."""
    return sorted(folder.glob("[!_]*.py"))


def rule_in(path: Path) -> Rule:
    """The rule of one file.

    Raises:
        ConfigError: the file cannot be loaded or holds no rule.
    """
    return _rule(_load(path))


def formats(likely: str = "") -> Iterator[Any]:
    """All formats that come with Lingwu or with installed packages (entry point group ``lingwu.formats``).

    The one whose module is named ``likely`` comes first: whoever finds what he wants there loads no other.
    """
    names = sorted(info.name for info in pkgutil.iter_modules([str(FORMATS)]) if not info.name.startswith("_"))
    for name in sorted(names, key=lambda name: name != likely):
        module = importlib.import_module(f"lingwu.formats.{name}")
        if hasattr(module, "format"):
            yield module.format
    yield from _plugged_in("lingwu.formats")


def _plugged_in(group: str) -> list[Any]:
    """What installed packages offer under an entry point group.

    ``importlib.metadata`` alone takes a tenth of the start of the command, so it is asked only where some package on
    the path names such a group.
    """
    files = (file for folder in sys.path for file in Path(folder or ".").glob("*.dist-info/entry_points.txt"))
    if not any(f"[{group}]" in file.read_text(encoding="utf-8", errors="replace") for file in files):
        return []
    from importlib.metadata import entry_points

    return [entry.load() for entry in entry_points(group=group)]


def _rule_modules() -> Iterator[ModuleType]:
    for family in sorted(path for path in RULES.iterdir() if path.is_dir() and not path.name.startswith("_")):
        for info in pkgutil.iter_modules([str(family)]):
            yield importlib.import_module(f"lingwu.rules.{family.name}.{info.name}")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"lingwu_own_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ConfigError(f"规则文件 {path} 不是 Python 文件。")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ConfigError(f"规则文件 {path} 加载不了：{because(error)}。") from error
    return module


def _rule(module: ModuleType) -> Rule:
    rule = getattr(module, "rule", None)
    if not isinstance(rule, Rule):
        raise ConfigError(f"规则文件 {module.__file__} 里没有名为 rule 的 Rule。")
    return replace(rule, explanation=(module.__doc__ or "").strip())
