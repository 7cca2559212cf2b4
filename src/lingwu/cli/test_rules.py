"""``lingwu test-rules``: an office's own word lists, phrases and rules prove themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lingwu import registry
from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import FilePath, chinese_command
from lingwu.config import NAME, Config
from lingwu.errors import ConfigError
from lingwu.reporters._suggestions import printable, visible

if TYPE_CHECKING:
    from lingwu.selftest import Remark

NOTHING = (
    "没有可检验的东西：lingwu.toml 里没有 words、phrases、sets 或 rules；也可直接指明 .tsv 词表、.py 规则文件或文件夹。"
)
EPILOG = "返回值：0 都合格（只有“留意”也是 0），1 有不合格的，2 有文件读不出来或命令有误。"
Test = Callable[[Path], Iterable["Remark"]]


@dataclass(frozen=True)
class Piece:
    """One file to be tested, and how."""

    path: Path
    test: Test


@chinese_command("test-rules", EPILOG)
@click.argument("paths", metavar="[路径…]", nargs=-1)
@click.option("--config", type=FilePath(), metavar="文件", help="检验这个配置文件里的（默认：就近的 lingwu.toml）。")
@click.option("--rules", type=FilePath(), metavar="文件夹", multiple=True, help="另检验这个文件夹里的规则。")
def test_rules(paths: Sequence[str], config: Path | None, rules: Sequence[Path]) -> int:
    """检验本单位的词表、固定提法、成组表述和规则：错例都查得出、改得对，对例都不报。"""
    pieces = {piece.path: piece for piece in _pieces([Path(path) for path in paths], config, rules)}
    if not pieces:
        raise ConfigError(NOTHING)
    failed = wrong = doubts = 0
    for piece in pieces.values():
        try:
            remarks = list(piece.test(piece.path))
        except ConfigError as error:
            failed += 1
            click.echo(printable(str(error)), err=True)
            continue
        wrong += sum(remark.fails for remark in remarks)
        doubts += sum(not remark.fails for remark in remarks)
        for line in _told(piece.path, remarks):
            click.echo(line)
    if failed < len(pieces):
        click.echo(f"检验了 {len(pieces) - failed} 个文件：{_counted(wrong, doubts)}。")
    return FAILED if failed else FOUND if wrong else CLEAN


def _pieces(paths: Sequence[Path], config: Path | None, rules: Sequence[Path]) -> Iterator[Piece]:
    if config or not (paths or rules):
        yield from _of_config(Config.load(config) if config else Config.find(Path.cwd()))
    for path in paths:
        yield from _of_path(path)
    for folder in rules:
        yield from _of_rules(folder)


def _of_config(config: Config) -> Iterator[Piece]:
    from lingwu import selftest

    yield from (Piece(path, selftest.of_words) for path in config.paths(config.words))
    yield from (Piece(path, selftest.of_phrases) for path in config.paths(config.phrases))
    yield from (Piece(path, selftest.of_sets) for path in config.paths(config.sets))
    for folder in config.paths(config.rules):
        yield from _of_rules(folder)


def _of_rules(folder: Path) -> Iterator[Piece]:
    from lingwu import selftest

    if not folder.is_dir():
        raise ConfigError(f"规则文件夹 {folder} 不存在。")
    yield from (Piece(path, selftest.of_rule_file) for path in registry.files_in(folder))


def _of_path(path: Path) -> Iterator[Piece]:
    from lingwu import selftest

    if path.is_dir():
        settings = path / NAME
        lists = sorted(path.glob("[!.]*.tsv"))
        yield from _of_config(Config.load(settings)) if settings.is_file() else ()
        yield from (piece for one in lists for piece in _of_path(one))
        yield from _of_rules(path)
    elif path.suffix == ".toml":
        yield from _of_config(Config.load(path))
    elif path.suffix == ".py":
        yield Piece(path, selftest.of_rule_file)
    elif path.suffix == ".tsv":
        yield Piece(path, selftest.test_of(path))
    else:
        raise ConfigError(f"{path} 不能检验；可以是 lingwu.toml、.tsv 词表、.py 规则文件，或放它们的文件夹。")


def _told(path: Path, remarks: Sequence[Remark]) -> Iterator[str]:
    wrong = sum(remark.fails for remark in remarks)
    sign, style = ("✗", "red") if wrong else ("✓", "green")
    yield click.style(f"{sign} {_shown(path)}：{_counted(wrong, len(remarks) - wrong)}", fg=style)
    for remark in remarks:
        hint = "" if remark.fails else "留意："
        yield f"    {_shown(path)}:{remark.line}：{hint}{visible(remark.said)}"


def _shown(path: Path) -> str:
    """The path as seen from the present folder, where it lies below it."""
    here = Path.cwd()
    return printable(str(path.relative_to(here) if path.is_relative_to(here) else path))


def _counted(wrong: int, doubts: int) -> str:
    said = f"{wrong} 处不合格" if wrong else "合格"
    return f"{said}，{doubts} 处请留意" if doubts else said
