"""``lingwu accept``: accept single findings by their fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from lingwu.baseline import NAME, load, not_fingerprints, save
from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_command
from lingwu.config import Config
from lingwu.errors import ConfigError


@chinese_command("accept")
@click.argument("fingerprints", metavar="指纹…", nargs=-1, required=True)
@click.option("--baseline", type=FilePath(), metavar="文件", help=f"记进哪个基线文件（默认：配置里的，或 {NAME}）。")
def accept(fingerprints: Sequence[str], baseline: Path | None) -> int:
    """接受某几处问题（指纹见 lingwu check 的结果），以后不再报。"""
    wrong = not_fingerprints(fingerprints)
    if wrong:
        raise ConfigError(f"{'、'.join(wrong)} 不是指纹；指纹是 12 位数字和字母 a–f，在 lingwu check 的结果里。")
    config = Config.find(Path.cwd())
    path = baseline or (config.root / config.baseline if config.baseline else Path(NAME))
    known = load(path)
    save(path, known | set(fingerprints))
    new = len(set(fingerprints) - known)
    hint = "" if baseline or config.baseline else f'在 lingwu.toml 里写 baseline = "{NAME}" 即生效。'
    click.echo(f"{path}：新接受 {new} 处，共 {len(known) + new} 处。{hint}")
    return CLEAN
