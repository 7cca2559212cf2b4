"""``lingwu seats``: plans of seats, their changes, cards, and a look over them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lingwu.cli import CLEAN, FOUND
from lingwu.cli._chinese import ChineseCommand, ChineseCommands
from lingwu.cli._options import FilePath
from lingwu.errors import WriteError
from lingwu.outputs import refuse_existing, refuse_inputs, write_atomically
from lingwu.seating import people, plan
from lingwu.seating.people import Person
from lingwu.seating.plan import Plan, PlanError, Scheme

OUTPUT = click.option(
    "--output", "-o", "outputs", type=FilePath(), metavar="文件", multiple=True,
    help="写到哪里，可多次：.pdf、.svg 座次图，.xlsx 座次表，.toml 方案；已有的文件夹则都写进去。",
)  # fmt: skip
FORCE = click.option("--force", is_flag=True, help="输出文件已存在时覆盖它。")
PAPER = click.option("--paper", type=click.Choice(["A4", "A3"]), help="纸张（默认：人多时自动用 A3）。")


@click.group("seats", cls=ChineseCommands, subcommand_metavar="命令 …", no_args_is_help=True)
@click.help_option("-h", "--help", help="显示本说明。")
def seats() -> None:
    """排座次：按本单位的名单和选定的规则排座，换人时挪动最少，印座次图、桌签，核对座次表。"""


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of this group with a Chinese help page."""

    def made(function: Callable[..., Any]) -> click.Command:
        with_help = click.help_option("-h", "--help", help="显示本说明。")(function)
        made_: click.Command = seats.command(name, cls=ChineseCommand)(with_help)
        return made_

    return made


@command("plan")
@click.argument("source", metavar="方案或名单", type=FilePath())
@click.option(
    "--venue",
    metavar="会场",
    help="会场，如 主席台、报告厅、回形桌、合影（source 是名单时要写；见 lingwu seats options）。",
)
@click.option("--size", metavar="项=值", multiple=True, help="会场大小，如 rows=7,9；可多次。")
@click.option("--rule", metavar="项=值", multiple=True, help="规则选项，如 even=B、upper=right；可多次。")
@click.option(
    "--order", default="", metavar="次序", help="按什么排，如 number 或 level,body,strokes（默认：名单的顺序栏）。"
)
@click.option("--title", default="", metavar="标题", help="会议名称，印在图上。")
@PAPER
@OUTPUT
@FORCE
def plan_command(
    *, source: Path, venue: str | None, size: Sequence[str], rule: Sequence[str], order: str, title: str,
    paper: str | None, outputs: Sequence[Path], force: bool,
) -> int:  # fmt: skip
    """排座：lingwu seats plan 名单.xlsx --venue 主席台 -o 座次图.pdf（也可给出写好的方案 .toml）。"""
    from lingwu.seating import arrange

    scheme, listed = _scheme_and_people(source, venue)
    scheme = replace(
        scheme,
        title=title or scheme.title,
        venue={**scheme.venue, **{key: _size(value) for key, value in map(_pair, size)}},
        rules={**scheme.rules, **dict(map(_pair, rule))},
        order=tuple(word for word in order.replace("，", ",").split(",") if word) or scheme.order,
    )
    made = arrange.arrange(scheme, listed)
    _told(made.plan)
    _write(made, listed, paper, _targets(outputs, [source, source.parent / scheme.people], force))
    return CLEAN


@command("change")
@click.argument("before", metavar="座次表", type=FilePath())
@click.argument("listed", metavar="[新名单]", type=FilePath(), required=False)
@click.option("--absent", metavar="姓名", multiple=True, help="这个人不来了，可多次。")
@PAPER
@OUTPUT
@FORCE
def change_command(
    *, before: Path, listed: Path | None, absent: Sequence[str], paper: str | None, outputs: Sequence[Path], force: bool
) -> int:
    """换人重排：lingwu seats change 座次表.xlsx 新名单.xlsx -o 新座次.xlsx，按原规则，挪动的人最少，列出谁动了。"""
    from lingwu.seating import arrange

    old = plan.read(before)
    persons = _without(_people_for(old, before, listed), absent)
    made = arrange.change(old, persons)
    for move in made.moves:
        click.echo(str(move))
    click.echo(_summary(made.moved, len(made.moves), made.proven))
    _write(made, persons, paper, _targets(outputs, [before, listed or before.parent / old.scheme.people], force))
    return CLEAN


