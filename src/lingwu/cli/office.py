"""``lingwu office``: the door of the web office. Its commands come with the office itself, under an entry point."""

from __future__ import annotations

import functools
from typing import Any

import click

from lingwu.cli._chinese import ChineseCommand, ChineseCommands
from lingwu.errors import MissingTool

GROUP = "lingwu.commands"
EPILOG = "返回值：0 办成，1 留痕或原件对不上，2 没能办或命令有误，130 按 Ctrl-C 中止。"


class Door(ChineseCommands):
    """A branch whose commands are made elsewhere, as plain click commands, and shown here in Chinese dress."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order they are met with in an office's life."""
        return list(_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        plain = _commands().get(cmd_name)
        return _dressed(plain) if plain else None


@functools.cache
def _commands() -> dict[str, click.Command]:
    from importlib.metadata import entry_points

    found = next(iter(entry_points(group=GROUP, name="office")), None)
    if found is None:
        raise MissingTool('本机没有装网上办公，请先安装：pip install "lingwu[office]"。')
    return {command.name or "": command for command in found.load()}


def _dressed(plain: click.Command) -> click.Command:
    @functools.wraps(plain.callback or click.Command)
    def run(**given: Any) -> Any:
        try:
            return plain.callback(**given) if plain.callback else None
        except ModuleNotFoundError as missing:
            said = f'缺少网上办公要用的程序包 {missing.name}，请先安装：pip install "lingwu[office]"。'
            raise MissingTool(said) from missing

    helped = click.help_option("-h", "--help", help="显示本说明。")
    return helped(ChineseCommand(plain.name, callback=run, params=[*plain.params], help=plain.help, epilog=EPILOG))


@click.group("office", cls=Door, no_args_is_help=False, subcommand_metavar="命令 …", epilog=EPILOG)
@click.help_option("-h", "--help", help="显示本说明。")
def office() -> None:
    """网上办公：建立、启动、备份、恢复、核对留痕、导入人员。试用请先运行 lingwu office demo。"""
