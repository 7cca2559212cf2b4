"""``lingwu workdays``: working days, holidays and time limits, told day by day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lingwu.cli import CLEAN
from lingwu.cli._options import FilePath, chinese_branch, chinese_command
from lingwu.errors import ConfigError
from lingwu.text.dates import dates

if TYPE_CHECKING:
    from lingwu.workdays import Calendar, Reckoning, Step, Unit

AMOUNT = re.compile(r"(-?\d{1,4})\s*个?\s*(工作日|日|天|月|年)?")
CALENDAR = click.option(
    "--calendar", "files", type=FilePath(), metavar="文件", multiple=True, help="另加一年的放假安排，如 2027.tsv。"
)


@chinese_branch("workdays")
def workdays() -> None:
    """算工作日、节假日和办理时限，逐日说明是怎么算的。"""


@chinese_command("add")
@click.argument("day", metavar="日期")
@click.argument("amount", metavar="期限")
@CALENDAR
@click.option("--no-shift", is_flag=True, help="最后一天是休息日也不顺延。")
def add(day: str, amount: str, files: tuple[Path, ...], no_shift: bool) -> int:
    """从某日起算：lingwu workdays add 2026-02-13 5个工作日（或 15日、1个月；工作日可往前数：-2，写在 -- 后面）。"""
    from lingwu.workdays import Calendar, reckon

    n, unit = _amount(amount)
    start = _day(day)
    made = reckon(start, n, unit, Calendar.load(*files), shift=not no_shift)
    before = f"{_said(start)}前 {unit.said(-n)}" if n < 0 else f"{_said(start)}起 {unit.said(n)}"
    _tell(before, made)
    return CLEAN


@chinese_command("limit")
@click.argument("name", metavar="[时限]", default="")
@click.argument("day", metavar="[日期]", default="")
@CALENDAR
def limit(name: str, day: str, files: tuple[Path, ...]) -> int:
    """按法规的办理时限算到期日：lingwu workdays limit 信访·办结 2026-03-02；不写参数则列出全部时限。"""
    from lingwu.workdays import Calendar, limits, named, reckon

    if not name:
        for one in limits():
            click.echo(f"{one.name}\t{one}\t{one.basis}\t{one.note}")
        return CLEAN
    found = named(name)
    if not day:
        raise ConfigError(f"缺少起算日期，例如：lingwu workdays limit {found.name} 2026-03-02。")
    start = _day(day)
    _tell(f"{found.name}：{_said(start)}起 {found}", reckon(start, found.n, found.unit, Calendar.load(*files)))
    click.echo(f"  依据：{found.basis}　{found.note}")
    return CLEAN


@chinese_command("between")
@click.argument("first", metavar="首日")
@click.argument("last", metavar="末日")
@CALENDAR
def between(first: str, last: str, files: tuple[Path, ...]) -> int:
    """两天之间（首尾都算）有几个工作日。"""
    from lingwu.workdays import Calendar

    start, end = _day(first), _day(last)
    if end < start:
        raise ConfigError(f"末日 {end.isoformat()} 早于首日 {start.isoformat()}。")
    count, days = Calendar.load(*files).between(start, end), (end - start).days + 1
    click.echo(f"{_said(start)}至{_said(end)}共 {days} 天，其中工作日 {count} 天。")
    return CLEAN


@chinese_command("show")
@click.argument("when", metavar="年、月或日")
@CALENDAR
def show(when: str, files: tuple[Path, ...]) -> int:
    """看某年的放假安排、某月的日历或某天是什么日子：lingwu workdays show 2026（2026-02、2026-02-17）。"""
    from lingwu.cli import _calendar
    from lingwu.workdays import Calendar

    calendar = Calendar.load(*files)
    year = re.fullmatch(r"(\d{4})年?", when)
    month = re.fullmatch(r"(\d{4})(?:年|[-/.])(\d{1,2})月?", when)
    if year:
        lines = _calendar.year_lines(int(year[1]), calendar)
    elif month and 1 <= int(month[2]) <= 12:
        lines = _calendar.month_lines(int(month[1]), int(month[2]), calendar)
    else:
        lines = _day_lines(_day(when), calendar)
    for line in lines:
        click.echo(line)
    return CLEAN


def _day_lines(on: date, calendar: Calendar) -> Iterator[str]:
    from lingwu.workdays import lunar

    day = calendar.day(on)
    old = lunar(on)
    festival = f"（{old.festival}）" if old.festival else ""
    yield f"{_said(on)}，农历{old}{festival}：{day.why}，{'要上班' if day.working else '不上班'}。"


def _tell(what: str, made: Reckoning) -> None:
    from lingwu.workdays.calendar import WEEKDAYS

    due = made.due
    click.echo(f"{what}，到 {due.year}年{due.month}月{due.day}日（星期{WEEKDAYS[due.weekday()]}）。")
    for step in made.steps:
        click.echo(f"  {_step(step)}")
    click.echo(f"  算法：{made.rules}。")
    for remark in made.remarks:
        click.echo(f"  注意：{remark}")


def _step(step: Step) -> str:
    first, last = step.first, step.last
    when = f"{first.date.month}月{first.date.day}日"
    if first == last:
        return f"{when}（{first.weekday}，{first.why}）　{step.said}"
    one, other = sorted((first.date, last.date))
    days = (other - one).days + 1
    return f"{one.month}月{one.day}日至{other.month}月{other.day}日（{first.why}，{days} 天）　{step.said}"


def _said(on: date) -> str:
    from lingwu.workdays.calendar import WEEKDAYS

    return f"{on.year}年{on.month}月{on.day}日（星期{WEEKDAYS[on.weekday()]}）"


def _day(said: str) -> date:
    found = next(iter(dates(said.strip())), None)
    on = found.on() if found and (found.start, found.end) == (0, len(said.strip())) else None
    if on is None:
        raise ConfigError(f"“{said}”不是日历上的日期，应如 2026-03-02 或 2026年3月2日。")
    return on


def _amount(said: str) -> tuple[int, Unit]:
    from lingwu.workdays import Unit

    match = AMOUNT.fullmatch(said.strip())
    if not match:
        raise ConfigError(f"“{said}”不是期限，应如 5个工作日、15日、1个月，只写数目按工作日算。")
    return int(match[1]), Unit((match[2] or "工作日").replace("天", "日"))


for command in (add, between, limit, show):
    workdays.add_command(command)
