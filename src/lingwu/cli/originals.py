"""``lingwu originals``: the office's own texts that quotations are compared with."""

from __future__ import annotations

from pathlib import Path

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.config import NAME, Config
from lingwu.errors import ConfigError


@chinese_command("originals")
@click.argument("action", metavar="add", type=click.Choice(["add"]))
@click.argument("folder", metavar="文件夹", type=FilePath())
@click.option("--config", type=FilePath(), metavar="文件", help="记进哪个配置文件（默认：就近的 lingwu.toml）。")
def originals(action: str, folder: Path, config: Path | None) -> int:
    """添加本单位的引文原文：lingwu originals add 文件夹（其中每个文本文件是一种原文）。"""
    from lingwu.originals import add

    if not folder.is_dir():
        raise ConfigError(f"文件夹 {folder} 不存在。")
    click.echo(add(folder, config or _nearest()))
    return CLEAN


def _nearest() -> Path:
    """The lingwu.toml that holds here; where there is none, the one to make in this folder."""
    return Config.find(Path.cwd()).root.resolve() / NAME
