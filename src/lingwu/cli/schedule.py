"""``lingwu schedule``: a schedule held against itself, and to and from calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lingwu.cli import CLEAN, FAILED, FOUND
from lingwu.cli._options import LEVELS, FilePath, chinese_branch, chinese_command
from lingwu.cli._report import reporter_for, reports, show
from lingwu.errors import LingwuError, WriteError
from lingwu.finding import Severity

if TYPE_CHECKING:
    from lingwu.reporters import Checked
    from lingwu.rule import Rule
    from lingwu.workdays import Calendar

CALENDAR = click.option(
    "--calendar", "files", type=FilePath(), metavar="文件", multiple=True, help="另加一年的放假安排，如 2027.tsv。"
)


@chinese_branch("schedule")
def schedule() -> None:
    """查日程：时间冲突、会场重占、一人两处、路上不够、星期不符、议程超时；并与手机日历（.ics）互转。"""


@chinese_command("check", "返回值：0 没有问题，1 有问题，2 有文件没能检查或命令有误。")
@click.argument("paths", metavar="日程…", nargs=-1, required=True, type=FilePath())
@reports
@click.option("--severity", type=click.Choice(LEVELS), default="建议", help="最低报到哪一级（默认：建议）。")
@CALENDAR
@click.option("--quiet", is_flag=True, help="只列问题，不显示小结。")
def check(
    *, paths: Sequence[Path], output_format: str | None, output: Path | None, force: bool, severity: str,
    files: tuple[Path, ...], quiet: bool,
) -> int:  # fmt: skip
    """查日程（.toml、.xlsx、.csv、.ics，或有日程表的 .docx）：lingwu schedule check 日程.xlsx。"""
    from lingwu.outputs import refuse_existing, refuse_inputs
    from lingwu.reporters import Setting
    from lingwu.workdays import Calendar

    if output:
        refuse_inputs(output, paths)
        refuse_existing(output, force)
    calendar = Calendar.load(*files)
    checked = [_checked(path, calendar, Severity(severity)) for path in paths]
    for one in checked:
        if one.error:
            click.echo(one.error, err=True)
    show(reporter_for(output_format, output), checked, output, Setting(_rule(), quiet=quiet))
    found = any(one.report and one.report.findings for one in checked)
    return FAILED if any(one.error for one in checked) else FOUND if found else CLEAN


@chinese_command("ics")
@click.argument("path", metavar="日程", type=FilePath())
@click.option("--output", type=FilePath(), metavar="文件", help="写到哪里（默认：日程旁边同名的 .ics）。")
@click.option("--force", is_flag=True, help="--output 的文件已存在时覆盖它。")
def ics(path: Path, output: Path | None, force: bool) -> int:
    """把日程存成 .ics，导入手机或办公软件的日历：lingwu schedule ics 日程.xlsx。"""
    from lingwu.outputs import refuse_existing, refuse_inputs, write_atomically
    from lingwu.schedule import read, to_ics
    from lingwu.schedule.writing import left_out

    target = output or path.with_suffix(".ics")
    if target == path and output is None:
        raise WriteError(f"{path} 已经是 .ics，请用 --output 另取名。")
    refuse_inputs(target, [path])
    refuse_existing(target, force)
    found = read(path)
    without = left_out(found.events)
    write_atomically(target, to_ics(found))
    more = f"；{len(without)} 项没有写明年月日，没有写入" if without else ""
    click.echo(f"{path} → {target}：写入 {len(found.events) - len(without)} 项活动{more}。")
    return CLEAN


def _checked(path: Path, calendar: Calendar, lowest: Severity) -> Checked:
    from lingwu.config import Config
    from lingwu.reporters import Checked
    from lingwu.schedule import check, read

    try:
        found = read(path, calendar)
        report = check(found, Config.find(path))
    except LingwuError as error:
        return Checked(str(path), error=str(error))
    order = list(Severity)
    kept = tuple(finding for finding in report.findings if order.index(finding.severity) <= order.index(lowest))
    return Checked(str(path), found.doc, replace(report, findings=kept))


def _rule() -> Callable[[str], Rule | None]:
    from lingwu.schedule import rules

    return {rule.code: rule.as_rule() for rule in rules()}.get


for command in (check, ics):
    schedule.add_command(command)
