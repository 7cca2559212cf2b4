"""Where a command shows what it found: on the terminal, or in a file of any of the reporters' forms."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

import click

from lingwu import reporters
from lingwu.cli._options import FilePath
from lingwu.outputs import write_atomically
from lingwu.reporters import Checked, Reporter, Setting

OPTIONS = (
    click.option(
        "--output-format",
        type=click.Choice(reporters.names()),
        help="结果的样式（默认 terminal，或按 --output 的后缀）。",
    ),
    click.option("--output", type=FilePath(), metavar="文件", help="结果写进文件，如 报告.html。"),
    click.option("--force", is_flag=True, help="--output 的文件已存在时覆盖它。"),
)


def reports(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say where and how findings are shown."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def reporter_for(name: str | None, output: Path | None) -> Reporter:
    """The reporter asked for, or the one that the suffix of ``output`` names."""
    if name is None:
        ends = {reporters.reporter(one).suffix: one for one in reporters.names()} if output else {}
        name = ends.get(output.suffix.lower(), "terminal") if output else "terminal"
    return reporters.reporter(name)


def show(reporter: Reporter, checked: Iterable[Checked], output: Path | None, setting: Setting) -> None:
    """Write all of ``checked`` to ``output``, or to standard output where there is none."""
    if output:
        text = io.StringIO()
        reporter.write(checked, text, setting)
        write_atomically(output, text.getvalue().encode("utf-8", "replace"))
        if not setting.quiet:
            click.echo(f"结果已写入 {output}。", err=True)
        return
    reporter.write(checked, _stdout(reporter), setting)


def _stdout(reporter: Reporter) -> TextIO:
    """Standard output, made safe for what the reporter writes where it is not UTF-8."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        utf8 = out.encoding.lower().replace("-", "") == "utf8"
        out.reconfigure(encoding="ascii" if reporter.plain and not utf8 else None, errors=reporter.escape)
    return out
