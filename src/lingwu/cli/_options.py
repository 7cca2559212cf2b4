"""Options that several commands share, and the choice they make together."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from lingwu.batch import Choice
from lingwu.cli._chinese import ChineseCommand, ChineseCommands
from lingwu.finding import Severity

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class FilePath(click.Path):
    """A path, given as a ``Path``; it is looked at when it is used, so that the error is a Chinese sentence."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)


def chinese_command(name: str, epilog: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """A command with a Chinese help page; its docstring is the page."""

    def made(function: Callable[..., Any]) -> click.Command:
        with_help = click.help_option("-h", "--help", help="显示本说明。")(function)
        return click.command(name, cls=ChineseCommand, epilog=epilog)(with_help)

    return made


def chinese_branch(name: str, epilog: str = "") -> Callable[[Callable[..., Any]], ChineseCommands]:
    """A command with commands of its own, each added by ``add_command``; its docstring is the help page."""

    def made(function: Callable[..., Any]) -> ChineseCommands:
        with_help = click.help_option("-h", "--help", help="显示本说明。")(function)
        options = {"cls": ChineseCommands, "no_args_is_help": False, "subcommand_metavar": "命令 …"}
        branch: ChineseCommands = click.group(name, epilog=epilog, **options)(with_help)  # type: ignore[call-overload]
        return branch

    return made


LEVELS = tuple(level.value for level in Severity)
PATHS = click.argument("paths", metavar="路径…", nargs=-1, required=True)
SHARED: Sequence[Decorator] = (
    click.option("--select", metavar="代码", multiple=True, help="只用这些规则，如 PUN,DAT003（可用逗号隔开）。"),
    click.option("--ignore", metavar="代码", multiple=True, help="不用这些规则。"),
    click.option(
        "--severity",
        type=click.Choice(LEVELS),
        default="建议",
        help="最低报到哪一级（默认：建议）。",
    ),
    click.option("--config", type=FilePath(), metavar="文件", help="用这个配置文件，不再向上寻找 lingwu.toml。"),
    click.option("--no-config", is_flag=True, help="不用任何配置文件。"),
    click.option("--baseline", type=FilePath(), metavar="文件", help="其中已接受的问题不再报。"),
    click.option("--rules", type=FilePath(), metavar="文件夹", multiple=True, help="另加这个文件夹里的规则。"),
    click.option("--jobs", type=click.IntRange(1), metavar="数目", help="同时用几个进程（默认自定）。"),
    click.option("--stdin-filename", default="", metavar="名称", help="标准输入（-）按这个文件名看待。"),
    click.option("--quiet", is_flag=True, help="只列问题，不显示进度和小结。"),
    click.option("--debug", is_flag=True, help="程序内部出错时显示详情。"),
)


OWN: Sequence[Decorator] = (
    click.option(
        "--config", type=FilePath(), metavar="文件", help="连同这个配置文件里的（默认：就近的 lingwu.toml）。"
    ),
    click.option(
        "--rules", "folders", type=FilePath(), metavar="文件夹", multiple=True, help="连同这个文件夹里的规则。"
    ),
)


def with_own(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say where an office's own rules are."""
    for option in reversed(OWN):
        function = option(function)
    return function


def chooses(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the shared options; those that say what is checked arrive together, as ``choice``."""

    @functools.wraps(function)
    def chosen(
        *, select: Sequence[str], ignore: Sequence[str], severity: str, config: Path | None, no_config: bool,
        baseline: Path | None, rules: tuple[Path, ...], **rest: Any,
    ) -> Any:  # fmt: skip
        choice = Choice(
            config=config,
            no_config=no_config,
            select=_codes(select),
            ignore=_codes(ignore),
            rules=rules,
            baseline=baseline,
            severity=Severity(severity),
        )
        return function(choice=choice, **rest)

    for option in reversed(SHARED):
        chosen = option(chosen)  # type: ignore[assignment]
    return chosen


def _codes(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for word in said for code in word.replace("，", ",").split(",") if code.strip())
