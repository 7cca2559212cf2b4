"""Reads the tables of this package: comments, a head, then rows of tab-separated cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lingwu.errors import ConfigError, because


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by the names of its head, each with its line number.

    Raises:
        ConfigError: the file cannot be read, has no head, or a row has too few cells.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"数据文件 {path} 读不出来：{because(error)}。") from error
    said = [(at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not said:
        raise ConfigError(f"数据文件 {path} 里没有内容，第一行应是各列的名称。")
    names = said[0][1].split("\t")
    for at, line in said[1:]:
        cells = line.split("\t")
        if len(cells) < len(names):
            raise ConfigError(f"数据文件 {path} 第 {at} 行只有 {len(cells)} 列，应有 {len(names)} 列（用制表符分开）。")
        yield at, dict(zip(names, cells, strict=False))


def about(path: Path) -> dict[str, list[str]]:
    """What the comments at the top say by ``key: value``."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        key, colon, value = line.lstrip("# ").partition(": ")
        if not line.startswith("#"):
            break
        if colon:
            found.setdefault(key, []).append(value)
    return found
