"""What ``check``, ``fix`` and ``baseline`` have in common: gather the inputs, run, show progress, tell errors."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from lingwu import formats
from lingwu.batch import Choice, Outcome, Task, Workshop, Writing, run
from lingwu.inputs import STDIN, Source, gather
from lingwu.reporters._suggestions import printable

MANY, LARGE = 20, 2_000_000
"""From so many files, or so many bytes, progress is shown."""


def sources(paths: Sequence[str], stdin_filename: str) -> list[Source]:
    """The inputs that the command was given."""
    stdin = sys.stdin.buffer.read() if STDIN in paths else b""
    return gather(paths, formats.suffixes, stdin, stdin_filename)


def outcomes(tasks: Sequence[Task], jobs: int | None, quiet: bool, shop: Workshop | None = None) -> Iterator[Outcome]:
    """The outcome of each task, in order, while a progress bar shows how far it is; ``shop`` as for ``batch.run``."""
    made = run(tasks, jobs, shop)
    slow = len(tasks) >= MANY or sum(task.source.size() for task in tasks) >= LARGE
    return iter(_watched(made, len(tasks))) if slow and not quiet and sys.stderr.isatty() else made


def tasks_for(found: Iterable[Source], choice: Choice, writing: Writing | None = None) -> list[Task]:
    """One task for each input."""
    return [Task(source, choice, writing) for source in found]


def told(made: Iterable[Outcome], debug: bool) -> Iterator[Outcome]:
    """``made`` again, while the error of each file goes to stderr (one that many files share only once)."""
    said: set[str] = set()
    for outcome in made:
        if outcome.error and outcome.error not in said:
            said.add(outcome.error)
            click.echo(printable(outcome.error), err=True)
            if debug and outcome.trace:
                click.echo(printable(outcome.trace), err=True)
        yield outcome


def _watched(made: Iterator[Outcome], total: int) -> list[Outcome]:
    """All outcomes at once: what is printed meanwhile would run into the bar."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("正在检查"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total)
        done = []
        for outcome in made:
            done.append(outcome)
            progress.advance(bar)
    return done
