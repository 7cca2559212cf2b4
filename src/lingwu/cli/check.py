"""``lingwu check``: find and explain."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click

from lingwu import reporters
from lingwu.batch import Choice, Outcome, Workshop, Writing
from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import PATHS, FilePath, chinese_command, chooses
from lingwu.cli._run import outcomes, sources, tasks_for, told
from lingwu.cli._wrote import MODES, wrote
from lingwu.errors import WriteError
from lingwu.inputs import Source
from lingwu.outputs import refuse_existing, write_atomically
from lingwu.reporters import Checked, Reporter, Setting
from lingwu.rule import Rule

EPILOG = "返回值：0 没有问题，1 有问题，2 有文件没能检查或命令有误。"


@chinese_command("check", EPILOG)
@PATHS
@click.option(
    "--output-format", type=click.Choice(reporters.names()), help="结果的样式（默认 terminal，或按 --output 的后缀）。"
)
@click.option("--output", type=FilePath(), metavar="文件", help="结果写进文件，如 报告.html。")
@click.option("--force", is_flag=True, help="--output 的文件已存在时覆盖它。")
@click.option("--write", type=click.Choice(MODES), help="查完顺带改好另存，同 lingwu fix --write。")
@click.option("--statistics", is_flag=True, help="按出版物编校差错率的算法统计：分类、加权、每万字差错率。")
@click.option("--exit-zero", is_flag=True, help="有问题时也返回 0。")
@chooses
def check(
    *, paths: Sequence[str], choice: Choice, output_format: str | None, output: Path | None, force: bool,
    write: str | None, statistics: bool, exit_zero: bool, jobs: int | None, stdin_filename: str, quiet: bool,
    debug: bool,
) -> int:  # fmt: skip
    """查错：列出每处问题、理由和依据。路径可以是文件、文件夹，或 -（标准输入）。"""
    began = Setting(quiet=quiet)
    reporter = _reporter(output_format, output)
    found = sources(paths, stdin_filename)
    if output:
        _refuse_input(output, found)
        refuse_existing(output, force)
    writing = Writing(mode=write, force=force) if write else None  # type: ignore[arg-type]
    shop = Workshop(choice)
    made = told(outcomes(tasks_for(found, choice, writing), jobs, quiet, shop), debug)
    tally = Tally()
    setting = Setting(_rule_of(shop, found), began.when, quiet, statistics)
    _show(reporter, tally.of(made), output, setting)
    for outcome in tally.written:
        click.echo(wrote(outcome), err=True)
    return FAILED if tally.failed else FOUND if tally.found and not exit_zero else CLEAN


class Tally:
    """Counts what passes by, for the exit code."""

    def __init__(self) -> None:
        self.found = 0
        self.failed = 0
        self.written: list[Outcome] = []

    def of(self, made: Iterable[Outcome]) -> Iterator[Checked]:
        """What was checked, while it is counted."""
        for outcome in made:
            self.failed += bool(outcome.error)
            self.found += len(outcome.checked.report.findings) if outcome.checked.report else 0
            if outcome.written:
                self.written.append(outcome)
            yield outcome.checked


def _reporter(name: str | None, output: Path | None) -> Reporter:
    if name is None:
        ends = {reporters.reporter(one).suffix: one for one in reporters.names()} if output else {}
        name = ends.get(output.suffix.lower(), "terminal") if output else "terminal"
    return reporters.reporter(name)


def _rule_of(shop: Workshop, found: Sequence[Source]) -> Callable[[str], Rule | None]:
    """Looks up the rule of a code in the settings of the inputs, which are made ready on the first call."""
    known: dict[str, Rule] = {}

    def rule_of(code: str) -> Rule | None:
        if not known:
            for folder in {source.folder: None for source in found if not source.error}:
                known.update(shop.known(folder))
        return known.get(code)

    return rule_of


def _show(reporter: Reporter, checked: Iterable[Checked], output: Path | None, setting: Setting) -> None:
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


def _refuse_input(output: Path, found: Sequence[Source]) -> None:
    inputs = {os.path.realpath(source.path) for source in found if source.data is None}
    if os.path.realpath(output) in inputs:
        raise WriteError(f"{output} 是要检查的文件，不能把结果写在它上面。")
