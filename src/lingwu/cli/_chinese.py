"""click in Chinese: help pages, errors, and commands that load when they are called."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Any

import click

from lingwu.reporters._columns import columns

FIRST_COLUMN = 28
NO_COMMAND, QUOTED = "No such command", " '\"."


class ChineseFormatter(click.HelpFormatter):
    """Lays out a help page; Chinese characters count two columns."""

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, in two columns."""
        rows = list(rows)
        room = min(FIRST_COLUMN, max((columns(term) for term, _ in rows), default=0)) + col_spacing
        for term, meaning in rows:
            gap = room - columns(term)
            fill = " " * gap if gap >= col_spacing else "\n" + " " * (room + self.current_indent)
            self.write(f"{'':>{self.current_indent}}{term}{fill}{meaning}\n")


class ChineseContext(click.Context):
    """A context whose help pages are laid out for Chinese."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help page has Chinese headings."""

    context_class = ChineseContext

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words behind the command's name."""
        return ["[选项]" if piece == self.options_metavar else piece for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the options mean."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)


class ChineseCommands(ChineseCommand, click.Group):
    """A command that holds commands, with a help page that lists them."""

    heading = "命令"

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the options mean, then the commands."""
        super().format_options(ctx, formatter)
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(self.heading):
            formatter.write_dl([(name, command.get_short_help_str(200)) for name, command in found if command])


class ChineseGroup(ChineseCommands):
    """A group whose commands are the modules of ``lingwu.cli``, each loaded when it is called.

    The module ``check`` holds the command ``check``, the module ``test_rules`` the command ``test-rules``.
    """

    heading = "命令（lingwu 命令 --help 看用法）"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        from lingwu import cli

        names = (info.name for info in pkgutil.iter_modules(cli.__path__) if not info.name.startswith("_"))
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = getattr(importlib.import_module(f"lingwu.cli.{module}"), module)
        return command


def explained(error: click.ClickException) -> str:
    """What went wrong in the call of the command, in one Chinese sentence."""
    called = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "lingwu"
    return f"{_said(error)}用法见 {called} --help。"


def _said(error: click.ClickException) -> str:  # noqa: PLR0911 - one line for each kind of error
    if isinstance(error, click.NoSuchOption):
        near = f"，是否想写 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}？" if near else f"没有选项 {error.option_name}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少取值，或不应带取值。"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error)}。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} 的取值不对。{_wanted(error.param.type if error.param else None)}"
    if error.message.startswith("Missing command"):
        return _missing_command(error)
    if error.message.startswith(NO_COMMAND):
        return _no_command(error)
    return f"命令写法不对（{error.message}）。"


def _missing_command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or isinstance(context.command, ChineseGroup) or not isinstance(context.command, ChineseCommands):
        return "缺少命令，例如：lingwu check 讲话稿.docx。"
    return f"缺少命令，可用的有：{'、'.join(context.command.list_commands(context))}。"


def _no_command(error: click.ClickException) -> str:
    import difflib

    name = error.message.removeprefix(NO_COMMAND).strip(QUOTED)
    context = error.ctx if isinstance(error, click.UsageError) else None
    names = context.command.list_commands(context) if context and isinstance(context.command, ChineseCommands) else []
    near = difflib.get_close_matches(name.lower(), names, 1)
    return f"没有命令 {name}，是否想写 {near[0]}？" if near else f"没有命令 {name}。"


def _wanted(kind: click.ParamType[Any] | None) -> str:
    if isinstance(kind, click.Choice):
        return f"可用的有：{'、'.join(map(str, kind.choices))}。"
    return f"应是不小于 {kind.min} 的整数。" if isinstance(kind, click.IntRange) else ""


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "参数"
    return error.param.opts[0] if isinstance(error.param, click.Option) else f"{error.param.metavar or '参数'}"
