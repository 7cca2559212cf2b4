"""``lingwu rules``: the table of all rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import chinese_command, with_own
from lingwu.cli._rules import known, settings
from lingwu.errors import ConfigError
from lingwu.rule import Rule

HEADS = ("代码", "等级", "改法", "名称", "依据")


@chinese_command("rules")
@click.argument("codes", metavar="[代码…]", nargs=-1)
@click.option("--output-format", type=click.Choice(["terminal", "json"]), default="terminal", help="表格或 JSON。")
@with_own
def rules(codes: Sequence[str], output_format: str, config: Path | None, folders: tuple[Path, ...]) -> int:
    """列出规则，连同本单位的：代码、等级、改法、名称、依据。可只列某一类，如 lingwu rules PUN。"""
    wanted = tuple(code.upper() for code in codes)
    chosen = [rule for rule in known(settings(config, folders)) if not wanted or rule.code.startswith(wanted)]
    if not chosen:
        raise ConfigError(f"没有代码以 {'、'.join(wanted)} 开头的规则；lingwu rules 列出全部规则。")
    if output_format == "json":
        click.echo(json.dumps([_object(rule) for rule in chosen], ensure_ascii=_not_utf8(), indent=2))
    elif sys.stdout.isatty():
        _table(chosen)
    else:
        for rule in chosen:
            click.echo("\t".join(_cells(rule)))
    return CLEAN


def _cells(rule: Rule) -> tuple[str, ...]:
    return rule.code, rule.severity.value, rule.safety.value, rule.title, str(rule.basis)


def _object(rule: Rule) -> dict[str, str]:
    return dict(zip(("code", "severity", "safety", "title", "basis"), _cells(rule), strict=True))


def _not_utf8() -> bool:
    return (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8"


def _table(chosen: Sequence[Rule]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*HEADS, box=None, header_style="bold", pad_edge=False)
    for rule in chosen:
        table.add_row(*_cells(rule))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"共 {len(chosen)} 条；lingwu explain 代码 看说明和例子。", style="dim")
