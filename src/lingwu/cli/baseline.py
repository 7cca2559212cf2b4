"""``lingwu baseline``: accept all that is found at present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from lingwu.baseline import NAME, save
from lingwu.batch import Choice
from lingwu.cli import CLEAN, FAILED
from lingwu.cli._options import PATHS, FilePath, chinese_command, chooses
from lingwu.cli._run import outcomes, sources, tasks_for, told
from lingwu.outputs import refuse_existing


@chinese_command("baseline")
@PATHS
@click.option("--output", type=FilePath(), default=NAME, metavar="文件", help=f"写到哪里（默认：{NAME}）。")
@click.option("--force", is_flag=True, help="文件已存在时覆盖它。")
@chooses
def baseline(
    *, paths: Sequence[str], choice: Choice, output: Path, force: bool, jobs: int | None, stdin_filename: str,
    quiet: bool, debug: bool,
) -> int:  # fmt: skip
    """立基线：把现有的问题都记为已接受，以后只报新出现的。"""
    refuse_existing(output, force)
    # The old baseline does not count here, else what it accepts would be missing from the new one.
    tasks = tasks_for(sources(paths, stdin_filename), replace(choice, baseline=None, no_baseline=True))
    made = list(told(outcomes(tasks, jobs, quiet), debug))
    reports = [outcome.checked.report for outcome in made if outcome.checked.report]
    accepted = {finding.fingerprint for report in reports for finding in report.findings}
    save(output, accepted)
    if not quiet:
        hint = f'在 lingwu.toml 里写 baseline = "{output}" 即生效。'
        click.echo(f"{output}：记下 {len(accepted)} 处已接受的问题。{hint}")
    return FAILED if len(reports) < len(made) else CLEAN
