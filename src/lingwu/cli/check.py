"""``lingwu check``: find and explain."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from lingwu.batch import Choice, Outcome, Workshop, Writing
from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import PATHS, chinese_command, chooses
from lingwu.cli._report import reporter_for, reports, show
from lingwu.cli._run import outcomes, sources, tasks_for, told
from lingwu.cli._wrote import MODES, wrote
from lingwu.errors import WriteError
from lingwu.inputs import Source
from lingwu.outputs import refuse_existing
from lingwu.reporters import Checked, Setting
from lingwu.rule import Rule

EPILOG = "返回值：0 没有问题，1 有问题，2 有文件没能检查或命令有误。"


@chinese_command("check", EPILOG)
@PATHS
@reports
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
    reporter = reporter_for(output_format, output)
    found = sources(paths, stdin_filename)
    if output:
        _refuse_input(output, found)
        refuse_existing(output, force)
    writing = Writing(mode=write, force=force) if write else None  # type: ignore[arg-type]
    shop = Workshop(choice)
    made = told(outcomes(tasks_for(found, choice, writing), jobs, quiet, shop), debug)
    tally = Tally()
    setting = Setting(_rule_of(shop, found), began.when, quiet, statistics)
    show(reporter, tally.of(made), output, setting)
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


def _rule_of(shop: Workshop, found: Sequence[Source]) -> Callable[[str], Rule | None]:
    """Looks up the rule of a code in the settings of the inputs, which are made ready on the first call."""
    known: dict[str, Rule] = {}

    def rule_of(code: str) -> Rule | None:
        if not known:
            for folder in {source.folder: None for source in found if not source.error}:
                known.update(shop.known(folder))
        return known.get(code)

    return rule_of


def _refuse_input(output: Path, found: Sequence[Source]) -> None:
    inputs = {os.path.realpath(source.path) for source in found if source.data is None}
    if os.path.realpath(output) in inputs:
        raise WriteError(f"{output} 是要检查的文件，不能把结果写在它上面。")
