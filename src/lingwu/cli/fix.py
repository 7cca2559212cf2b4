"""``lingwu fix``: mend and write."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from lingwu.batch import Choice, Outcome, Task, Writing
from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import PATHS, FilePath, chinese_command, chooses
from lingwu.cli._run import outcomes, sources, told
from lingwu.cli._wrote import MODES, wrote
from lingwu.errors import WriteError
from lingwu.finding import Safety
from lingwu.formats import Mode
from lingwu.inputs import Source
from lingwu.reporters._suggestions import printable, visible

SAFETIES = {"safe": Safety.SAFE, "confirm": Safety.CONFIRM}
EPILOG = "返回值：0 全部改好或没有问题，1 还有没改的问题（--diff 时：有改动），2 有文件没能处理或命令有误。"


@chinese_command("fix", EPILOG)
@PATHS
@click.option("--write", type=click.Choice(MODES), help="修订、批注或直接改（默认：能修订的修订，文本文件直接改）。")
@click.option("--safety", type=click.Choice(list(SAFETIES)), help="只改不变意思的，或连同要人确认的（修订时默认）。")
@click.option("--output", type=FilePath(), metavar="文件", help="写到哪里；多个文件时是文件夹。")
@click.option("--in-place", is_flag=True, help="改原文件，并在旁边留备份（.bak）。")
@click.option("--author", default="", metavar="姓名", help="修订和批注的作者（默认：零误）。")
@click.option("--diff", is_flag=True, help="只显示会怎样改，不写文件。")
@click.option("--force", is_flag=True, help="输出文件已存在时覆盖它。")
@click.option("--exit-zero", is_flag=True, help="有没改的问题时也返回 0。")
@chooses
def fix(
    *, paths: Sequence[str], choice: Choice, write: str | None, safety: str | None, output: Path | None, in_place: bool,
    author: str, diff: bool, force: bool, exit_zero: bool, jobs: int | None, stdin_filename: str, quiet: bool,
    debug: bool,
) -> int:  # fmt: skip
    """改错：另存为 讲话稿.reviewed.docx（修订或批注）或 讲话稿.fixed.txt（直接改），原文件不动。"""
    if output and in_place:
        raise WriteError("--output 和 --in-place 只能用一个。")
    writing = Writing(
        mode=cast(Mode | None, write),
        safety=SAFETIES[safety] if safety else None,
        author=author,
        in_place=in_place,
        force=force,
        diff=diff,
    )
    tasks = _tasks(sources(paths, stdin_filename), choice, writing, output)
    failed = remaining = 0
    for outcome in told(outcomes(tasks, jobs, quiet), debug):
        failed += bool(outcome.error)
        remaining += bool(outcome.diff) if diff else outcome.left
        _say(outcome, diff, quiet)
    return FAILED if failed else FOUND if remaining and not exit_zero else CLEAN


def _tasks(found: Sequence[Source], choice: Choice, writing: Writing, output: Path | None) -> list[Task]:
    """One task for each input, with its own output where one was named.

    Raises:
        WriteError: two inputs would be written to one output.
    """
    if output is None:
        return [Task(source, choice, writing) for source in found]
    if len(found) == 1 and not output.is_dir():
        return [Task(found[0], choice, _to(writing, output))]
    if not output.is_dir():
        raise WriteError(f"有多个文件时 --output 应是已有的文件夹；{output} 不是。")
    targets = [output / Path(source.name or source.path).name for source in found]
    if len(set(targets)) < len(targets):
        raise WriteError(f"有同名的文件，都写进 {output} 会互相覆盖，请分几次处理。")
    return [Task(source, choice, _to(writing, target)) for source, target in zip(found, targets, strict=True)]


def _to(writing: Writing, target: Path) -> Writing:
    return replace(writing, target=target)


def _say(outcome: Outcome, diff: bool, quiet: bool) -> None:
    if outcome.error or (quiet and not outcome.diff):
        return
    if not diff:
        click.echo(wrote(outcome))
        return
    colours = {"+": "green", "-": "red", "@": "cyan"} if sys.stdout.isatty() and "NO_COLOR" not in os.environ else {}
    for line in printable(outcome.diff).splitlines():
        click.echo(click.style(visible(line), fg=colours.get(line[:1])) if colours else line)
