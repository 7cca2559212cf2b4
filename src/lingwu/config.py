"""The office's own settings: lingwu.toml, found upward from the file that is checked."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lingwu.errors import ConfigError, because
from lingwu.finding import Severity

NAME = "lingwu.toml"
LIST = '["甲", "乙"]（方括号里是带引号的字，用逗号隔开）。'
EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "baseline": 'baseline = "lingwu-baseline.json"',
        "author": 'author = "区政府办公室"',
        "severity": '[severity] 下面一行 PUN001 = "建议"',
        "spelling": '[spelling] 下面一行 model = "模型.onnx"',
        "per_path_ignores": '[per-path-ignores] 下面一行 "旧文件/*" = ["DAT"]',
        "typeset": "[typeset] 下面一行 line-pitch = 28",
    }
)


@dataclass(frozen=True)
class Config:
    """Which rules run, how severe they are, and the words of the office.

    ``select`` and ``ignore`` name codes or their beginnings (``PUN``, ``PUN003``; empty ``select``: all), ``ignore``
    wins. ``per_path_ignores`` maps glob patterns to codes. ``severity`` maps codes to 差错, 疑似 or 建议. ``words`` are
    paths of own word lists, ``phrases`` of lists of phrases whose wording is fixed, ``sets`` of lists of enumerations
    whose members and order are fixed, ``accept`` are words that are never a slip, ``rules`` folders of own rules,
    ``originals`` folders of own texts that quotations are compared with, ``baseline`` a file of accepted fingerprints.
    ``preview`` names rules on trial that run only where they are asked for, here or by ``select``. ``spelling`` names
    a larger model for a second opinion on wrong characters (see ``spelling.opinion``).
    ``typeset`` holds what the unit's layout overrides (see ``gbt9704.profile``).
    Paths are relative to ``root``, the folder of the file.
    """

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    per_path_ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    severity: Mapping[str, str] = field(default_factory=dict)
    words: Sequence[str] = ()
    phrases: Sequence[str] = ()
    sets: Sequence[str] = ()
    accept: Sequence[str] = ()
    rules: Sequence[str] = ()
    originals: Sequence[str] = ()
    preview: Sequence[str] = ()
    baseline: str = ""
    author: str = "零误"
    spelling: Mapping[str, str] = field(default_factory=dict)
    typeset: Mapping[str, Any] = field(default_factory=dict)
    root: Path = field(default_factory=Path)

    @classmethod
    def load(cls, path: Path) -> Config:
        """Read a lingwu.toml.

        Raises:
            ConfigError: it is not TOML, or has a key or a value that is not known.
        """
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"配置文件 {path} 读不出来：{because(error)}。") from error
        return cls(**_checked(path, data), root=path.parent)

    @classmethod
    def find(cls, start: Path) -> Config:
        """The lingwu.toml in the folder of ``start`` or the nearest above it; the defaults where there is none."""
        start = Path(os.path.realpath(start))
        for folder in (start if os.path.isdir(start) else start.parent, *start.parents):  # noqa: PTH112
            if os.path.isfile(folder / NAME):  # noqa: PTH113 - unlike Path's, it never raises
                return cls.load(folder / NAME)
        return cls()

    def wants(self, code: str, path: str = "") -> bool:
        """Whether the rule ``code`` runs, on the file ``path`` where one is given."""
        if self.select and not code.startswith(tuple(self.select)):
            return False
        ignored = [*self.ignore]
        for glob, codes in self.per_path_ignores.items():
            if path and self._matches(path, glob):
                ignored += codes
        return not (ignored and code.startswith(tuple(ignored)))

    def severity_of(self, code: str, usual: Severity) -> Severity:
        """The severity the office gives to ``code``: the longest matching key wins."""
        keys = [key for key in self.severity if code.startswith(key)]
        return Severity(self.severity[max(keys, key=len)]) if keys else usual

    def paths(self, names: Sequence[str]) -> list[Path]:
        """``names`` as paths below ``root``."""
        return [self.root / name for name in names]

    def accepted(self) -> frozenset[str]:
        """The fingerprints of the baseline file.

        Raises:
            ConfigError: the baseline is named but cannot be read.
        """
        if not self.baseline:
            return frozenset()
        path = self.root / self.baseline
        try:
            return frozenset(json.loads(path.read_text(encoding="utf-8"))["accepted"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"基线文件 {path} 读不出来：{because(error)}。可用 lingwu baseline 重新生成。") from error

    def _matches(self, path: str, glob: str) -> bool:
        try:
            inner = Path(path).resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            inner = Path(path).as_posix()
        return fnmatch(inner, glob) or fnmatch(Path(path).name, glob)


def _is_as_wanted(key: str, value: Any) -> bool:
    if key in {"baseline", "author"}:
        return isinstance(value, str)
    if key in {"severity", "spelling", "typeset"}:
        return isinstance(value, dict)
    if key == "per_path_ignores":
        return isinstance(value, dict) and all(map(_are_words, value.values()))
    return _are_words(value)


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _checked(path: Path, data: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {item.name: item for item in fields(Config) if item.name != "root"}
    found = {key.replace("-", "_"): value for key, value in data.items()}
    for key, value in found.items():
        if key not in kinds:
            known = "、".join(name.replace("_", "-") for name in kinds)
            raise ConfigError(f"配置文件 {path} 里的“{key}”不认识；可用的有：{known}。")
        if not _is_as_wanted(key, value):
            raise ConfigError(f"配置文件 {path} 里“{key.replace('_', '-')}”的写法不对，应如：{EXAMPLES.get(key, LIST)}")
    for level in found.get("severity", {}).values():
        if level not in list(Severity):
            raise ConfigError(f"配置文件 {path} 里的等级“{level}”不认识；可用的有：差错、疑似、建议。")
    return found
