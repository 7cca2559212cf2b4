"""``lingwu office import-people``: a list of persons brought in, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lingwu_office.site.commands.opening import OfficeCommandError, home_option, office_at, require_migrated
from lingwu_office.site.environment import write_private

if TYPE_CHECKING:
    from lingwu_office.people.models import Person, Unit


@click.command("import-people")
@click.argument("listed", metavar="名单.xlsx", type=click.Path(path_type=Path))
@home_option
@click.option("--by", "account", metavar="账号", default="", help="以哪个系统管理员的名义导入（只有一名时可不写）。")
@click.option("--unit", "called", metavar="机构", default="", help="导入到这个机构及其下级（默认：本单位）。")
@click.option("--make-units", is_flag=True, help="名单里没有的机构一并增设；不加则算作错误。")
@click.option("--passwords", type=click.Path(path_type=Path), metavar="文件", help="初始口令写进这个文件，不显示。")
def import_people(
    *, listed: Path, home: Path, account: str, called: str, make_units: bool, passwords: Path | None
) -> int:
    """导入人员名单（.xlsx 或 .csv，表头：姓名、账号、机构、岗位、电话）。有一行不对就一个也不导入，逐行说明。"""
    if not listed.is_file():
        raise OfficeCommandError(f"找不到名单 {listed}。")
    if passwords and passwords.exists():
        raise OfficeCommandError(f"{passwords} 已存在，不覆盖；请另指一个文件。")
    with office_at(home):
        require_migrated()
        from lingwu_office.people.actions import import_people as bring_in
        from lingwu_office.people.lists import rows_of

        rows = rows_of(listed.name, listed.read_bytes())
        made = bring_in(_administrator(account), _unit(called), rows=rows, make_missing=make_units)
    lines = [f"{one.person.account}\t{one.person.name}\t{one.password}" for one in made]
    if passwords:
        write_private(passwords, "\n".join(lines) + "\n")
        click.echo(f"已导入 {len(made)} 人，初始口令在 {passwords}，首次登录须改；分发后请删去这个文件。")
    else:
        click.echo(
            "\n".join(["账号\t姓名\t初始口令（只显示这一次，首次登录须改）", *lines, f"已导入 {len(made)} 人。"])
        )
    return 0


def _administrator(account: str) -> Person:
    from lingwu_office.access.policies import administration_of
    from lingwu_office.people.models import Person

    known = Person.objects.filter(is_active=True)
    fitting = [person for person in known if administration_of(person) == "system" and account in ("", person.account)]
    if len(fitting) == 1:
        return fitting[0]
    if account:
        raise OfficeCommandError(f"{account} 不是系统管理员，不能导入人员。")
    raise OfficeCommandError("请用 --by 写明以哪个系统管理员的名义导入。")


def _unit(called: str) -> Unit:
    from lingwu_office.people.models import Unit

    if not called:
        return Unit.objects.filter(parent=None, closed_on=None).earliest("pk")
    fitting = [unit for unit in Unit.objects.filter(closed_on=None) if called in (unit.name, unit.short_name)]
    if len(fitting) != 1:
        raise OfficeCommandError(f"没有机构“{called}”，或不止一个，请写全称。")
    return fitting[0]