@command("diff")
@click.argument("before", metavar="旧座次表", type=FilePath())
@click.argument("after", metavar="新座次表", type=FilePath())
def diff_command(before: Path, after: Path) -> int:
    """对比两份座次表：谁换了座位，谁新增，谁取消。返回值：0 相同，1 有不同。"""
    from lingwu.seating import arrange

    moves = arrange.diff(plan.read(before), plan.read(after))
    for move in moves:
        click.echo(str(move))
    click.echo(_summary(sum(bool(m.before and m.after) for m in moves), len(moves), True))
    return FOUND if moves else CLEAN


@command("cards")
@click.argument("source", metavar="座次表或名单", type=FilePath())
@click.option("--output", "-o", type=FilePath(), metavar="文件", required=True, help="桌签写到哪里：.docx 或 .pdf。")
@click.option("--slips", is_flag=True, help="不印桌签，印每人一张的座位条（.pdf）。")
@click.option("--size", default="200x100", metavar="宽x高", help="每面大小，毫米（默认 200x100；席卡如 90x50）。")
@click.option(
    "--font", type=click.Choice(["黑体", "宋体", "楷体", "小标宋"]), default="黑体", help="字体（默认：黑体）。"
)
@click.option("--unit", is_flag=True, help="姓名下面印单位。")
@FORCE
def cards_command(*, source: Path, output: Path, slips: bool, size: str, font: str, unit: bool, force: bool) -> int:
    """印桌签：双面、对折，长短姓名排得匀称；按座位次序，便于摆放。"""
    from lingwu.seating import cards
    from lingwu.seating import slips as slip_pages

    seated = _plan_or_list(source)
    refuse_inputs(output, [source])
    refuse_existing(output, force)
    if slips:
        data = slip_pages.pdf(seated)
    else:
        made = cards.faces(seated.taken, *_face(size), with_unit=unit)
        if output.suffix.lower() not in {".docx", ".pdf"}:
            raise WriteError(f"{output} 的后缀写不了；桌签可写成 .docx 或 .pdf。")
        data = cards.docx(made, font) if output.suffix.lower() == ".docx" else cards.pdf(made, font)
    write_atomically(output, data)
    click.echo(f"{len(seated.taken)} 人的{'座位条' if slips else '桌签'}已写入 {output}。")
    return CLEAN


@command("check")
@click.argument("source", metavar="座次表", type=FilePath())
@click.argument("listed", metavar="[名单]", type=FilePath(), required=False)
@click.option(
    "--output-format", type=click.Choice(["terminal", "json", "html", "sarif"]), default="terminal", help="结果的样式。"
)
def check_command(source: Path, listed: Path | None, output_format: str) -> int:
    """核对座次表：一座两人、一人两座、漏排、多排、次序不合、约束没满足。返回值：0 没有问题，1 有问题。"""
    from lingwu import reporters
    from lingwu.seating.check import check

    seated = plan.read(source)
    persons = _people_for(seated, source, listed, needed=False)
    doc, report = check(seated, persons)
    checked = reporters.Checked(str(source), doc, report)
    reporters.reporter(output_format).write([checked], sys.stdout, reporters.Setting())
    return FOUND if report.findings else CLEAN


@command("options")
@click.argument("kind", metavar="[会场]", required=False)
def options_command(kind: str | None) -> int:
    """列出会场、各会场的大小怎么写、可选的规则和次序。"""
    from lingwu.seating import orders, rules, venues

    kinds = [venues.kind_of({"kind": kind})] if kind else venues.kinds()
    for name in kinds:
        click.echo(click.style(f"{venues.WORDS[name]}（{name}）", bold=True))
        for size, words in venues.venue(name).SIZES.items():
            click.echo(f"    {size}：{words}")
        for option in rules.settled(name, {}):
            ways = rules.OPTIONS[option].values
            if ways and len(rules.OPTIONS[option].kinds) < len(rules.ALL):
                usual = rules.OPTIONS[option].usual_for(name)
                shown = "；".join(f"{way}{'（默认）' if way == usual else ''} {words}" for way, words in ways.items())
                click.echo(f"    规则 {option}（{rules.OPTIONS[option].title}）：{shown}")
    click.echo("次序：" + "，".join(f"{key} {words}" for key, words in orders.KEYS.items()))
    return CLEAN


