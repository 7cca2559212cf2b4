"""``lingwu preflight``: the files of one meeting, each by itself and all against each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lingwu.batch import Choice
from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import LEVELS, FilePath, chinese_command
from lingwu.cli._report import reporter_for, reports, show
from lingwu.finding import Severity
from lingwu.outputs import refuse_existing, refuse_inputs
from lingwu.reporters import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from lingwu.rule import Rule

EPILOG = "返回值：0 没有问题，1 有问题，2 有文件没能检查或命令有误。"
FAMILIES = ("PRE", "SCH")


@chinese_command("preflight", EPILOG)
@click.argument("folder", metavar="文件夹", type=FilePath())
@reports
@click.option("--only-cross", is_flag=True, help="只报文件之间和日程的问题，不报各文件自身的文字问题。")
@click.option("--severity", type=click.Choice(LEVELS), default="建议", help="最低报到哪一级（默认：建议）。")
@click.option("--config", type=FilePath(), metavar="文件", help="用这个配置文件，不再向上寻找 lingwu.toml。")
@click.option("--calendar", "files", type=FilePath(), metavar="文件", multiple=True, help="另加一年的放假安排。")
@click.option("--quiet", is_flag=True, help="只列问题，不显示对照表和小结。")
def preflight(
    *, folder: Path, output_format: str | None, output: Path | None, force: bool, only_cross: bool, severity: str,
    config: Path | None, files: tuple[Path, ...], quiet: bool,
) -> int:  # fmt: skip
    """会前总检：把一次会议的通知、议程、名单、座次、日程、讲话稿放进一个文件夹，逐个查，再互相核对。"""
    from lingwu.preflight import preflight as run
    from lingwu.preflight.papers import sources
    from lingwu.workdays import Calendar

    if output:
        refuse_inputs(output, (Path(source.path) for source in sources(folder)))
        refuse_existing(output, force)
    began = Setting(_rule_of(), quiet=quiet)
    choice = Choice(config=config, severity=Severity(severity), select=FAMILIES if only_cross else ())
    done = run(folder, choice.settings(folder), Calendar.load(*files))
    checked = [replace(one, report=choice.shown(one.report)) if one.report else one for one in done.checked]
    for one in checked:
        if one.error:
            click.echo(one.error, err=True)
    setting = replace(began, overview=None if quiet else done.overview)
    show(reporter_for(output_format, output), checked, output, setting)
    if any(one.error for one in checked):
        return FAILED
    return FOUND if any(one.report and one.report.findings for one in checked) else CLEAN


def _rule_of() -> Callable[[str], Rule | None]:
    """Looks up text rules and cross rules alike."""
    from lingwu import registry
    from lingwu.preflight import rules
    from lingwu.schedule import rules as schedule_rules

    cross = {rule.code: rule.as_rule() for rule in (*rules(), *schedule_rules())}
    text = {rule.code: rule for rule in registry.rules()}
    return (text | cross).get