def _scheme_and_people(source: Path, venue: str | None) -> tuple[Scheme, tuple[Person, ...]]:
    if venue:
        return Scheme(venue={"kind": venue}, people=source.name), people.read(source)
    if source.suffix.lower() != ".toml":
        raise PlanError(f"{source} 是名单，请用 --venue 写明会场，如 --venue 主席台；会场见 lingwu seats options。")
    scheme = plan.read_scheme(source)
    if not scheme.venue:
        raise PlanError(f"{source} 里没有 [venue]，请写明会场，或用 --venue。")
    return scheme, people.read(source.parent / scheme.people if scheme.people else source)


def _people_for(old: Plan, source: Path, listed: Path | None, needed: bool = True) -> tuple[Person, ...]:
    """The list that was named, else the one the scheme names beside the plan."""
    if listed is None and old.scheme.people and (source.parent / old.scheme.people).is_file():
        listed = source.parent / old.scheme.people
    if listed is not None:
        return people.read(listed)
    if needed:
        raise PlanError(f"找不到 {source} 的名单，请把新名单写在后面，如：lingwu seats change {source} 名单.xlsx。")
    return ()


def _without(persons: tuple[Person, ...], absent: Iterable[str]) -> tuple[Person, ...]:
    gone = {people.find(persons, name).key for name in absent}
    return tuple(replace(person, state="请假") if person.key in gone else person for person in persons)


def _plan_or_list(source: Path) -> Plan:
    """A seat plan; a list of people where it is none, in the order of the list."""
    try:
        return plan.read(source)
    except PlanError:
        persons = [person for person in people.read(source) if person.comes]
        rows = (plan.Seated(str(n), "", p.name, p.unit, p.post) for n, p in enumerate(persons, 1))
        return Plan(Scheme(), tuple(rows))


def _told(made: Plan) -> None:
    for seat in made.seats:
        if seat.name:
            click.echo(f"{seat.label}　{seat.key}　{seat.reason}")
    for note in made.notes:
        click.echo(f"说明：{note}")


def _summary(moved: int, changes: int, proven: bool) -> str:
    if not changes:
        return "座次没有变化。"
    least = "" if proven else "（未能证明最少）"
    return f"调整 {moved} 人{least}，新增或取消 {changes - moved} 人。"


def _targets(outputs: Sequence[Path], inputs: Sequence[Path], force: bool) -> list[Path]:
    """The files to write, none of which may be one of ``inputs``."""
    from lingwu.seating import outlets

    files = [target for output in outputs for target in outlets.targets(output)]
    for target in files:
        refuse_inputs(target, inputs)
        refuse_existing(target, force)
    return files


def _write(made: Any, listed: Sequence[Person], paper: str | None, files: Sequence[Path]) -> None:
    from lingwu.seating import outlets

    moved = {move.key for move in made.moves if move.after}
    printed = outlets.Printed(made.plan, made.layout, listed, moved, paper or "")
    for target in files:
        write_atomically(target, outlets.written(printed, target))
        click.echo(f"已写入 {target}。", err=True)


def _pair(said: str) -> tuple[str, str]:
    key, sign, value = said.partition("=")
    if not sign or not key.strip():
        raise PlanError(f"“{said}”应写成 项=值，如 even=B。")
    return key.strip(), value.strip()


def _size(value: str) -> Any:
    """A number, several (7,9), true or false, or words."""
    parts = [part.strip() for part in value.replace("，", ",").split(",") if part.strip()]
    typed = [int(part) if part.isdecimal() else part for part in parts]
    if value in {"true", "false"}:
        return value == "true"
    return typed[0] if len(typed) == 1 and isinstance(typed[0], int) else typed if typed else value


def _face(size: str) -> tuple[float, float]:
    wide, sign, high = size.lower().replace("×", "x").replace("*", "x").partition("x")
    if not sign or not wide.strip().isdecimal() or not high.strip().isdecimal():
        raise PlanError(f"--size 写作“{size}”，应为 宽x高（毫米），如 200x100。")
    return float(wide), float(high)
